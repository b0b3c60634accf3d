// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/batchdesk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace breakwater {

namespace {

constexpr auto lifetime = std::chrono::hours(24);
constexpr qsizetype mostRequests = 100'000;
const QString customId = QStringLiteral("custom_id");

QJsonValue timeOrNull(const QDateTime &time)
{
    return time.isNull() ? QJsonValue() : QJsonValue(time.toUTC().toString(Qt::ISODateWithMs));
}

std::optional<QString> requestProblem(const QJsonValue &request, qsizetype index, QSet<QString> &known)
{
    static const QRegularExpression allowed(QStringLiteral("\\A[a-zA-Z0-9_-]{1,64}\\z"));
    const QString id = request[customId].toString();
    const QString where = QStringLiteral("requests.%1.").arg(index);
    if (!allowed.match(id).hasMatch())
        return where + QStringLiteral("custom_id: String should match pattern '^[a-zA-Z0-9_-]{1,64}$'");
    if (known.contains(id))
        return where + QStringLiteral("custom_id: \"%1\" is there twice").arg(id);
    known.insert(id);
    if (!request[QLatin1String("params")].isObject())
        return where + QStringLiteral("params: Field required");
    return std::nullopt;
}

} // namespace

BatchDesk::Reply<QJsonObject> BatchDesk::create(
    const QJsonObject &body, ApiVersion version, Duration time, const BatchAsk &ask)
{
    const QJsonArray requests = body.value(QLatin1String("requests")).toArray();
    if (requests.isEmpty() || requests.size() > mostRequests)
        return invalid(QStringLiteral("requests: List should have 1 to %1 items").arg(mostRequests));
    Batch batch;
    QSet<QString> known;
    for (qsizetype i = 0; i < requests.size(); ++i) {
        if (const auto problem = requestProblem(requests.at(i), i, known))
            return invalid(*problem);
        batch.requests.push_back(requests.at(i).toObject());
    }
    batch.id = QStringLiteral("msgbatch_sim%1").arg(++m_number, 20, 10, QLatin1Char('0'));
    batch.key = ask.key;
    batch.version = version;
    batch.time = time;
    batch.created = ask.now;
    batch.end = ask.now + std::min<Duration>(time, lifetime);
    batch.createdAt = ask.wall;
    m_batches.push_back(std::move(batch));
    return describe(m_batches.back(), ask);
}

BatchDesk::Reply<std::vector<BatchDesk::Batch>::iterator> BatchDesk::find(const QString &id, const BatchAsk &ask)
{
    const auto found = std::find_if(m_batches.begin(), m_batches.end(),
        [&](const Batch &batch) { return batch.id == id && batch.key == ask.key; });
    if (found == m_batches.end())
        return tl::unexpected(ApiError {404, QStringLiteral("Message Batch %1 not found").arg(id)});
    letTimePass(*found, ask);
    return found;
}

/// Ends the batch once its end is past: what the work had not come to is cancelled or expired.
void BatchDesk::letTimePass(Batch &batch, const BatchAsk &ask) const
{
    if (!batch.endedAt.isNull() || ask.now < batch.end)
        return;
    const double worked = toSeconds(batch.cancelled.value_or(batch.end) - batch.created);
    const double share = batch.time > Duration::zero() ? std::min(1.0, worked / toSeconds(batch.time)) : 1.0;
    const auto done = static_cast<std::size_t>(share * static_cast<double>(batch.requests.size()));
    const QString rest = batch.cancelled ? QStringLiteral("canceled") : QStringLiteral("expired");
    for (std::size_t i = 0; i < batch.requests.size(); ++i) {
        batch.results.push_back(i < done
                ? m_work(batch.requests[i].value(QLatin1String("params")).toObject(), batch.version)
                : QJsonObject {{QStringLiteral("type"), rest}});
    }
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(ask.now - batch.end);
    batch.endedAt = std::max(batch.createdAt, ask.wall.addMSecs(-since.count()));
}

BatchDesk::Reply<QJsonObject> BatchDesk::retrieve(const QString &id, const BatchAsk &ask)
{
    return find(id, ask).map([&](auto batch) { return describe(*batch, ask); });
}

QJsonObject BatchDesk::list(const Page &page, const BatchAsk &ask)
{
    QList<QJsonValue> own;
    for (auto batch = m_batches.rbegin(); batch != m_batches.rend(); ++batch) {
        letTimePass(*batch, ask);
        if (batch->key == ask.key)
            own += describe(*batch, ask);
    }
    return pageOf(own, page);
}

BatchDesk::Reply<QJsonObject> BatchDesk::cancel(const QString &id, const BatchAsk &ask)
{
    return find(id, ask).map([&](auto batch) {
        if (batch->endedAt.isNull() && !batch->cancelled) {
            batch->cancelled = ask.now;
            batch->cancelledAt = ask.wall;
            batch->end = std::min(batch->end, ask.now + batch->time / 8);
            letTimePass(*batch, ask);
        }
        return describe(*batch, ask);
    });
}

BatchDesk::Reply<QJsonObject> BatchDesk::remove(const QString &id, const BatchAsk &ask)
{
    const auto batch = find(id, ask);
    if (!batch)
        return tl::unexpected(batch.error());
    if ((*batch)->endedAt.isNull())
        return invalid(QStringLiteral("Message Batch %1 has not ended: cancel it first").arg(id));
    m_batches.erase(*batch);
    return QJsonObject {{QStringLiteral("id"), id}, {QStringLiteral("type"), QStringLiteral("message_batch_deleted")}};
}

BatchDesk::Reply<QByteArray> BatchDesk::results(const QString &id, const BatchAsk &ask)
{
    const auto batch = find(id, ask);
    if (!batch)
        return tl::unexpected(batch.error());
    if ((*batch)->endedAt.isNull())
        return invalid(QStringLiteral("Message Batch %1 has no results until it has ended").arg(id));
    QByteArray lines;
    for (std::size_t i = (*batch)->results.size(); i-- > 0;) { // any order but that of the requests
        const QJsonObject line {{customId, (*batch)->requests[i].value(customId)},
            {QStringLiteral("result"), (*batch)->results[i]}};
        lines += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }
    return lines;
}

QJsonObject BatchDesk::describe(const Batch &batch, const BatchAsk &ask)
{
    const bool ended = !batch.endedAt.isNull();
    const auto count = [&](const char *type) {
        return static_cast<int>(std::count_if(batch.results.begin(), batch.results.end(),
            [type](const QJsonObject &each) { return each.value(QLatin1String("type")) == QLatin1String(type); }));
    };
    const QJsonObject counts {{QStringLiteral("processing"), ended ? 0 : static_cast<int>(batch.requests.size())},
        {QStringLiteral("succeeded"), count("succeeded")}, {QStringLiteral("errored"), count("errored")},
        {QStringLiteral("canceled"), count("canceled")}, {QStringLiteral("expired"), count("expired")}};
    const QString status = ended ? QStringLiteral("ended")
        : batch.cancelled        ? QStringLiteral("canceling")
                                 : QStringLiteral("in_progress");
    const QString results =
        QString::fromLatin1(ask.origin) + QStringLiteral("/v1/messages/batches/") + batch.id + QStringLiteral("/results");
    return {{QStringLiteral("id"), batch.id}, {QStringLiteral("type"), QStringLiteral("message_batch")},
        {QStringLiteral("processing_status"), status}, {QStringLiteral("request_counts"), counts},
        {QStringLiteral("created_at"), timeOrNull(batch.createdAt)},
        {QStringLiteral("expires_at"), timeOrNull(batch.createdAt.addSecs(24 * 60 * 60))},
        {QStringLiteral("ended_at"), timeOrNull(batch.endedAt)},
        {QStringLiteral("cancel_initiated_at"), timeOrNull(batch.cancelledAt)},
        {QStringLiteral("archived_at"), QJsonValue()},
        {QStringLiteral("results_url"), ended ? QJsonValue(results) : QJsonValue()}};
}

} // namespace breakwater
