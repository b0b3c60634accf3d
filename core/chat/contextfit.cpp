// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/contextfit.h"

#include <algorithm>
#include <numeric>

namespace breakwater {

namespace {

constexpr qint64 lettersOfAToken = 4;
constexpr qsizetype looksAt = 256; ///< letters of a text
constexpr char16_t firstSign = 0x2E80; ///< from here on, but for Hangul, scripts write words or syllables, not letters
constexpr double fullEnough = 0.9; ///< of the window, after turns were left out: the next question shall not ask again

} // namespace

qint64 roughTokens(QStringView text)
{
    const QStringView beginning = text.left(looksAt);
    const qint64 found = std::count_if(beginning.begin(), beginning.end(), [](QChar each) { return each.unicode() >= firstSign && !each.isSurrogate(); });
    const qint64 signs = text.size() <= looksAt ? found : found * text.size() / looksAt;
    return signs + (text.size() - signs + lettersOfAToken - 1) / lettersOfAToken;
}

qint64 roughTokens(const Message &message)
{
    return std::accumulate(message.attachments.begin(), message.attachments.end(), roughTokens(message.text),
        [](qint64 sum, const Attachment &each) { return sum + tokensIn(each); });
}

ContextSize::ContextSize(const std::vector<const Message *> &branch, const TurnId &lastLeftOut, qint64 instructions)
    : m_tokens(instructions)
{
    for (const Message *each : branch) {
        if (m_turns.empty() || m_turns.back().id != each->turn)
            m_turns.push_back({each->turn});
        if (each->state == MessageState::SetAside)
            continue;
        m_turns.back().tokens += roughTokens(*each);
        m_turns.back().isAnswered = m_turns.back().isAnswered || (each->role == Role::Assistant && !each->text.isEmpty());
    }
    const auto last = std::find_if(m_turns.begin(), m_turns.end(), [&lastLeftOut](const Turn &each) { return each.id == lastLeftOut; });
    if (!lastLeftOut.isEmpty() && last != m_turns.end()) {
        m_leftOut = static_cast<int>(last - m_turns.begin()) + 1;
        m_turns.erase(m_turns.begin(), last + 1);
    }
    std::erase_if(m_turns, [](const Turn &each) { return !each.isAnswered; });
    for (const Turn &each : m_turns)
        m_tokens += each.tokens;
}

ContextFit ContextSize::fit(qint64 question, qint64 most, std::optional<qint64> counted) const
{
    const qint64 rough = m_tokens + question;
    ContextFit fit {counted.value_or(rough), most, 0, {}};
    if (!fit.isTooLong() || rough == 0)
        return fit;
    // Who counted says how far the guess is off; it is as far off for each turn.
    const double tokensOfOne = static_cast<double>(fit.tokens) / static_cast<double>(rough);
    qint64 left = rough;
    for (const Turn &turn : m_turns) {
        left -= turn.tokens;
        fit.more += 1;
        fit.lastLeftOut = turn.id;
        if (static_cast<double>(left) * tokensOfOne <= static_cast<double>(most) * fullEnough)
            return fit;
    }
    if (static_cast<double>(left) * tokensOfOne > static_cast<double>(most))
        return {fit.tokens, most, 0, {}}; // the question is too long by itself
    return fit;
}

} // namespace breakwater
