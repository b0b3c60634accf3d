// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/messagejson.h"

#include "core/store/jsonfields.h"
#include "core/store/usagejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace breakwater {

namespace {

using namespace jsonfields;

namespace key {
const auto text = QStringLiteral("text");
const auto signature = QStringLiteral("signature");
const auto redacted = QStringLiteral("redacted");
const auto thoughtFor = QStringLiteral("thoughtFor");
const auto dollars = QStringLiteral("dollars");
const auto explanation = QStringLiteral("explanation");
} // namespace key

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
    putUsage(object, message.usage);
    if (message.thoughtFor > Duration::zero())
        object.insert(key::thoughtFor, static_cast<qint64>(message.thoughtFor.count()));
    put(object, key::dollars, message.dollars);
    put(object, key::explanation, message.explanation);
    return object.isEmpty() ? QStringLiteral("") : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void moreFromJson(const QString &json, Message &message)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    message.usage = usageFrom(object);
    message.thoughtFor = Duration(object.value(key::thoughtFor).toInteger());
    message.dollars = real(object, key::dollars);
    message.explanation = object.value(key::explanation).toString();
}

} // namespace breakwater
