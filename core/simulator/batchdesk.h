// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/simulator/apierror.h"
#include "core/simulator/messagesrules.h"
#include "core/simulator/page.h"

#include <QDateTime>

#include <tl/expected.hpp>

#include <functional>
#include <vector>

namespace breakwater {

/// Who asks, and when.
struct BatchAsk
{
    QByteArray key; ///< sees its own batches only
    QByteArray origin; ///< `http://host:port`, for the address of the results
    Instant now; ///< simulated
    QDateTime wall;
};

/// The Message Batches of the simulated provider: taken at once, worked on over time, ended whole. Requests are looked
/// at only at the end, as by the real API: one that makes no sense is taken, and has an error for its result. Pure over
/// time; an error is what the API answers.
class BatchDesk
{
public:
    /// The result of one request by its params: an object whose `type` is "succeeded" or "errored".
    using Work = std::function<QJsonObject(const QJsonObject &params, ApiVersion version)>;
    template <class T>
    using Reply = tl::expected<T, ApiError>;

    explicit BatchDesk(Work work)
        : m_work(std::move(work))
    {
    }

    /// `time`: how long the work on all of it takes.
    [[nodiscard]] Reply<QJsonObject> create(
        const QJsonObject &body, ApiVersion version, Duration time, const BatchAsk &ask);
    [[nodiscard]] Reply<QJsonObject> retrieve(const QString &id, const BatchAsk &ask);
    /// Newest first.
    [[nodiscard]] QJsonObject list(const Page &page, const BatchAsk &ask);
    /// What was worked on until now stays; it ends soon after. An ended batch stays as it is.
    [[nodiscard]] Reply<QJsonObject> cancel(const QString &id, const BatchAsk &ask);
    /// Only what has ended.
    [[nodiscard]] Reply<QJsonObject> remove(const QString &id, const BatchAsk &ask);
    /// A line of JSON for each request, not in the order of the requests.
    [[nodiscard]] Reply<QByteArray> results(const QString &id, const BatchAsk &ask);

private:
    struct Batch
    {
        QString id;
        QByteArray key;
        ApiVersion version = ApiVersion::Of2026;
        std::vector<QJsonObject> requests;
        Duration time {};
        Instant created;
        Instant end; ///< moves when it is cancelled
        QDateTime createdAt;
        std::optional<Instant> cancelled;
        QDateTime cancelledAt;
        QDateTime endedAt; ///< null until the end
        std::vector<QJsonObject> results; ///< in the order of the requests
    };
    [[nodiscard]] Reply<std::vector<Batch>::iterator> find(const QString &id, const BatchAsk &ask);
    void letTimePass(Batch &batch, const BatchAsk &ask) const;
    [[nodiscard]] static QJsonObject describe(const Batch &batch, const BatchAsk &ask);

    Work m_work;
    std::vector<Batch> m_batches; ///< oldest first
    int m_number = 0;
};

} // namespace breakwater
