// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/batchjson.h"

#include "core/store/faultjson.h"
#include "core/store/jsonfields.h"
#include "core/store/names.h"
#include "core/store/usagejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace breakwater {

namespace {

using namespace jsonfields;

// Keys are written once here and used both ways.
namespace key {
const auto number = QStringLiteral("number");
const auto phase = QStringLiteral("phase");
const auto rows = QStringLiteral("rows");
const auto remote = QStringLiteral("remote");
const auto candidates = QStringLiteral("candidates");
const auto keyName = QStringLiteral("key");
const auto sentAt = QStringLiteral("sentAt");
const auto creates = QStringLiteral("creates");
const auto expiresAt = QStringLiteral("expiresAt");
const auto endedAt = QStringLiteral("endedAt");
const auto results = QStringLiteral("results");
const auto cancelWanted = QStringLiteral("cancelWanted");
const auto fault = QStringLiteral("fault");
const auto nextLook = QStringLiteral("nextLook");
const auto failures = QStringLiteral("failures");
} // namespace key

QString compact(const QJsonObject &object)
{
    return object.isEmpty() ? QStringLiteral("") : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject toJson(const BatchPart &part)
{
    QJsonObject object {{key::number, part.number}, {key::phase, nameOf(part.phase)}, {key::rows, part.rows}};
    put(object, key::remote, part.remote);
    if (!part.candidates.empty())
        object.insert(key::candidates, QJsonArray::fromStringList(QStringList(part.candidates.begin(), part.candidates.end())));
    put(object, key::keyName, part.key);
    if (part.sentAt != WallTime {})
        put(object, key::sentAt, std::optional(part.sentAt));
    if (part.creates != 0)
        object.insert(key::creates, part.creates);
    if (part.expiresAt != WallTime {})
        put(object, key::expiresAt, std::optional(part.expiresAt));
    put(object, key::endedAt, part.endedAt);
    put(object, key::results, part.results);
    if (part.cancelWanted)
        object.insert(key::cancelWanted, true);
    if (part.fault)
        object.insert(key::fault, faultToJson(*part.fault));
    put(object, key::nextLook, part.nextLook);
    if (part.failures != 0)
        object.insert(key::failures, part.failures);
    return object;
}

BatchPart partFromJson(const QJsonObject &object)
{
    BatchPart part;
    part.number = whole(object, key::number).value_or(1);
    part.phase = valueOf<PartPhase>(object.value(key::phase).toString()).value_or(PartPhase::Searching);
    part.rows = large(object, key::rows).value_or(0);
    part.remote = object.value(key::remote).toString();
    for (const QJsonValue &each : object.value(key::candidates).toArray())
        part.candidates.push_back(each.toString());
    part.key = object.value(key::keyName).toString();
    part.sentAt = moment(object, key::sentAt).value_or(WallTime {});
    part.creates = whole(object, key::creates).value_or(0);
    part.expiresAt = moment(object, key::expiresAt).value_or(WallTime {});
    part.endedAt = moment(object, key::endedAt);
    part.results = object.value(key::results).toString();
    part.cancelWanted = object.value(key::cancelWanted).toBool();
    if (object.value(key::fault).isObject())
        part.fault = faultFromJson(object.value(key::fault).toObject());
    part.nextLook = moment(object, key::nextLook);
    part.failures = whole(object, key::failures).value_or(0);
    return part;
}

} // namespace

QString partsToJson(const std::vector<BatchPart> &parts)
{
    QJsonArray array;
    for (const BatchPart &part : parts)
        array.append(toJson(part));
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<BatchPart> partsFromJson(const QString &json)
{
    std::vector<BatchPart> parts;
    for (const QJsonValue &each : QJsonDocument::fromJson(json.toUtf8()).array()) {
        if (each.isObject())
            parts.push_back(partFromJson(each.toObject()));
    }
    return parts;
}

QString usageToText(const Usage &usage)
{
    QJsonObject object;
    putUsage(object, usage);
    return compact(object);
}

Usage usageFromText(const QString &text)
{
    return usageFrom(QJsonDocument::fromJson(text.toUtf8()).object());
}

QString faultToText(const std::optional<Fault> &fault)
{
    return fault ? compact(faultToJson(*fault)) : QStringLiteral("");
}

std::optional<Fault> faultFromText(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(faultFromJson(QJsonDocument::fromJson(text.toUtf8()).object()));
}

} // namespace breakwater
