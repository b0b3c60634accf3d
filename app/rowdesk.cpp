// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rowdesk.h"

#include "app/engine.h"
#include "core/batch/batchcharge.h"
#include "core/batch/rowconversation.h"
#include "core/store/batchexport.h"

namespace breakwater {

namespace {

Fault goneFromHistory()
{
    Fault fault;
    fault.kind = FaultKind::Store;
    fault.code = QStringLiteral("gone");
    return fault;
}

/// A conversation of its own: the row's question and its answer.
void openRow(Engine &engine, const BatchId &id, qint64 row, std::function<void(const Result<ConversationId> &)> done)
{
    engine.store().wholeRow(id, row, [&engine, id, done = std::move(done)](const Result<std::optional<WholeRow>> &read) {
        const Batch *batch = engine.batches().batch(id);
        if (!read || !*read || batch == nullptr) {
            done(tl::unexpected(read ? goneFromHistory() : read.error()));
            return;
        }
        const Route *route = engine.routes().route(batch->route);
        const Provider *provider = route != nullptr ? engine.routes().provider(route->provider) : nullptr;
        const RowResult &result = (*read)->result;
        const auto dollars = provider != nullptr ? batchCharge(engine.ledger(), *provider, result.model, result.usage) : std::nullopt;
        const auto made = conversationOf(*batch, **read, dollars, engine.time().wall());
        if (!made) {
            done(tl::unexpected(goneFromHistory()));
            return;
        }
        engine.store().add(made->conversation, made->messages, [&engine, made = *made, done](const Result<void> &written) {
            if (!written) {
                done(tl::unexpected(written.error()));
                return;
            }
            engine.addConversation(made.conversation, made.messages);
            done(made.conversation.id);
        });
    });
}

} // namespace

RowDesk::RowDesk(Engine &engine)
{
    m_port.exportRows = [&engine, stop = m_stop](const BatchId &id, RowFormat format, std::optional<RowState> state, const QString &path, std::function<void(const Result<qint64> &)> done) {
        const BatchExport wanted {engine.historyFile(), path, id, format, state, engine.ledger().prices()};
        engine.store().beside<qint64>([wanted, stop] { return exportBatch(wanted, *stop); }, std::move(done));
    };
    m_port.openAsConversation = [&engine](const BatchId &id, qint64 row, std::function<void(const Result<ConversationId> &)> done) { openRow(engine, id, row, std::move(done)); };
}

RowDesk::~RowDesk()
{
    *m_stop = true;
}

} // namespace breakwater
