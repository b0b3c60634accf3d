// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/weatherscript.h"

#include "core/simulator/scriptfields.h"

#include <QFile>
#include <QJsonDocument>

#include <array>

// A static library's resources are only there once somebody asks; the macro must stand outside any namespace.
static void initSimulatorResources()
{
    Q_INIT_RESOURCE(simulator);
}

namespace breakwater {

namespace {

constexpr int most = 1'000'000'000;

struct FaultName
{
    const char *name;
    SimulatedFault fault;
};

constexpr std::array faultNames {
    FaultName {"reset_before_headers", SimulatedFault::ResetBeforeHeaders},
    FaultName {"hang", SimulatedFault::Hang},
    FaultName {"reset_mid_stream", SimulatedFault::ResetMidStream},
    FaultName {"cut_mid_stream", SimulatedFault::CutMidStream},
    FaultName {"truncate_mid_stream", SimulatedFault::TruncateMidStream},
    FaultName {"stall_mid_stream", SimulatedFault::StallMidStream},
    FaultName {"error_before_content", SimulatedFault::ErrorBeforeContent},
    FaultName {"error_mid_stream", SimulatedFault::ErrorMidStream},
    FaultName {"garbage", SimulatedFault::Garbage},
    FaultName {"no_end_mark", SimulatedFault::NoEndMark},
};

struct StopName
{
    const char *name;
    AnswerEnd stop;
};

constexpr std::array stopNames {
    StopName {"end_turn", AnswerEnd::EndOfTurn},
    StopName {"max_tokens", AnswerEnd::MaxTokens},
    StopName {"refusal", AnswerEnd::Refusal},
    StopName {"pause_turn", AnswerEnd::PauseOfTurn},
    StopName {"model_context_window_exceeded", AnswerEnd::ContextWindow},
};

/// The row of a table that the field names; null: the field is missing or names none.
template <class Row, std::size_t size>
const Row *readName(ScriptFields &fields, const char *field, const std::array<Row, size> &rows)
{
    const QString name = fields.text(field);
    if (name.isEmpty())
        return nullptr;
    QStringList known;
    for (const Row &row : rows) {
        if (name == QLatin1String(row.name))
            return &row;
        known += QString::fromLatin1(row.name);
    }
    fields.complain(QLatin1String(field), QStringLiteral("must be one of ") + known.join(QStringLiteral(", ")));
    return nullptr;
}

Condition readCondition(const QJsonValue &value, const QString &path, std::optional<ScriptProblem> &problem)
{
    ScriptFields fields(value, path, problem);
    Condition condition;
    condition.probability = fields.number("probability", 0, 1).value_or(1);
    condition.times = fields.whole("times", 0, most);
    condition.refuse = fields.whole("refuse", 400, 599);
    condition.retryAfter = fields.number("retry_after", 0, most);
    condition.errorType = fields.text("error_type");
    condition.errorCode = fields.text("error_code");
    condition.message = fields.text("message");
    if (const FaultName *named = readName(fields, "fault", faultNames))
        condition.fault = named->fault;
    if (const StopName *named = readName(fields, "stop", stopNames))
        condition.stop = named->stop;
    condition.category = fields.text("category");
    condition.afterCharacters = fields.whole("after_characters", 0, most).value_or(condition.afterCharacters);
    condition.firstToken = fields.milliseconds("first_token_ms");
    condition.tokensPerSecond = fields.number("tokens_per_second", 0.01, most);
    condition.pingEvery = fields.milliseconds("ping_every_ms");
    if (condition.refuse && condition.fault != SimulatedFault::None)
        fields.complain(
            QStringLiteral("fault"), QStringLiteral("cannot stand beside refuse: a refused request has no stream"));
    if (condition.stop && (condition.refuse || condition.fault != SimulatedFault::None))
        fields.complain(QStringLiteral("stop"), QStringLiteral("cannot stand beside refuse or fault"));
    fields.refuseOthers();
    return condition;
}

RateLimits readLimits(const QJsonValue &value, const QString &path, std::optional<ScriptProblem> &problem)
{
    ScriptFields fields(value, path, problem);
    RateLimits limits;
    limits.requestsPerMinute = fields.number("requests_per_minute", 1, most).value_or(limits.requestsPerMinute);
    limits.inputTokensPerMinute =
        fields.number("input_tokens_per_minute", 1, most).value_or(limits.inputTokensPerMinute);
    limits.outputTokensPerMinute =
        fields.number("output_tokens_per_minute", 1, most).value_or(limits.outputTokensPerMinute);
    fields.refuseOthers();
    return limits;
}

SharedCapacity readCapacity(const QJsonValue &value, const QString &path, std::optional<ScriptProblem> &problem)
{
    ScriptFields fields(value, path, problem);
    SharedCapacity capacity;
    capacity.requestsPerSecond = fields.number("requests_per_second", 0.001, most).value_or(capacity.requestsPerSecond);
    capacity.burst = fields.number("burst", 1, most).value_or(capacity.burst);
    capacity.refusalCost = fields.number("refusal_cost", 0, most).value_or(capacity.refusalCost);
    capacity.slots = fields.whole("slots", 1, most);
    fields.refuseOthers();
    return capacity;
}

std::vector<Condition> readConditions(
    const QJsonValue &value, const QString &path, std::optional<ScriptProblem> &problem)
{
    if (!value.isArray())
        return {readCondition(value, path, problem)};
    std::vector<Condition> conditions;
    const QJsonArray list = value.toArray();
    for (qsizetype i = 0; i < list.size(); ++i)
        conditions.push_back(readCondition(list.at(i), path + QStringLiteral("[%1]").arg(i), problem));
    return conditions;
}

/// An object whose names are models or patterns; `read` reads what stands behind each.
template <class Read>
auto readByModel(ScriptFields &fields, const char *name, Read read, std::optional<ScriptProblem> &problem)
{
    std::vector<std::pair<QString, decltype(read(QJsonValue(), QString(), problem))>> byModel;
    const auto field = fields.value(name);
    if (field && !field->isObject())
        fields.complain(QLatin1String(name), QStringLiteral("must be an object in braces"));
    const QJsonObject patterns = field.value_or(QJsonValue()).toObject();
    for (auto each = patterns.constBegin(); each != patterns.constEnd(); ++each) {
        const QString where = fields.pathOf(QLatin1String(name)) + QLatin1Char('.') + each.key();
        byModel.emplace_back(each.key(), read(*each, where, problem));
    }
    return byModel;
}

WeatherPhase readPhase(const QJsonValue &value, const QString &path, std::optional<ScriptProblem> &problem)
{
    ScriptFields fields(value, path, problem);
    WeatherPhase phase;
    phase.name = fields.text("name");
    phase.requests = fields.whole("for_requests", 1, most);
    phase.answers = fields.whole("for_answers", 1, most);
    if (const auto seconds = fields.number("for_seconds", 0.001, most))
        phase.length = fromSeconds(*seconds);
    if (phase.requests.has_value() + phase.answers.has_value() + phase.length.has_value() > 1)
        fields.complain({}, QStringLiteral("can have only one of for_requests, for_answers and for_seconds"));
    if (const auto limits = fields.value("limits"))
        phase.limits = readLimits(*limits, fields.pathOf(QStringLiteral("limits")), problem);
    if (const auto capacity = fields.value("capacity"))
        phase.capacity = readCapacity(*capacity, fields.pathOf(QStringLiteral("capacity")), problem);
    phase.models = readByModel(fields, "models", readConditions, problem);
    phase.modelLimits = readByModel(fields, "model_limits", readLimits, problem);
    const QJsonArray doors = fields.array("closed_doors");
    for (const QJsonValue &door : doors) {
        if (door.toInt() < 1)
            fields.complain(QStringLiteral("closed_doors"), QStringLiteral("must be a list of whole numbers from 1"));
        phase.closedDoors.push_back(door.toInt());
    }
    fields.refuseOthers();
    return phase;
}

tl::unexpected<ScriptProblem> notJson(const QByteArray &json, const QJsonParseError &error)
{
    const auto before = QByteArrayView(json).first(qBound(qsizetype(0), qsizetype(error.offset), json.size()));
    const int line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    return tl::unexpected(
        ScriptProblem {QStringLiteral("Line %1 is not valid JSON: %2.").arg(line).arg(error.errorString()), line, {}});
}

/// The entry of the longest pattern that matches; null: none does.
template <class Value>
const std::pair<QString, Value> *longestMatch(const std::vector<std::pair<QString, Value>> &entries, const QString &model)
{
    const std::pair<QString, Value> *best = nullptr;
    for (const auto &entry : entries) {
        const QString &pattern = entry.first;
        if (pattern == model)
            return &entry;
        const bool matches = pattern.endsWith(QLatin1Char('*')) && model.startsWith(QStringView(pattern).chopped(1));
        if (matches && (best == nullptr || pattern.size() > best->first.size()))
            best = &entry;
    }
    return best;
}

} // namespace

const std::pair<QString, std::vector<Condition>> *WeatherPhase::conditionsFor(const QString &model) const
{
    return longestMatch(models, model);
}

const RateLimits *WeatherPhase::limitsFor(const QString &model) const
{
    const auto *entry = longestMatch(modelLimits, model);
    return entry == nullptr ? nullptr : &entry->second;
}

tl::expected<WeatherScript, ScriptProblem> WeatherScript::parse(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return notJson(json, error);

    std::optional<ScriptProblem> problem;
    ScriptFields fields(document.isObject() ? QJsonValue(document.object()) : QJsonValue(), {}, problem);
    WeatherScript script;
    script.name = fields.text("name");
    script.title = fields.text("title");
    script.seed = static_cast<std::uint64_t>(fields.number("seed", 0, 9'007'199'254'740'991.0).value_or(1));
    script.repeat = fields.flag("repeat");
    for (const QJsonValue &model : fields.array("serves"))
        script.serves += model.toString();
    if (script.serves.contains(QString()))
        fields.complain(QStringLiteral("serves"), QStringLiteral("must be a list of model ids in quotes"));
    script.tokensPerSecond = fields.number("tokens_per_second", 0.01, most).value_or(script.tokensPerSecond);
    script.firstToken = fields.milliseconds("first_token_ms").value_or(script.firstToken);
    if (const auto limits = fields.value("limits"))
        script.limits = readLimits(*limits, QStringLiteral("limits"), problem);
    if (const auto capacity = fields.value("capacity"))
        script.capacity = readCapacity(*capacity, QStringLiteral("capacity"), problem);
    if (const ProfileName *named = readName(fields, "profile", profileNames))
        script.profile = named->profile;
    if (fields.value("versions"))
        script.versions.clear();
    for (const QJsonValue &version : fields.array("versions"))
        script.versions += version.toString();
    script.batchTime = fromSeconds(fields.number("batch_ms", 0, most).value_or(4000) / 1000);
    script.bare413 = fields.flag("bare_413");
    const QJsonArray phases = fields.array("phases");
    for (qsizetype i = 0; i < phases.size(); ++i)
        script.phases.push_back(readPhase(phases.at(i), QStringLiteral("phases[%1]").arg(i), problem));
    fields.refuseOthers();
    if (problem)
        return tl::unexpected(*problem);
    return script;
}

QStringList WeatherScript::shipped()
{
    return {QStringLiteral("clear"), QStringLiteral("storm"), QStringLiteral("overload"), QStringLiteral("ownlimit"),
        QStringLiteral("flaky"), QStringLiteral("broken"), QStringLiteral("capacity"), QStringLiteral("demo")};
}

tl::expected<WeatherScript, ScriptProblem> WeatherScript::load(const QString &name)
{
    initSimulatorResources();
    QFile file(QStringLiteral(":/simulator/weather/%1.json").arg(name));
    if (!shipped().contains(name) || !file.open(QIODevice::ReadOnly)) {
        return tl::unexpected(
            ScriptProblem {QStringLiteral("There is no weather script called \"%1\"; the program has %2.")
                               .arg(name, shipped().join(QStringLiteral(", "))),
                std::nullopt, {}});
    }
    return parse(file.readAll());
}

} // namespace breakwater
