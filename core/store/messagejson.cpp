// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/messagejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace breakwater {

namespace {

namespace key {
const auto text = QStringLiteral("text");
const auto signature = QStringLiteral("signature");
const auto redacted = QStringLiteral("redacted");
const auto thoughtFor = QStringLiteral("thoughtFor");
const auto explanation = QStringLiteral("explanation");
} // namespace key

/// How each count is written: one list, used both ways.
constexpr std::array counts {std::pair {QLatin1String("input"), &Usage::input}, std::pair {QLatin1String("output"), &Usage::output},
    std::pair {QLatin1String("cacheRead"), &Usage::cacheRead}, std::pair {QLatin1String("cacheWritten"), &Usage::cacheWritten},
    std::pair {QLatin1String("thinking"), &Usage::thinking}};

void put(QJsonObject &object, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

} // namespace

QString thoughtsToJson(const std::vector<Thought> &thoughts)
{
    QJsonArray array;
    for (const Thought &thought : thoughts) {
        QJsonObject object;
        put(object, key::text, thought.text);
        put(object, key::signature, thought.signature);
        put(object, key::redacted, thought.redacted);
        array.append(object);
    }
    return array.isEmpty() ? QStringLiteral("") : QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<Thought> thoughtsFromJson(const QString &json)
{
    std::vector<Thought> thoughts;
    for (const QJsonValue &value : QJsonDocument::fromJson(json.toUtf8()).array()) {
        const QJsonObject object = value.toObject();
        thoughts.push_back({object.value(key::text).toString(), object.value(key::signature).toString(), object.value(key::redacted).toString()});
    }
    return thoughts;
}

QString moreToJson(const Message &message)
{
    QJsonObject object;
    for (const auto &[name, count] : counts) {
        if (message.usage.*count)
            object.insert(name, *(message.usage.*count));
    }
    if (message.thoughtFor > Duration::zero())
        object.insert(key::thoughtFor, static_cast<qint64>(message.thoughtFor.count()));
    put(object, key::explanation, message.explanation);
    return object.isEmpty() ? QStringLiteral("") : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void moreFromJson(const QString &json, Message &message)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    for (const auto &[name, count] : counts) {
        if (object.value(name).isDouble())
            message.usage.*count = object.value(name).toInteger();
    }
    message.thoughtFor = Duration(object.value(key::thoughtFor).toInteger());
    message.explanation = object.value(key::explanation).toString();
}

} // namespace breakwater
