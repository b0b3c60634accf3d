// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/answers.h"

#include "core/base/jitter.h"
#include "core/simulator/stablehash.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>

#include <array>
#include <span>

// A static library's resources are only there once somebody asks; the macro must stand outside any namespace.
static void initReplyResources()
{
    Q_INIT_RESOURCE(simulator);
}

namespace breakwater {

namespace {

struct WrittenReply
{
    const char *file;
    const char *words; ///< lower case, between spaces
};

/// The first of those with the most words in the prompt wins.
constexpr std::array writtenReplies {
    WrittenReply {"limits", " 429 529 overload overloaded ratelimit limits retry retries backoff "},
    WrittenReply {"code", " code c++ function program script python snippet "},
    WrittenReply {"harbours", " table harbours harbors tides berths "},
    WrittenReply {"zone", " code time zone utc timestamp "},
    WrittenReply {"table", " table compare comparison versus "},
    WrittenReply {"plan", " plan steps checklist list packing itinerary "},
    WrittenReply {"tides", " tide tides moon ebb "},
    WrittenReply {"breakwater", " breakwater breakwaters harbour harbor pier "},
    WrittenReply {"story", " story essay tale lighthouse keeper "},
    WrittenReply {"hello", " hello hi hey welcome "},
};

constexpr qsizetype mostQuoted = 2000;

/// Thinking that adapts leaves it be when there is hardly room for an answer.
constexpr int leastForThinking = 100;
constexpr auto thought = "I look for the words I know in the question. The reply written for them answers it; when there "
                         "is none I repeat the question, with its length and the beginning of its checksum.";

QString replyFor(const QString &prompt)
{
    static const QRegularExpression breaks(QStringLiteral("[^a-z0-9+]+"));
    const QStringList words = prompt.toLower().split(breaks, Qt::SkipEmptyParts);
    const WrittenReply *best = nullptr;
    int bestScore = 0;
    for (const WrittenReply &reply : writtenReplies) {
        const QString known = QString::fromLatin1(reply.words);
        int score = 0;
        for (const QString &word : words)
            score += known.contains(QLatin1Char(' ') + word + QLatin1Char(' ')) ? 1 : 0;
        if (score > bestScore) {
            best = &reply;
            bestScore = score;
        }
    }
    if (best == nullptr)
        return {};
    initReplyResources();
    QFile file(QStringLiteral(":/simulator/replies/%1.md").arg(QLatin1String(best->file)));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

/// A conversation's title, asked for in a few tokens: the first words of its first message.
bool wantsTitle(const ChatRequest &request)
{
    static const QRegularExpression title(QStringLiteral("\\btitle\\b"), QRegularExpression::CaseInsensitiveOption);
    return request.maxTokens && *request.maxTokens <= 100
        && (request.turns.back().text.contains(title) || request.system.contains(title));
}

QString titleOf(const QString &text)
{
    return text.simplified().split(QLatin1Char(' ')).mid(0, 6).join(QLatin1Char(' '));
}

QString freshAnswer(const QString &model, const SpokenTurn &question)
{
    if (question.text.startsWith(QLatin1String("[[turn ")))
        return numberedAnswer(model, question.text);
    const QString written = replyFor(question.text);
    return written.isEmpty() ? echoOf(question.text, question.attachments) : written;
}

/// What is left of an answer that was cut off, perhaps more than once; none: the request does not continue one.
std::optional<QString> restOfAnswer(const QString &model, std::span<const SpokenTurn> turns)
{
    QString said;
    while (turns.size() >= 3 && turns.back().text.contains(QLatin1String("cut off"), Qt::CaseInsensitive)
        && turns[turns.size() - 2].role == SpokenRole::Assistant) {
        said.prepend(turns[turns.size() - 2].text);
        turns = turns.first(turns.size() - 2);
        const QString whole = freshAnswer(model, turns.back());
        if (turns.back().role == SpokenRole::User && !said.isEmpty() && whole.startsWith(said))
            return whole.mid(said.size());
    }
    return std::nullopt;
}

} // namespace

QString echoOf(const QString &prompt, int attachments)
{
    const QByteArray digest = QCryptographicHash::hash(prompt.toUtf8(), QCryptographicHash::Sha256).toHex().first(8);
    QString quoted = prompt.left(mostQuoted);
    quoted.replace(QLatin1Char('\n'), QLatin1String("\n> "));
    QString echo = QStringLiteral("You wrote:\n\n> ") + quoted;
    if (prompt.size() > mostQuoted)
        echo += QStringLiteral(" …");
    echo += QStringLiteral("\n\nThat is **%1 characters**; its SHA-256 begins with `%2`. ")
                .arg(prompt.size())
                .arg(QLatin1String(digest));
    if (attachments > 0)
        echo += QStringLiteral("It came with %1 attached. ").arg(attachments);
    return echo + QStringLiteral("This is the simulated provider: it repeats what it does not know.");
}

QString numberedAnswer(const QString &model, const QString &prompt)
{
    constexpr std::array words {u"the", u"harbour", u"water", u"rises", u"and", u"a", u"swell", u"from", u"München", u"naïve", u"breaks", u"over",
        u"stone", u"—", u"then", u"calm", u"returns", u"slowly", u"while", u"gulls", u"🌊", u"keep", u"watch", u"until", u"evening", u"日本", u"boats", u"lie",
        u"still", u"behind", u"it", u"again"};
    constexpr qsizetype least = 800; // about 200 tokens
    const QString name = prompt.mid(2).section(QLatin1Char(']'), 0, 0);
    QString answer = QStringLiteral("This is %1, answered by %2:").arg(name, model);
    const QString asked = model + QLatin1Char('\n') + prompt;
    SeededJitter draws(stableHash(asked));
    while (answer.size() < least)
        answer += QLatin1Char(' ') + QStringView(words.at(static_cast<std::size_t>(draws.next() * words.size())));
    return answer + QLatin1Char('.');
}

QString answerText(const ChatRequest &request)
{
    if (wantsTitle(request))
        return titleOf(request.turns.front().text);
    const SpokenTurn &last = request.turns.back();
    if (last.role == SpokenRole::Assistant && request.turns.size() > 1) { // prefilled
        const QString whole = freshAnswer(request.model, request.turns[request.turns.size() - 2]);
        return whole.startsWith(last.text) ? whole.mid(last.text.size()) : whole;
    }
    if (const auto rest = restOfAnswer(request.model, request.turns))
        return *rest;
    return freshAnswer(request.model, last);
}

void shorten(ChatAnswer &answer, qsizetype most, AnswerEnd end)
{
    if (most >= answer.text.size())
        return;
    if (most > 0 && answer.text.at(most - 1).isHighSurrogate())
        --most;
    answer.text.truncate(most);
    answer.end = end;
}

ChatAnswer answerTo(const ChatRequest &request)
{
    ChatAnswer answer;
    answer.model = request.model;
    answer.inputTokens = request.inputTokens;
    answer.text = answerText(request);
    if (request.thinks && request.maxTokens.value_or(leastForThinking) >= leastForThinking)
        answer.thinking = QString::fromLatin1(thought);
    answer.showThinking = request.showThinking;
    if (request.maxTokens)
        shorten(answer, qsizetype(4) * (*request.maxTokens - thinkingTokens(answer)), AnswerEnd::MaxTokens);
    for (const QString &stop : request.stopSequences) {
        const qsizetype at = answer.text.indexOf(stop);
        if (at < 0)
            continue;
        shorten(answer, at, AnswerEnd::StopSequence);
        answer.stopSequence = stop;
    }
    return answer;
}

} // namespace breakwater
