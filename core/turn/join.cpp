// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/join.h"

#include <algorithm>

namespace breakwater {

namespace {

constexpr qsizetype longestOverlap = 200;
// A shorter one is chance: an "e" after an "e" must not be swallowed.
constexpr qsizetype shortestOverlap = 8;

/// The longest suffix of `tail` that `text` begins with.
qsizetype overlap(const QString &tail, const QString &text)
{
    for (qsizetype length = std::min(tail.size(), text.size()); length > 0; --length) {
        if (QStringView(tail).last(length) == QStringView(text).first(length))
            return length;
    }
    return 0;
}

bool isSpace(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar each) { return each.isSpace(); });
}

} // namespace

Join::Join(QString before)
    : m_tail(before.right(longestOverlap))
{
}

QString Join::feed(const QString &piece)
{
    if (m_joined)
        return piece;
    m_held += piece;
    // As long as all that came is found inside the tail and could grow into an overlap, it is too early to tell.
    for (qsizetype start = 0; start < m_tail.size(); ++start) {
        const QStringView rest = QStringView(m_tail).sliced(start);
        if (rest.size() > m_held.size() && rest.startsWith(m_held))
            return {};
    }
    return release();
}

QString Join::finish()
{
    return m_joined ? QString() : release();
}

QString Join::release()
{
    m_joined = true;
    const qsizetype same = overlap(m_tail, m_held);
    // White space at the break was taken off before the model was asked, so it comes again.
    if (same >= shortestOverlap || isSpace(QStringView(m_held).first(same)))
        m_held.remove(0, same);
    return std::exchange(m_held, {});
}

} // namespace breakwater
