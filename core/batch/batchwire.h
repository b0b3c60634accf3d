// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/http.h"
#include "core/base/result.h"
#include "core/batch/batch.h"
#include "core/route/provider.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace breakwater {

/// Message Batches as Anthropic's API has them: what is asked, and what the answers say. Pure; any bytes are safe.

/// At whose door, and with what. The key goes nowhere else.
struct BatchAccess
{
    const Provider &provider;
    QByteArray key;
    bool olderVersion = false; ///< of the API
};

enum class RemoteStatus { InProgress, Canceling, Ended };

/// A batch as the provider describes it. Of its requests nothing is told: neither names nor progress.
struct RemoteBatch
{
    QString id;
    RemoteStatus status = RemoteStatus::InProgress;
    qint64 requests = 0; ///< all counts together: until the end all of them are "processing"
    WallTime createdAt; ///< by the provider's clock
    std::optional<WallTime> expiresAt = {};
    std::optional<WallTime> endedAt = {};
    std::optional<WallTime> archivedAt = {}; ///< its results are gone
    QString results = {}; ///< where they are read; empty before the end
    friend bool operator==(const RemoteBatch &, const RemoteBatch &) = default;
};

/// One page of the list, newest first.
struct RemotePage
{
    std::vector<RemoteBatch> batches;
    QString next; ///< ask again for what comes after this id; empty: that was all
    friend bool operator==(const RemotePage &, const RemotePage &) = default;
};

/// What came of one request: its name, and its result without the number of its row.
struct ResultLine
{
    QString customId;
    RowResult result;
    friend bool operator==(const ResultLine &, const ResultLine &) = default;
};

[[nodiscard]] WireRequest encodeBatchCreate(const BatchAccess &access, const QByteArray &body);
[[nodiscard]] WireRequest encodeBatchRetrieve(const BatchAccess &access, const QString &id);
[[nodiscard]] WireRequest encodeBatchCancel(const BatchAccess &access, const QString &id);
[[nodiscard]] WireRequest encodeBatchList(const BatchAccess &access, const QString &after = {});
/// `told` is where the provider says that they are. What is not on its own origin gets no key: then they are asked for
/// where they should be.
[[nodiscard]] WireRequest encodeBatchResults(const BatchAccess &access, const QString &id, const QString &told = {});

/// An id that can stand in a path as it is.
[[nodiscard]] bool isRemoteId(const QString &id);

/// Fail with Protocol where the answer is something else.
[[nodiscard]] Result<RemoteBatch> remoteBatchFromJson(const QByteArray &json);
[[nodiscard]] Result<RemotePage> remotePageFromJson(const QByteArray &json);
/// None for a line that is no result of a request.
[[nodiscard]] std::optional<ResultLine> resultFromLine(const QByteArray &line);

} // namespace breakwater
