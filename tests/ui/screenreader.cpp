// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/screenreader.h"

#include <QApplication>
#include <QMetaEnum>
#include <QWidget>

namespace breakwater {

namespace {

using Way = std::vector<QAccessibleInterface *>;

void readInto(Way &way, const std::function<bool(const Way &)> &meet)
{
    QAccessibleInterface *here = way.back();
    if (!meet(way) || way.size() > 40)
        return;
    for (int at = 0; at < here->childCount(); ++at) {
        QAccessibleInterface *child = here->child(at);
        if (child == nullptr || !child->isValid() || child->state().invisible)
            continue;
        way.push_back(child);
        readInto(way, meet);
        way.pop_back();
    }
}

} // namespace

void readPart(QWidget &part, const std::function<bool(const Way &)> &meet)
{
    if (QAccessibleInterface *root = QAccessible::queryAccessibleInterface(&part)) {
        Way way {root};
        readInto(way, meet);
    }
}

QString roleName(QAccessible::Role role)
{
    const char *name = QMetaEnum::fromType<QAccessible::Role>().valueToKey(role);
    return name != nullptr ? QString::fromLatin1(name) : QString::number(role);
}

QStringList readScreen(const QWidget *except)
{
    QStringList lines;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (!window->isVisible() || window->inherits("QTipLabel"))
            continue;
        readPart(*window, [&](const Way &way) {
            const QAccessibleInterface &here = *way.back();
            if (except != nullptr && here.object() == except)
                return false;
            const QAccessible::State state = here.state();
            QString line = QString(static_cast<qsizetype>(way.size()), QLatin1Char(' ')) + roleName(here.role());
            for (const QAccessible::Text part : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
                line += QLatin1Char('|') + here.text(part);
            const std::pair<bool, const char *> flags[] {{state.checked, "checked"}, {state.selected, "selected"},
                {state.expanded, "expanded"}, {state.disabled, "disabled"}, {state.readOnly, "read only"}};
            for (const auto &[is, word] : flags)
                line += is ? QString(QLatin1Char('|') + QLatin1String(word)) : QString();
            if (const QRect place = here.rect(); here.role() == QAccessible::ListItem) // what unfolds makes it higher
                line += QStringLiteral("|%1, %2 pixels").arg(place.y()).arg(place.height());
            lines += line;
            return true;
        });
    }
    return lines;
}

} // namespace breakwater
