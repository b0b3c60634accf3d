// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchcolumns.h"

#include "ui/style/button.h"
#include "ui/style/theme.h"

#include <QMenu>

#include <algorithm>

namespace breakwater {

namespace {

constexpr qsizetype mostColumns = 16;
constexpr qsizetype longestColumn = 28; // letters that a button shows
constexpr int columnGap = 6;

QString asVariable(const QString &name)
{
    return QString(QStringLiteral("{{") + name + QStringLiteral("}}"));
}

QString shortColumn(const QString &name)
{
    return name.size() <= longestColumn ? name : QString(name.left(longestColumn) + QChar(0x2026));
}

} // namespace

BatchColumns::BatchColumns(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Columns"));
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        place();
    });
    hide();
}

void BatchColumns::setNames(const QStringList &names)
{
    if (m_names == names)
        return;
    m_names = names;
    for (Button *each : m_buttons)
        delete each;
    m_buttons.clear();
    const auto add = [this](const QString &text, const QString &spoken) {
        auto *button = new Button(Button::Kind::Plain, text, this);
        button->setShortcut({}); // "R&D" is no key
        button->setSize(Button::Size::Small);
        button->setAccessibleName(spoken);
        button->setToolTip(spoken);
        button->show();
        m_buttons.push_back(button);
        return button;
    };
    for (const QString &name : names.mid(0, mostColumns)) {
        auto *button = add(asVariable(shortColumn(name)), tr("Put %1 into the prompt").arg(asVariable(name)));
        connect(button, &QAbstractButton::clicked, this, [this, name] { Q_EMIT chosen(name); });
    }
    if (const qsizetype rest = names.size() - mostColumns; rest > 0)
        connect(add(tr("%1 more…").arg(rest), tr("%1 more columns").arg(rest)), &QAbstractButton::clicked, this, &BatchColumns::openRest);
    setVisible(!names.isEmpty());
    updateGeometry();
    place();
}

void BatchColumns::openRest()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &name : m_names.mid(mostColumns)) {
        const QString words = asVariable(shortColumn(name)).replace(QLatin1Char('&'), QLatin1String("&&"));
        connect(menu->addAction(words), &QAction::triggered, this, [this, name] { Q_EMIT chosen(name); });
    }
    const Button *opener = m_buttons.back();
    menu->popup(opener->mapToGlobal(QPoint(0, opener->height() + 4)));
}

std::vector<QRect> BatchColumns::places(int width) const
{
    std::vector<QRect> places;
    QPoint at;
    for (const Button *each : m_buttons) {
        const QSize size = each->sizeHint();
        if (at.x() > 0 && at.x() + size.width() > width)
            at = QPoint(0, at.y() + size.height() + columnGap);
        places.emplace_back(at, QSize(std::min(size.width(), width), size.height()));
        at.rx() += size.width() + columnGap;
    }
    return places;
}

int BatchColumns::heightForWidth(int width) const
{
    const std::vector<QRect> all = places(width);
    return all.empty() ? 0 : all.back().bottom() + 1;
}

void BatchColumns::place()
{
    const std::vector<QRect> all = places(width());
    for (std::size_t each = 0; each < all.size(); ++each)
        m_buttons[each]->setGeometry(all[each]);
}

void BatchColumns::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

} // namespace breakwater
