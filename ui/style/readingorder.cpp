// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/readingorder.h"

#include <QScrollArea>

#include <algorithm>
#include <span>

namespace breakwater {

namespace {

constexpr int lap = 3; // pixels by which neighbours may overlap

struct ReadBox
{
    QRect place;
    std::vector<QWidget *> stops;
};

enum class Cut { Rows, Columns };

/// Cuts what lies there into rows, those into columns, those into rows and so on, as far as it goes.
void sortAsRead(std::span<ReadBox> boxes, Cut cut, bool otherFailed = false)
{
    if (boxes.size() < 2)
        return;
    const auto from = [cut](const ReadBox &box) { return cut == Cut::Rows ? box.place.top() : box.place.left(); };
    const auto until = [cut](const ReadBox &box) { return cut == Cut::Rows ? box.place.bottom() : box.place.right(); };
    std::stable_sort(boxes.begin(), boxes.end(),
        [&from](const ReadBox &one, const ReadBox &other) { return from(one) < from(other); });
    const Cut other = cut == Cut::Rows ? Cut::Columns : Cut::Rows;
    std::size_t begin = 0;
    int end = until(boxes[0]);
    for (std::size_t at = 1; at <= boxes.size(); ++at) {
        if (at < boxes.size() && from(boxes[at]) + lap < end) {
            end = std::max(end, until(boxes[at]));
            continue;
        }
        if (begin == 0 && at == boxes.size() && otherFailed) // it lies on top of each other: as the upper edges are
            return std::stable_sort(boxes.begin(), boxes.end(),
                [](const ReadBox &one, const ReadBox &two) { return one.place.top() < two.place.top(); });
        sortAsRead(boxes.subspan(begin, at - begin), other, begin == 0 && at == boxes.size());
        if (at == boxes.size())
            return;
        begin = at;
        end = until(boxes[at]);
    }
}

bool takesTab(const QWidget &widget)
{
    return widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.focusProxy() == nullptr;
}

} // namespace

std::vector<QWidget *> tabStopsIn(QWidget &area)
{
    std::vector<QWidget *> stops;
    if (takesTab(area))
        stops.push_back(&area);
    std::vector<ReadBox> boxes;
    for (QObject *each : area.children()) {
        auto *child = qobject_cast<QWidget *>(each);
        if (child == nullptr || child->isWindow() || !child->isVisible())
            continue;
        ReadBox box {child->geometry(), tabStopsIn(*child)};
        if (area.isRightToLeft())
            box.place.moveRight(area.width() - box.place.left());
        if (!box.stops.empty())
            boxes.push_back(std::move(box));
    }
    sortAsRead(boxes, Cut::Rows);
    for (const ReadBox &box : boxes)
        stops.insert(stops.end(), box.stops.begin(), box.stops.end());
    return stops;
}

bool moveFocusAsRead(QWidget &window, bool next)
{
    const std::vector<QWidget *> stops = tabStopsIn(window);
    if (stops.empty())
        return false;
    // Where the focus is in something that Tab passes by, what surrounds that counts.
    auto now = stops.end();
    for (const QWidget *at = window.focusWidget(); at != nullptr && now == stops.end(); at = at->parentWidget())
        now = std::find(stops.begin(), stops.end(), at);
    const auto count = static_cast<std::ptrdiff_t>(stops.size());
    const std::ptrdiff_t place = now == stops.end() ? (next ? -1 : count) : now - stops.begin();
    QWidget *wanted = stops[static_cast<std::size_t>((place + (next ? 1 : count - 1)) % count)];
    wanted->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    for (QWidget *above = wanted->parentWidget(); above != nullptr; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(wanted);
    }
    return true;
}

} // namespace breakwater
