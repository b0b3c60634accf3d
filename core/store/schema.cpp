// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include <array>

namespace breakwater {

namespace {

// A migration never changes once it was released. Times are milliseconds since 1970 (UTC), spans microseconds.
const std::array<QStringList, 3> migrations {{
    {
        QStringLiteral("CREATE TABLE conversation (id TEXT PRIMARY KEY, title TEXT NOT NULL, title_is_manual INTEGER NOT NULL, pinned INTEGER NOT NULL, "
                       "created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL)"),
        QStringLiteral("CREATE TABLE message (id TEXT PRIMARY KEY, conversation TEXT NOT NULL REFERENCES conversation(id) ON DELETE CASCADE, "
                       "turn TEXT NOT NULL, role TEXT NOT NULL, state TEXT NOT NULL, text TEXT NOT NULL, model TEXT NOT NULL, at INTEGER NOT NULL, "
                       "attempts INTEGER NOT NULL, fell_back INTEGER NOT NULL, took INTEGER NOT NULL, seams TEXT NOT NULL)"),
        QStringLiteral("CREATE INDEX message_conversation ON message(conversation, id)"),
        // Text of an answer that is still growing: appending to a long text in place would cost its whole length each time.
        QStringLiteral("CREATE TABLE piece (id INTEGER PRIMARY KEY, message TEXT NOT NULL REFERENCES message(id) ON DELETE CASCADE, text TEXT NOT NULL)"),
        QStringLiteral("CREATE INDEX piece_message ON piece(message, id)"),
        QStringLiteral("CREATE TABLE turn (id TEXT PRIMARY KEY, conversation TEXT NOT NULL REFERENCES conversation(id) ON DELETE CASCADE, "
                       "phase TEXT NOT NULL, settled INTEGER NOT NULL, record TEXT NOT NULL)"),
        QStringLiteral("CREATE INDEX turn_unsettled ON turn(settled, id)"),
        QStringLiteral("CREATE INDEX turn_conversation ON turn(conversation)"),
        QStringLiteral("CREATE TABLE sample (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, route TEXT NOT NULL, turn TEXT NOT NULL, result TEXT NOT NULL, "
                       "status INTEGER, first_content INTEGER, total INTEGER NOT NULL, wait_hint INTEGER, wait_random INTEGER)"),
        QStringLiteral("CREATE INDEX sample_at ON sample(at)"),
        QStringLiteral("CREATE TABLE draft (conversation TEXT PRIMARY KEY, text TEXT NOT NULL)"),
    },
    {
        // JSON: what is shown with one answer and searched for in none.
        QStringLiteral("ALTER TABLE message ADD COLUMN route TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE message ADD COLUMN thoughts TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE message ADD COLUMN more TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("CREATE TABLE attachment (owner TEXT NOT NULL REFERENCES message(id) ON DELETE CASCADE, place INTEGER NOT NULL, id TEXT NOT NULL, "
                       "name TEXT NOT NULL, kind TEXT NOT NULL, media_type TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (owner, place))"),
        QStringLiteral("CREATE TABLE draft_attachment (owner TEXT NOT NULL REFERENCES draft(conversation) ON DELETE CASCADE, place INTEGER NOT NULL, "
                       "id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, media_type TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (owner, place))"),
    },
    {
        // What was paid stays paid when its conversation is deleted: no reference to it.
        QStringLiteral("CREATE TABLE expense (turn TEXT NOT NULL, attempt INTEGER NOT NULL, at INTEGER NOT NULL, conversation TEXT NOT NULL, provider TEXT NOT NULL, "
                       "model TEXT NOT NULL, usage TEXT NOT NULL, dollars REAL, PRIMARY KEY (turn, attempt))"),
        QStringLiteral("CREATE INDEX expense_at ON expense(at)"),
        // JSON: what a person set for the conversation, and what its routes refused of its history.
        QStringLiteral("ALTER TABLE conversation ADD COLUMN setup TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE draft ADD COLUMN setup TEXT NOT NULL DEFAULT ''"),
        // Of a PDF; null where they were not counted.
        QStringLiteral("ALTER TABLE attachment ADD COLUMN pages INTEGER"),
        QStringLiteral("ALTER TABLE draft_attachment ADD COLUMN pages INTEGER"),
    },
}};

} // namespace

Result<void> migrate(Database &database)
{
    auto version = database.run(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return tl::unexpected(version.error());
    if (!version->next()) {
        Fault fault;
        fault.kind = FaultKind::Store;
        return tl::unexpected(fault);
    }
    const auto have = static_cast<std::size_t>(version->value(0).toULongLong());
    version->finish();
    if (have > migrations.size()) {
        Fault fault;
        fault.kind = FaultKind::Store;
        fault.code = QStringLiteral("newer");
        return tl::unexpected(fault);
    }
    for (std::size_t next = have; next < migrations.size(); ++next) {
        Transaction transaction(database);
        if (!transaction.begun())
            return transaction.begun();
        for (const QString &statement : migrations.at(next)) {
            if (const auto done = database.run(statement); !done)
                return tl::unexpected(done.error());
        }
        if (const auto done = database.run(QStringLiteral("PRAGMA user_version = %1").arg(next + 1)); !done)
            return tl::unexpected(done.error());
        if (auto done = transaction.commit(); !done)
            return done;
    }
    return {};
}

} // namespace breakwater
