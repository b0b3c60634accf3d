// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/batchwire.h"

#include "core/policy/hint.h"
#include "core/wire/anthropic.h"
#include "core/wire/httpfault.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace breakwater {

namespace {

constexpr qsizetype longestRemoteId = 256;
constexpr qsizetype longestCustomId = 64;
const QString batchesPath = QStringLiteral("/v1/messages/batches");

QString pathOf(const QString &id)
{
    return QString(batchesPath + QLatin1Char('/') + id);
}

WireRequest encodeAt(const BatchAccess &access, const QByteArray &method, const QString &path)
{
    return anthropic::encodeTo(access.provider, access.key, method, path, access.olderVersion);
}

/// The scheme, host and port are those of `home`, and no other name goes along.
bool isAtHome(const QUrl &url, const QUrl &home)
{
    const auto port = [](const QUrl &each) { return each.port(each.scheme() == QLatin1String("https") ? 443 : 80); };
    return url.isValid() && url.scheme() == home.scheme() && url.host() == home.host() && port(url) == port(home) && url.userInfo().isEmpty();
}

QString wordIn(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

std::optional<WallTime> momentIn(const QJsonObject &object, const char *name)
{
    const QString text = wordIn(object, name);
    return text.isEmpty() ? std::nullopt : parseTimestamp(text.toLatin1());
}

std::optional<RemoteStatus> statusIn(const QJsonObject &object)
{
    const QString word = wordIn(object, "processing_status");
    if (word == QLatin1String("in_progress"))
        return RemoteStatus::InProgress;
    if (word == QLatin1String("canceling"))
        return RemoteStatus::Canceling;
    return word == QLatin1String("ended") ? std::optional(RemoteStatus::Ended) : std::nullopt;
}

qint64 allCounted(const QJsonObject &counts)
{
    constexpr double most = 1e9; // of any count: their sum must not overflow
    qint64 all = 0;
    for (const char *name : {"processing", "succeeded", "errored", "canceled", "expired"})
        all += static_cast<qint64>(std::clamp(counts.value(QLatin1String(name)).toDouble(), 0.0, most));
    return all;
}

std::optional<RemoteBatch> remoteBatchFrom(const QJsonObject &object)
{
    RemoteBatch batch;
    batch.id = wordIn(object, "id");
    const auto status = statusIn(object);
    const auto createdAt = momentIn(object, "created_at");
    if (!isRemoteId(batch.id) || !status || !createdAt)
        return std::nullopt;
    batch.status = *status;
    batch.createdAt = *createdAt;
    batch.requests = allCounted(object.value(QLatin1String("request_counts")).toObject());
    batch.expiresAt = momentIn(object, "expires_at");
    batch.endedAt = momentIn(object, "ended_at");
    batch.archivedAt = momentIn(object, "archived_at");
    batch.results = wordIn(object, "results_url");
    return batch;
}

tl::unexpected<Fault> notWhatWasAsked()
{
    Fault fault;
    fault.kind = FaultKind::Protocol;
    return tl::unexpected(fault);
}

void takeCount(const QJsonObject &object, const char *name, std::optional<qint64> &count)
{
    const QJsonValue value = object.value(QLatin1String(name));
    if (value.isDouble() && value.toDouble() >= 0)
        count = value.toInteger();
}

Usage usageOf(const QJsonObject &object)
{
    Usage usage;
    takeCount(object, "input_tokens", usage.input);
    takeCount(object, "output_tokens", usage.output);
    takeCount(object, "cache_read_input_tokens", usage.cacheRead);
    takeCount(object, "cache_creation_input_tokens", usage.cacheWritten);
    takeCount(object.value(QLatin1String("output_tokens_details")).toObject(), "thinking_tokens", usage.thinking);
    if (usage.input) // the API counts what the cache took apart
        *usage.input += usage.cacheRead.value_or(0) + usage.cacheWritten.value_or(0);
    return usage;
}

RowResult answerFrom(const QJsonObject &message)
{
    RowResult row;
    row.state = RowState::Answered;
    for (const QJsonValue &block : message.value(QLatin1String("content")).toArray()) {
        if (block[QLatin1String("type")] == QLatin1String("text"))
            row.text += block[QLatin1String("text")].toString();
    }
    row.model = wordIn(message, "model");
    row.usage = usageOf(message.value(QLatin1String("usage")).toObject());
    row.message = QJsonDocument(message).toJson(QJsonDocument::Compact);
    return row;
}

/// `error` is the whole envelope.
RowResult failureFrom(const QJsonObject &error)
{
    RowResult row;
    row.state = RowState::Failed;
    row.fault = faultFromErrorJson(QJsonDocument(error).toJson(QJsonDocument::Compact));
    row.fault->inStream = false; // no answer had begun
    return row;
}

std::optional<RowResult> rowFrom(const QJsonObject &result)
{
    const QString type = wordIn(result, "type");
    if (type == QLatin1String("succeeded") && result.value(QLatin1String("message")).isObject())
        return answerFrom(result.value(QLatin1String("message")).toObject());
    if (type == QLatin1String("errored"))
        return failureFrom(result.value(QLatin1String("error")).toObject());
    RowResult row;
    row.state = RowState::NotSent;
    return type == QLatin1String("canceled") || type == QLatin1String("expired") ? std::optional(row) : std::nullopt;
}

} // namespace

bool isRemoteId(const QString &id)
{
    constexpr std::array others {'_', '-', ':', '.'};
    const auto fits = [&others](QChar each) {
        const char letter = each.toLatin1();
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
        return plain || std::find(others.begin(), others.end(), letter) != others.end();
    };
    return !id.isEmpty() && id.size() <= longestRemoteId && !id.startsWith(QLatin1Char('.')) && std::all_of(id.begin(), id.end(), fits);
}

WireRequest encodeBatchCreate(const BatchAccess &access, const QByteArray &body)
{
    WireRequest request = encodeAt(access, "POST", batchesPath);
    request.body = body;
    return request;
}

WireRequest encodeBatchRetrieve(const BatchAccess &access, const QString &id)
{
    return encodeAt(access, "GET", pathOf(id));
}

WireRequest encodeBatchCancel(const BatchAccess &access, const QString &id)
{
    return encodeAt(access, "POST", QString(pathOf(id) + QLatin1String("/cancel")));
}

WireRequest encodeBatchList(const BatchAccess &access, const QString &after)
{
    WireRequest request = encodeAt(access, "GET", batchesPath);
    QUrlQuery query {{QStringLiteral("limit"), QStringLiteral("100")}};
    if (!after.isEmpty())
        query.addQueryItem(QStringLiteral("after_id"), after);
    request.url.setQuery(query);
    return request;
}

WireRequest encodeBatchResults(const BatchAccess &access, const QString &id, const QString &told)
{
    WireRequest request = encodeAt(access, "GET", QString(pathOf(id) + QLatin1String("/results")));
    const QUrl elsewhere(told, QUrl::StrictMode);
    if (isAtHome(elsewhere, request.url))
        request.url = elsewhere;
    return request;
}

Result<RemoteBatch> remoteBatchFromJson(const QByteArray &json)
{
    const auto batch = remoteBatchFrom(QJsonDocument::fromJson(json).object());
    if (!batch)
        return notWhatWasAsked();
    return *batch;
}

Result<RemotePage> remotePageFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonValue data = object.value(QLatin1String("data"));
    if (!data.isArray())
        return notWhatWasAsked();
    RemotePage page;
    QSet<QString> seen;
    for (const QJsonValue &each : data.toArray()) {
        const auto batch = remoteBatchFrom(each.toObject());
        if (!batch || seen.contains(batch->id))
            continue;
        seen.insert(batch->id);
        page.batches.push_back(*batch);
    }
    const QString last = wordIn(object, "last_id");
    if (object.value(QLatin1String("has_more")).toBool() && isRemoteId(last))
        page.next = last;
    return page;
}

std::optional<ResultLine> resultFromLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    ResultLine read {wordIn(object, "custom_id"), {}};
    auto row = rowFrom(object.value(QLatin1String("result")).toObject());
    if (!row || read.customId.isEmpty() || read.customId.size() > longestCustomId)
        return std::nullopt;
    read.result = *std::move(row);
    return read;
}

} // namespace breakwater
