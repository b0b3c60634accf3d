// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/messagesrules.h"

#include "core/simulator/attachmentrules.h"
#include "core/simulator/thinking.h"

#include <QJsonArray>

namespace breakwater {

namespace {

using Problem = std::optional<QString>;

Problem samplingProblem(const QJsonObject &body, const MessagesRules &rules)
{
    for (const char *name : {"temperature", "top_p", "top_k"}) {
        const QJsonValue sampling = body.value(QLatin1String(name));
        if (sampling.isUndefined())
            continue;
        // Newer models refuse any value but the default; the newest version knows none at all.
        if (rules.version == ApiVersion::Of2026 || (!rules.traits.sampling && sampling.toDouble() != 1))
            return QStringLiteral("%1: this parameter is not supported").arg(QLatin1String(name));
    }
    const double temperature = body.value(QLatin1String("temperature")).toDouble(1);
    if (temperature < 0 || temperature > 1)
        return QStringLiteral("temperature: range: 0..1");
    if (rules.traits.prefill && body.contains(QLatin1String("temperature")) && body.contains(QLatin1String("top_p")))
        return QStringLiteral("`temperature` and `top_p` cannot both be specified for this model.");
    return std::nullopt;
}

Problem effortProblem(const QJsonObject &body, const MessagesRules &rules)
{
    const QJsonValue effort = body.value(QLatin1String("output_config"))[QLatin1String("effort")];
    if (effort.isUndefined() || effort.isNull())
        return std::nullopt;
    const QStringList levels {QStringLiteral("low"), QStringLiteral("medium"), QStringLiteral("high"),
        QStringLiteral("xhigh"), QStringLiteral("max")};
    if (!levels.contains(effort.toString()))
        return QStringLiteral("output_config.effort: Input should be 'low', 'medium', 'high', 'xhigh' or 'max'");
    return rules.traits.effort ? Problem()
                               : QStringLiteral("output_config.effort: this model does not support effort");
}

Problem thinkingProblem(const QJsonObject &body, const MessagesRules &rules)
{
    const QJsonValue thinking = body.value(QLatin1String("thinking"));
    if (thinking.isUndefined() || thinking.isNull())
        return std::nullopt;
    const QString type = thinking[QLatin1String("type")].toString();
    const bool taken = (type == QLatin1String("adaptive") && rules.traits.adaptive)
        || (type == QLatin1String("enabled") && rules.traits.enabled)
        || (type == QLatin1String("disabled") && rules.traits.disabled)
        || (type == QLatin1String("between_tools") && rules.traits.betweenTools);
    if (!taken)
        return QStringLiteral("thinking.type: \"%1\" is not supported by this model").arg(type);
    const QJsonValue display = thinking[QLatin1String("display")];
    const QString shown = display.toString();
    if (!display.isUndefined() && shown != QLatin1String("summarized") && shown != QLatin1String("omitted"))
        return QStringLiteral("thinking.display: Input should be 'summarized' or 'omitted'");
    if (type != QLatin1String("enabled"))
        return std::nullopt;
    const int budget = thinking[QLatin1String("budget_tokens")].toInt();
    if (budget < 1024)
        return QStringLiteral("thinking.budget_tokens: Input should be greater than or equal to 1024");
    return budget < body.value(QLatin1String("max_tokens")).toInt()
        ? Problem()
        : QStringLiteral("`max_tokens` must be greater than `thinking.budget_tokens`");
}

Problem toolProblem(const QJsonObject &body, const MessagesRules &rules)
{
    const QString choice = body.value(QLatin1String("tool_choice"))[QLatin1String("type")].toString();
    const bool forced = choice == QLatin1String("any") || choice == QLatin1String("tool");
    return forced && rules.traits.refusesForcedTools
        ? Problem(QStringLiteral("tool_choice: forced tool use is not supported by this model"))
        : std::nullopt;
}

Problem prefillProblem(const QJsonObject &body, const MessagesRules &rules)
{
    const QJsonArray messages = body.value(QLatin1String("messages")).toArray();
    if (rules.traits.prefill || messages.last()[QLatin1String("role")].toString() != QLatin1String("assistant"))
        return std::nullopt;
    return QStringLiteral(
        "This model does not support assistant message prefill. The conversation must end with a user message.");
}

Problem oneBlockProblem(const QJsonValue &block, const QString &role, const QString &where, const MessagesRules &rules)
{
    const QString type = block[QLatin1String("type")].toString();
    const bool assistant = role == QLatin1String("assistant");
    if (type == QLatin1String("thinking")) {
        if (!assistant)
            return where + QStringLiteral(": thinking blocks belong to the assistant");
        const QString expected = signatureOf(rules.model, block[QLatin1String("thinking")].toString());
        if (block[QLatin1String("signature")].toString() != expected)
            return where + QStringLiteral(": Invalid `signature` in `thinking` block");
    }
    if (rules.version == ApiVersion::Of2026 && assistant && type == QLatin1String("document"))
        return where + QStringLiteral(": document blocks are not allowed in assistant messages");
    if (rules.version == ApiVersion::Of2026 && !assistant && type == QLatin1String("text")
        && !block[QLatin1String("citations")].toArray().isEmpty())
        return where + QStringLiteral(".citations: not allowed in user messages");
    if (type == QLatin1String("image") || type == QLatin1String("document"))
        return attachmentProblem(block, where);
    return std::nullopt;
}

} // namespace

Problem fieldProblem(const QJsonObject &body, const MessagesRules &rules)
{
    for (const auto &rule : {samplingProblem, effortProblem, thinkingProblem, toolProblem, prefillProblem}) {
        if (const Problem problem = rule(body, rules))
            return problem;
    }
    return std::nullopt;
}

Problem blockProblem(const QJsonObject &body, const MessagesRules &rules)
{
    const QJsonArray messages = body.value(QLatin1String("messages")).toArray();
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const QString role = messages.at(i)[QLatin1String("role")].toString();
        if (role == QLatin1String("tool")) // the other dialect's
            return QStringLiteral("messages.%1.role: Input should be 'user' or 'assistant'").arg(i);
        const QJsonArray blocks = messages.at(i)[QLatin1String("content")].toArray();
        for (qsizetype j = 0; j < blocks.size(); ++j) {
            const QString where = QStringLiteral("messages.%1.content.%2").arg(i).arg(j);
            if (const Problem problem = oneBlockProblem(blocks.at(j), role, where, rules))
                return problem;
        }
    }
    return std::nullopt;
}

} // namespace breakwater
