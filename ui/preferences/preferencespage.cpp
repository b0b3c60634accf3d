// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferencespage.h"

#include "ui/preferences/previewscroll.h"
#include "ui/preferences/settingrow.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace breakwater {

namespace {
constexpr int columnGap = 24;
constexpr int narrowestBody = 420; // beside a preview
constexpr int widestBelow = 640;
constexpr int scrollBarWidth = 12;
} // namespace

PreferencesPage::PreferencesPage(
    const QString &title, const QString &sentence, const QString &keywords, PreferencesDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_words(title + QLatin1Char('\n') + sentence + QLatin1Char('\n') + keywords)
    , m_draft(draft)
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(20, 20, 28, 0);
    all->setSpacing(2);
    auto *first = new TextLabel(TextRole::PageTitle, &Tokens::text, title);
    first->setContentsMargins(8, 0, 0, 0);
    all->addWidget(first);
    auto *second = new TextLabel(TextRole::Interface, &Tokens::text2, sentence);
    second->setContentsMargins(8, 0, 0, 0);
    second->setWordWrap(true);
    all->addWidget(second);
    all->addSpacing(10);

    m_columns = new QHBoxLayout;
    m_columns->setSpacing(columnGap);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    m_body = new QVBoxLayout(content);
    // Room for the focus rings, which stand outside their controls.
    m_body->setContentsMargins(4, 4, 8, 16);
    m_body->setSpacing(0);
    m_scroll->setWidget(content);
    m_columns->addWidget(m_scroll, 1);
    all->addLayout(m_columns, 1);
    connect(&draft, &PreferencesDraft::reloaded, this, &PreferencesPage::load);
}

void PreferencesPage::addPreview(PreviewScroll *preview, PreviewWidths widths, int below)
{
    m_preview = preview;
    m_previewWidths = widths;
    m_previewBelow = below;
    m_isBeside = true;
    m_columns->addWidget(preview, 0, Qt::AlignTop);
    connect(&Theme::instance(), &Theme::changed, this, &PreferencesPage::placePreview, Qt::QueuedConnection); // when all has its size
}

void PreferencesPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placePreview();
}

void PreferencesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    placePreview();
}

/// What is set comes first: nothing of it is cut off for a preview.
void PreferencesPage::placePreview()
{
    if (m_preview == nullptr)
        return;
    const QMargins around = layout()->contentsMargins();
    const int body = std::max(scaledUp(narrowestBody), m_body->parentWidget()->minimumSizeHint().width());
    const int room = width() - body - columnGap - scrollBarWidth - around.left() - around.right();
    const bool beside = room >= scaledUp(m_previewWidths.least);
    if (beside != m_isBeside) {
        m_isBeside = beside;
        if (beside)
            m_columns->addWidget(m_preview, 0, Qt::AlignTop);
        else
            m_body->insertWidget(m_previewBelow, m_preview);
    }
    const int wide = std::min(room, scaledUp(m_previewWidths.most));
    m_preview->setMinimumWidth(beside ? wide : 0);
    m_preview->setMaximumWidth(beside ? wide : widestBelow);
}

QStringList PreferencesPage::settings() const
{
    QStringList titles;
    for (const SettingRow *row : findChildren<SettingRow *>())
        titles += row->title();
    return titles;
}

void PreferencesPage::showSetting(const QString &title)
{
    const auto rows = findChildren<SettingRow *>();
    const auto found = std::find_if(rows.begin(), rows.end(), [&title](const SettingRow *each) { return each->title() == title; });
    if (found == rows.end())
        return;
    m_scroll->ensureWidgetVisible(*found);
    for (QWidget *inside : (*found)->findChildren<QWidget *>()) {
        if (inside->focusPolicy() == Qt::NoFocus || !inside->isEnabled() || inside->isHidden())
            continue;
        inside->setFocus(Qt::OtherFocusReason);
        return;
    }
}

bool PreferencesPage::find(const QString &needle)
{
    const bool whole = needle.isEmpty() || m_words.contains(needle, Qt::CaseInsensitive);
    bool any = whole;
    for (SettingRow *row : findChildren<SettingRow *>()) {
        const bool shown = whole || row->matches(needle);
        row->setVisible(shown);
        any = any || shown;
    }
    return any;
}

} // namespace breakwater
