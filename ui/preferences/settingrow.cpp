// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/settingrow.h"

#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace breakwater {

namespace {

constexpr int betweenThem = 12; // words and controls
constexpr int leastForWords = 170;

} // namespace

SettingRow::SettingRow(const QString &title, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_words = new QVBoxLayout;
    m_words->setSpacing(1);
    m_words->addStretch();
    auto *name = new TextLabel(TextRole::Interface, &Tokens::text, title);
    name->setWordWrap(true);
    m_words->addWidget(name);
    m_words->addStretch();
    if (!sentence.isEmpty())
        setSentence(sentence);

    m_row = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_row->setContentsMargins(4, 7, 4, 7);
    m_row->setSpacing(betweenThem);
    m_row->addLayout(m_words, 1);
    m_controls = new QHBoxLayout;
    m_controls->setSpacing(8);
    m_controls->addStretch(); // at the left, where they stand below
    m_row->addLayout(m_controls);
    connect(&Theme::instance(), &Theme::changed, this, &SettingRow::place, Qt::QueuedConnection); // when all has its size
}

/// Below the words, where they would leave those too little.
void SettingRow::place()
{
    const int wanted = m_controls->sizeHint().width() + betweenThem + scaledUp(leastForWords);
    m_row->setDirection(width() < wanted ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

/// The height at the present width: it is the greatest one, too, and that of one line would cut a sentence of more.
QSize SettingRow::sizeHint() const
{
    const QSize hint = QWidget::sizeHint();
    return {hint.width(), m_row->hasHeightForWidth() ? m_row->totalHeightForWidth(width()) : hint.height()};
}

QSize SettingRow::minimumSizeHint() const
{
    return {m_controls->minimumSize().width() + 8, QWidget::minimumSizeHint().height()};
}

void SettingRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

void SettingRow::addControl(QWidget *control)
{
    m_controls->insertWidget(m_controls->count() - 1, control, 0, Qt::AlignVCenter);
}

void SettingRow::addWord(const QString &word)
{
    m_controls->insertWidget(m_controls->count() - 1, new TextLabel(TextRole::Small, &Tokens::text2, word), 0, Qt::AlignVCenter);
}

void SettingRow::setProblem(const QString &sentence)
{
    if (m_problem == nullptr && sentence.isEmpty())
        return;
    if (m_problem == nullptr) {
        m_problem = new TextLabel(TextRole::Small, &Tokens::danger, {});
        m_problem->setObjectName(QStringLiteral("problem"));
        m_problem->setWordWrap(true);
        m_words->insertWidget(m_words->count() - 1, m_problem);
    }
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void SettingRow::setSentence(const QString &sentence)
{
    if (m_sentence == nullptr) {
        m_sentence = new TextLabel(TextRole::Small, &Tokens::text3, {});
        m_sentence->setWordWrap(true);
        m_words->insertWidget(2, m_sentence); // below the stretch and the name
    }
    m_sentence->setText(sentence);
}

bool SettingRow::matches(const QString &needle) const
{
    return m_title.contains(needle, Qt::CaseInsensitive) || m_also.contains(needle, Qt::CaseInsensitive)
        || (m_sentence != nullptr && m_sentence->text().contains(needle, Qt::CaseInsensitive));
}

void SettingRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(QPen(Theme::instance().tokens().line, 1));
    painter.drawLine(4, height() - 1, width() - 5, height() - 1);
}

} // namespace breakwater
