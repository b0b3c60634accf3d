// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/dialect.h"

#include <QJsonObject>

#include <map>

namespace breakwater::anthropic {

[[nodiscard]] WireRequest encode(const Provider &provider, const QByteArray &key, const Ask &ask);
/// The body of the same request, without `stream`: as a batch takes it.
[[nodiscard]] QJsonObject messageBody(const Ask &ask);
[[nodiscard]] WireRequest encodeModelList(const Provider &provider, const QByteArray &key, const QString &after = {}, bool olderVersion = false);

/// How many tokens `ask` has as the provider counts: free of charge, with a limit of its own.
[[nodiscard]] WireRequest encodeCount(const Provider &provider, const QByteArray &key, const Ask &ask);
[[nodiscard]] std::optional<qint64> countFromJson(const QByteArray &json);

/// A request to `path`, which begins with /v1/ and needs no escapes, without query and body.
[[nodiscard]] WireRequest encodeTo(const Provider &provider, const QByteArray &key, const QByteArray &method, const QString &path, bool olderVersion = false);

/// Reads the events of POST /v1/messages. Unknown events and deltas are skipped: new ones may appear within a version.
class MessagesDecoder final : public Decoder
{
public:
    [[nodiscard]] std::vector<WireEvent> decode(const SseEvent &event) override;
    [[nodiscard]] std::vector<WireEvent> decodeWhole(const QByteArray &body) override;

private:
    [[nodiscard]] std::vector<WireEvent> begin(const QJsonObject &message);
    [[nodiscard]] std::vector<WireEvent> beginBlock(int index, const QJsonObject &block);
    [[nodiscard]] std::vector<WireEvent> extend(int index, const QJsonObject &delta);
    [[nodiscard]] std::vector<WireEvent> endBlock(int index);
    [[nodiscard]] std::vector<WireEvent> takeMessageDelta(const QJsonObject &event);
    [[nodiscard]] wire::Counted count(const QJsonObject &usage);

    std::map<int, QString> m_signatures; // of the blocks of thinking that are open
    Usage m_usage; // `input` without what the cache took
};

} // namespace breakwater::anthropic
