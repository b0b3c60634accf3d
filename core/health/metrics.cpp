// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/metrics.h"

#include <algorithm>
#include <set>

namespace breakwater {

namespace {

using Labels = std::vector<std::pair<const char *, QString>>;

constexpr std::array everyResult {SampleClass::Answered, SampleClass::OwnLimit, SampleClass::Overloaded, SampleClass::ServerError, SampleClass::Network};

const char *resultName(SampleClass result)
{
    switch (result) {
    case SampleClass::Answered:
        return "answered";
    case SampleClass::OwnLimit:
        return "rate_limited_429";
    case SampleClass::Overloaded:
        return "overloaded_529";
    case SampleClass::ServerError:
        return "server_error";
    case SampleClass::Network:
        return "network";
    }
    return "";
}

const char *flowName(RouteFlow flow)
{
    switch (flow) {
    case RouteFlow::Flowing:
        return "flowing";
    case RouteFlow::Paused:
        return "paused";
    case RouteFlow::Testing:
        return "testing";
    }
    return "";
}

const char *seaName(SeaState sea)
{
    switch (sea) {
    case SeaState::Clear:
        return "clear";
    case SeaState::Choppy:
        return "choppy";
    case SeaState::Storm:
        return "storm";
    case SeaState::NoSignal:
        return "no_signal";
    }
    return "";
}

const char *endName(TurnEnd end)
{
    switch (end) {
    case TurnEnd::Answered:
        return "answered";
    case TurnEnd::BrokenOff:
        return "broken_off";
    case TurnEnd::Stopped:
        return "stopped";
    case TurnEnd::Failed:
        return "failed";
    case TurnEnd::Cancelled:
        return "cancelled";
    }
    return "";
}

const char *limitName(RoomLeft::Dimension dimension)
{
    switch (dimension) {
    case RoomLeft::Dimension::Requests:
        return "requests";
    case RoomLeft::Dimension::InputTokens:
        return "input_tokens";
    case RoomLeft::Dimension::OutputTokens:
        return "output_tokens";
    case RoomLeft::Dimension::Tokens:
        return "tokens";
    }
    return "";
}

QByteArray numberText(double value)
{
    return QByteArray::number(value, 'g', 12);
}

double roomRatio(const RoomLeft &room, WallTime at)
{
    if (room.resetAt && *room.resetAt <= at)
        return 1.0;
    return std::clamp(static_cast<double>(room.remaining) / static_cast<double>(room.limit), 0.0, 1.0);
}

Labels labelsOf(const RouteLabels &route)
{
    return {{"route", route.route}, {"provider", route.provider}, {"model", route.model}};
}

Labels with(Labels labels, const char *name, const char *value)
{
    labels.emplace_back(name, QLatin1String(value));
    return labels;
}

/// Writes families of lines, one after another.
class MetricsWriter
{
public:
    void begin(const char *name, const char *type, const char *help)
    {
        m_name = name;
        m_text += "# HELP " + m_name + ' ' + help + "\n# TYPE " + m_name + ' ' + type + '\n';
    }
    void add(const Labels &labels, const QByteArray &value, const char *ending = "")
    {
        m_text += m_name + ending;
        const char *before = "{";
        for (const auto &[name, said] : labels) {
            m_text += QByteArray(before) + name + "=\"" + escapedLabel(said) + '"';
            before = ",";
        }
        m_text += QByteArray(labels.empty() ? " " : "} ") + value + '\n';
    }
    void add(const Labels &labels, const Histogram &histogram)
    {
        for (std::size_t index = 0; index < histogram.bounds().size(); ++index)
            add(with(labels, "le", numberText(histogram.bounds()[index]).constData()), QByteArray::number(histogram.within(index)), "_bucket");
        add(with(labels, "le", "+Inf"), QByteArray::number(histogram.count()), "_bucket");
        add(labels, numberText(toSeconds(histogram.sum())), "_sum");
        add(labels, QByteArray::number(histogram.count()), "_count");
    }
    /// One line for each state, 1 for the one that it is.
    template <class State>
    void addStates(const Labels &labels, std::initializer_list<State> all, State present, const char *(*nameOf)(State))
    {
        for (const State each : all)
            add(with(labels, "state", nameOf(each)), each == present ? "1" : "0");
    }
    [[nodiscard]] QByteArray text() const { return m_text; }

private:
    QByteArray m_name;
    QByteArray m_text;
};

void writeCounted(MetricsWriter &writer, const MetricsFacts &facts)
{
    std::map<RouteLabels, RouteTally> routes = facts.tally.routes();
    for (const RouteNow &route : facts.routes)
        routes.try_emplace(route.labels);

    writer.begin("breakwater_attempts_total", "counter", "Requests to a model that ended, by what they came to.");
    for (const auto &[labels, tally] : routes) {
        for (const SampleClass result : everyResult)
            writer.add(with(labelsOf(labels), "result", resultName(result)), QByteArray::number(tally.attempts[static_cast<std::size_t>(result)]));
    }
    writer.begin("breakwater_retry_wait_seconds", "histogram", "Waits chosen before a retry, by what made them necessary.");
    for (const SampleClass cause : everyResult) {
        if (cause != SampleClass::Answered)
            writer.add({{"cause", QLatin1String(resultName(cause))}}, facts.tally.waits(cause));
    }
    writer.begin("breakwater_first_content_seconds", "histogram", "From a request to the first content of its answer.");
    for (const auto &[labels, tally] : routes)
        writer.add(labelsOf(labels), tally.firstContent);
    writer.begin("breakwater_answer_seconds", "histogram", "From a request to the end of its answer.");
    for (const auto &[labels, tally] : routes)
        writer.add(labelsOf(labels), tally.answer);
    writer.begin("breakwater_turns_total", "counter", "Questions that were settled, by how they ended.");
    for (const TurnEnd end : {TurnEnd::Answered, TurnEnd::BrokenOff, TurnEnd::Stopped, TurnEnd::Failed, TurnEnd::Cancelled})
        writer.add({{"end", QLatin1String(endName(end))}}, QByteArray::number(facts.tally.turns(end)));
}

void writePresent(MetricsWriter &writer, const MetricsFacts &facts)
{
    writer.begin("breakwater_breaker_state", "gauge", "1 for the state that a route is in.");
    for (const RouteNow &route : facts.routes)
        writer.addStates({{"route", route.labels.route}}, {RouteFlow::Flowing, RouteFlow::Paused, RouteFlow::Testing}, route.flow, flowName);
    writer.begin("breakwater_room_left_ratio", "gauge", "What is left of a limit, as the provider told it last.");
    for (const auto &[provider, rooms] : facts.rooms) {
        std::set<RoomLeft::Dimension> told; // a series that comes twice makes all of it unreadable
        for (const RoomLeft &room : rooms) {
            if (room.limit > 0 && told.insert(room.dimension).second)
                writer.add({{"provider", provider.text()}, {"limit", QLatin1String(limitName(room.dimension))}}, numberText(roomRatio(room, facts.at)));
        }
    }
    writer.begin("breakwater_retry_budget_tokens", "gauge", "Retries that may be spent at once.");
    for (const auto &[provider, level] : facts.budgets)
        writer.add({{"provider", provider.text()}}, numberText(level));
    writer.begin("breakwater_sea_state", "gauge", "1 for the weather as the window shows it.");
    writer.addStates({}, {SeaState::Clear, SeaState::Choppy, SeaState::Storm, SeaState::NoSignal}, facts.sea, seaName);
    writer.begin("breakwater_outbox_turns", "gauge", "Questions that are accepted and not settled yet.");
    writer.add({}, QByteArray::number(static_cast<quint64>(facts.unsettledTurns)));
    writer.begin("breakwater_build_info", "gauge", "Always 1; the label tells the version.");
    writer.add({{"version", facts.version}}, "1");
}

} // namespace

QByteArray escapedLabel(const QString &value)
{
    QString text = value;
    text.replace(QChar(0), QChar(QChar::ReplacementCharacter)); // the format cannot have it
    return text.toUtf8().replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
}

QByteArray metricsText(const MetricsFacts &facts)
{
    MetricsWriter writer;
    writeCounted(writer, facts);
    writePresent(writer, facts);
    return writer.text();
}

} // namespace breakwater
