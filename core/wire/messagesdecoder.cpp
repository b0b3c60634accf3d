// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/anthropic.h"

#include "core/wire/eventjson.h"
#include "core/wire/httpfault.h"

#include <QJsonArray>

namespace breakwater::anthropic {

namespace {

QString word(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

/// A count that is there and not null replaces the one that was known.
void take(const QJsonObject &object, const char *name, std::optional<qint64> &count)
{
    const QJsonValue value = object.value(QLatin1String(name));
    if (value.isDouble())
        count = value.toInteger();
}

StopReason stopReasonFrom(const QString &word)
{
    if (word == QLatin1String("end_turn") || word == QLatin1String("stop_sequence"))
        return StopReason::EndOfTurn;
    if (word == QLatin1String("max_tokens"))
        return StopReason::LengthLimit;
    if (word == QLatin1String("model_context_window_exceeded"))
        return StopReason::WindowFull;
    if (word == QLatin1String("refusal"))
        return StopReason::Declined;
    if (word == QLatin1String("pause_turn"))
        return StopReason::Paused;
    return StopReason::Other;
}

} // namespace

std::vector<WireEvent> MessagesDecoder::decode(const SseEvent &event)
{
    if (event.name == "error")
        return {wire::Failed {faultFromErrorJson(event.data)}};
    const auto parsed = eventJson(event.data);
    if (!parsed)
        return {wire::Failed {parsed.error()}};
    const QJsonObject &object = *parsed;
    const QString type = word(object, "type");
    const int index = object.value(QLatin1String("index")).toInt();
    if (type == QLatin1String("content_block_delta"))
        return extend(index, object.value(QLatin1String("delta")).toObject());
    if (type == QLatin1String("content_block_start"))
        return beginBlock(index, object.value(QLatin1String("content_block")).toObject());
    if (type == QLatin1String("content_block_stop"))
        return endBlock(index);
    if (type == QLatin1String("message_start"))
        return begin(object.value(QLatin1String("message")).toObject());
    if (type == QLatin1String("message_delta"))
        return takeMessageDelta(object);
    if (type == QLatin1String("message_stop"))
        return {wire::Finished {}};
    if (type == QLatin1String("error"))
        return {wire::Failed {faultFromErrorJson(event.data)}};
    return {};
}

std::vector<WireEvent> MessagesDecoder::decodeWhole(const QByteArray &body)
{
    const auto parsed = eventJson(body);
    if (!parsed || word(*parsed, "type") != QLatin1String("message"))
        return {};
    const QJsonObject &message = *parsed;
    std::vector<WireEvent> events = begin(message);
    const auto add = [&events](std::vector<WireEvent> more) { std::move(more.begin(), more.end(), std::back_inserter(events)); };
    int index = 0;
    for (const QJsonValue &block : message.value(QLatin1String("content")).toArray()) {
        add(beginBlock(index, block.toObject()));
        add(endBlock(index++));
    }
    // It has the fields of a delta in itself.
    add(takeMessageDelta({{QStringLiteral("delta"), message}}));
    events.emplace_back(wire::Finished {});
    return events;
}

std::vector<WireEvent> MessagesDecoder::begin(const QJsonObject &message)
{
    std::vector<WireEvent> events {wire::Started {word(message, "model")}};
    const QJsonObject usage = message.value(QLatin1String("usage")).toObject();
    if (!usage.isEmpty())
        events.push_back(count(usage));
    return events;
}

/// A block may bring its first text with it. Thinking may be shown by nothing but its beginning, and last for minutes.
std::vector<WireEvent> MessagesDecoder::beginBlock(int index, const QJsonObject &block)
{
    const QString type = word(block, "type");
    if (type == QLatin1String("thinking")) {
        m_signatures[index] = word(block, "signature");
        return {wire::Thinking {word(block, "thinking")}};
    }
    if (type == QLatin1String("redacted_thinking"))
        return {wire::ThoughtEnded {{}, word(block, "data")}};
    const QString text = word(block, "text");
    if (type == QLatin1String("text") && !text.isEmpty())
        return {wire::Text {text}};
    return {};
}

std::vector<WireEvent> MessagesDecoder::extend(int index, const QJsonObject &delta)
{
    const QString type = word(delta, "type");
    if (type == QLatin1String("text_delta"))
        return {wire::Text {word(delta, "text")}};
    if (type == QLatin1String("thinking_delta"))
        return {wire::Thinking {word(delta, "thinking")}};
    const auto open = m_signatures.find(index);
    if (type == QLatin1String("signature_delta") && open != m_signatures.end())
        open->second = word(delta, "signature"); // each is whole: the last one holds
    return {};
}

std::vector<WireEvent> MessagesDecoder::endBlock(int index)
{
    const auto thinking = m_signatures.extract(index);
    if (thinking.empty())
        return {};
    return {wire::ThoughtEnded {thinking.mapped(), {}}};
}

std::vector<WireEvent> MessagesDecoder::takeMessageDelta(const QJsonObject &event)
{
    std::vector<WireEvent> events;
    const QJsonObject usage = event.value(QLatin1String("usage")).toObject();
    if (!usage.isEmpty())
        events.push_back(count(usage));
    const QJsonObject delta = event.value(QLatin1String("delta")).toObject();
    const QString reason = word(delta, "stop_reason");
    if (!reason.isEmpty())
        events.push_back(wire::Stopping {stopReasonFrom(reason), word(delta.value(QLatin1String("stop_details")).toObject(), "explanation")});
    return events;
}

/// The counts are totals so far; those that an event leaves out, or gives as null, stand as they were.
wire::Counted MessagesDecoder::count(const QJsonObject &usage)
{
    take(usage, "input_tokens", m_usage.input);
    take(usage, "output_tokens", m_usage.output);
    take(usage, "cache_read_input_tokens", m_usage.cacheRead);
    take(usage, "cache_creation_input_tokens", m_usage.cacheWritten);
    take(usage.value(QLatin1String("output_tokens_details")).toObject(), "thinking_tokens", m_usage.thinking);
    Usage whole = m_usage;
    if (whole.input) // the API counts what the cache took apart
        *whole.input += whole.cacheRead.value_or(0) + whole.cacheWritten.value_or(0);
    return {whole};
}

} // namespace breakwater::anthropic
