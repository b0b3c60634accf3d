// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/store/idcolumn.h"

#include <QCoreApplication>
#include <QSqlRecord>
#include <QStringList>

#include <algorithm>
#include <array>
#include <set>
#include <variant>
#include <vector>

namespace breakwater {

namespace {

/// Puts the rows of `from` into `to`, which has the same columns in the same order; ids in `columns` as idcolumn.h says.
Result<void> copyWithShortIds(Database &database, const QString &from, const QString &to, const std::set<int> &columns)
{
    auto rows = database.run(QStringLiteral("SELECT * FROM %1 ORDER BY rowid").arg(from));
    if (!rows)
        return tl::unexpected(rows.error());
    const int width = rows->record().count();
    auto insert = database.prepare(QStringLiteral("INSERT INTO %1 VALUES(%2)").arg(to, QStringList(width, QStringLiteral("?")).join(QLatin1Char(','))));
    if (!insert)
        return tl::unexpected(insert.error());
    while (rows->next()) {
        for (int each = 0; each < width; ++each) {
            const QVariant value = rows->value(each);
            const bool isEmpty = value.typeId() == QMetaType::QString && !value.isNull() && value.toString().isEmpty(); // QtSql makes NULL of a null text
            insert->bindValue(each, columns.contains(each) ? idToDisk(value.toString()) : isEmpty ? QVariant(QStringLiteral("")) : value);
        }
        if (auto put = database.exec(*insert); !put)
            return put;
    }
    return {};
}

using Statement = std::variant<QString, Result<void> (*)(Database &)>;

// A migration never changes once it was released. Times are milliseconds since 1970 (UTC), spans microseconds.
const std::array<std::vector<Statement>, 7> migrations {{
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
    {
        // `number` stands for the time (messagenumber.h): the newest rows are found first, and a VACUUM keeps them. `after`: on the first message of a turn, the turn that it follows.
        // What may be long comes last: the rest of a row is read without it.
        QStringLiteral("CREATE TABLE message_next (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, conversation TEXT NOT NULL REFERENCES conversation(id) "
                       "ON DELETE CASCADE, turn TEXT NOT NULL, after TEXT NOT NULL, role TEXT NOT NULL, state TEXT NOT NULL, model TEXT NOT NULL, "
                       "at INTEGER NOT NULL, attempts INTEGER NOT NULL, fell_back INTEGER NOT NULL, took INTEGER NOT NULL, route TEXT NOT NULL, "
                       "indexed INTEGER NOT NULL DEFAULT 0, seams TEXT NOT NULL, more TEXT NOT NULL, text TEXT NOT NULL, thoughts TEXT NOT NULL)"),
        // What was one line becomes a tree of one branch.
        QStringLiteral("INSERT INTO message_next SELECT place + MAX(at / 60000 - place) OVER (ORDER BY place), id, conversation, turn, after, role, state, model, "
                       "at, attempts, fell_back, took, route, 0, seams, more, text, thoughts FROM (SELECT message.*, ROW_NUMBER() OVER (ORDER BY message.at, message.id) AS place, "
                       "CASE role WHEN 'User' THEN followed.after ELSE '' END AS after FROM message JOIN "
                       "(SELECT conversation AS of, turn AS which, LAG(turn, 1, '') OVER (PARTITION BY conversation ORDER BY MIN(at), MIN(id)) AS after FROM message "
                       "GROUP BY conversation, turn) AS followed ON followed.of = message.conversation AND followed.which = message.turn)"),
        QStringLiteral("DROP TABLE message"),
        QStringLiteral("ALTER TABLE message_next RENAME TO message"),
        QStringLiteral("CREATE INDEX message_conversation ON message(conversation, at)"),
        // The words of all messages by their numbers, without the texts. They come folded and separated (core/chat/searchwords.h),
        // so that the tokenizer only cuts at blanks; phrases are looked up in the texts.
        QStringLiteral("CREATE VIRTUAL TABLE search USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii', prefix='2')"),
        QStringLiteral("CREATE INDEX message_unindexed ON message(number) WHERE indexed=0"),
        QStringLiteral("ALTER TABLE conversation ADD COLUMN leaf TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("UPDATE conversation SET leaf = COALESCE((SELECT turn FROM message WHERE conversation = conversation.id AND role = 'User' "
                       "ORDER BY at DESC, number DESC LIMIT 1), '')"),
        QStringLiteral("ALTER TABLE conversation ADD COLUMN folder TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE conversation ADD COLUMN archived INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE draft ADD COLUMN replaces TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE draft ADD COLUMN cursor INTEGER"),
        // The bytes of a file once, however often it goes along. The key is their SHA-256; of older ones, where they were.
        QStringLiteral("CREATE TABLE file (key TEXT PRIMARY KEY, data BLOB NOT NULL)"),
        QStringLiteral("INSERT INTO file SELECT owner || '/' || place, data FROM attachment"),
        QStringLiteral("INSERT INTO file SELECT 'draft/' || owner || '/' || place, data FROM draft_attachment"),
        QStringLiteral("CREATE TABLE attachment_next (owner TEXT NOT NULL REFERENCES message(id) ON DELETE CASCADE, place INTEGER NOT NULL, id TEXT NOT NULL, "
                       "name TEXT NOT NULL, kind TEXT NOT NULL, media_type TEXT NOT NULL, pages INTEGER, file TEXT NOT NULL REFERENCES file(key), "
                       "PRIMARY KEY (owner, place))"),
        QStringLiteral("INSERT INTO attachment_next SELECT owner, place, id, name, kind, media_type, pages, owner || '/' || place FROM attachment"),
        QStringLiteral("DROP TABLE attachment"),
        QStringLiteral("ALTER TABLE attachment_next RENAME TO attachment"),
        QStringLiteral("CREATE INDEX attachment_file ON attachment(file)"),
        QStringLiteral("CREATE TABLE draft_attachment_next (owner TEXT NOT NULL REFERENCES draft(conversation) ON DELETE CASCADE, place INTEGER NOT NULL, "
                       "id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, media_type TEXT NOT NULL, pages INTEGER, file TEXT NOT NULL REFERENCES file(key), "
                       "PRIMARY KEY (owner, place))"),
        QStringLiteral("INSERT INTO draft_attachment_next SELECT owner, place, id, name, kind, media_type, pages, 'draft/' || owner || '/' || place FROM draft_attachment"),
        QStringLiteral("DROP TABLE draft_attachment"),
        QStringLiteral("ALTER TABLE draft_attachment_next RENAME TO draft_attachment"),
        QStringLiteral("CREATE INDEX draft_attachment_file ON draft_attachment(file)"),
        // Which program wrote the file last: what an older one says when it cannot read it.
        QStringLiteral("CREATE TABLE writer (program TEXT NOT NULL)"),
    },
    {
        // Ids in fewer bytes (idcolumn.h): with their indexes they were a tenth of a history.
        QStringLiteral("CREATE TABLE conversation_next (id ID_BLOB NOT NULL UNIQUE, title TEXT NOT NULL, title_is_manual INTEGER NOT NULL, pinned INTEGER NOT NULL, "
                       "created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, setup TEXT NOT NULL DEFAULT '', leaf TEXT NOT NULL DEFAULT '', "
                       "folder TEXT NOT NULL DEFAULT '', archived INTEGER NOT NULL DEFAULT 0)"),
        QStringLiteral("CREATE TABLE message_next (number INTEGER PRIMARY KEY, id ID_BLOB NOT NULL UNIQUE, conversation ID_BLOB NOT NULL REFERENCES conversation(id) "
                       "ON DELETE CASCADE, turn ID_BLOB NOT NULL, after ID_BLOB NOT NULL, role TEXT NOT NULL, state TEXT NOT NULL, model TEXT NOT NULL, "
                       "at INTEGER NOT NULL, attempts INTEGER NOT NULL, fell_back INTEGER NOT NULL, took INTEGER NOT NULL, route TEXT NOT NULL, "
                       "indexed INTEGER NOT NULL DEFAULT 0, seams TEXT NOT NULL, more TEXT NOT NULL, text TEXT NOT NULL, thoughts TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE piece_next (id INTEGER PRIMARY KEY, message ID_BLOB NOT NULL REFERENCES message(id) ON DELETE CASCADE, text TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE turn_next (id ID_BLOB NOT NULL UNIQUE, conversation ID_BLOB NOT NULL REFERENCES conversation(id) ON DELETE CASCADE, "
                       "phase TEXT NOT NULL, settled INTEGER NOT NULL, record TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE attachment_next (owner ID_BLOB NOT NULL REFERENCES message(id) ON DELETE CASCADE, place INTEGER NOT NULL, id TEXT NOT NULL, "
                       "name TEXT NOT NULL, kind TEXT NOT NULL, media_type TEXT NOT NULL, pages INTEGER, file TEXT NOT NULL REFERENCES file(key), "
                       "PRIMARY KEY (owner, place))"),
        [](Database &database) { return copyWithShortIds(database, QStringLiteral("conversation"), QStringLiteral("conversation_next"), {0}); },
        [](Database &database) { return copyWithShortIds(database, QStringLiteral("message"), QStringLiteral("message_next"), {1, 2, 3, 4}); },
        [](Database &database) { return copyWithShortIds(database, QStringLiteral("piece"), QStringLiteral("piece_next"), {1}); },
        [](Database &database) { return copyWithShortIds(database, QStringLiteral("turn"), QStringLiteral("turn_next"), {0, 1}); },
        [](Database &database) { return copyWithShortIds(database, QStringLiteral("attachment"), QStringLiteral("attachment_next"), {0}); },
        QStringLiteral("DROP TABLE attachment"),
        QStringLiteral("ALTER TABLE attachment_next RENAME TO attachment"),
        QStringLiteral("CREATE INDEX attachment_file ON attachment(file)"),
        QStringLiteral("DROP TABLE turn"),
        QStringLiteral("ALTER TABLE turn_next RENAME TO turn"),
        QStringLiteral("CREATE INDEX turn_unsettled ON turn(settled, id)"),
        QStringLiteral("CREATE INDEX turn_conversation ON turn(conversation)"),
        QStringLiteral("DROP TABLE piece"),
        QStringLiteral("ALTER TABLE piece_next RENAME TO piece"),
        QStringLiteral("CREATE INDEX piece_message ON piece(message, id)"),
        QStringLiteral("DROP TABLE message"),
        QStringLiteral("ALTER TABLE message_next RENAME TO message"),
        QStringLiteral("CREATE INDEX message_conversation ON message(conversation, at)"),
        QStringLiteral("DROP TABLE conversation"),
        QStringLiteral("ALTER TABLE conversation_next RENAME TO conversation"),
        // One index for each quarter of a year instead (searchindex.h): it is made anew.
        QStringLiteral("DROP TABLE search"),
        QStringLiteral("UPDATE message SET indexed=0"),
        QStringLiteral("CREATE INDEX message_unindexed ON message(number) WHERE indexed=0"),
    },
    {
        // What the replay of recorded weather needs besides. At full detail for a week.
        QStringLiteral("CREATE TABLE sample_next (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, route TEXT NOT NULL, turn ID_BLOB NOT NULL, result TEXT NOT NULL, "
                       "status INTEGER, first_content INTEGER, total INTEGER NOT NULL, wait_hint INTEGER, wait_random INTEGER, fault TEXT NOT NULL DEFAULT '', "
                       "hint INTEGER, sent_after INTEGER NOT NULL DEFAULT 0)"),
        QStringLiteral("CREATE TABLE sample_mid AS SELECT *, '' AS fault, wait_hint AS hint, 0 AS sent_after FROM sample"),
        [](Database &database) { return copyWithShortIds(database, QStringLiteral("sample_mid"), QStringLiteral("sample_next"), {3}); },
        QStringLiteral("DROP TABLE sample_mid"),
        QStringLiteral("DROP TABLE sample"),
        QStringLiteral("ALTER TABLE sample_next RENAME TO sample"),
        QStringLiteral("CREATE INDEX sample_at ON sample(at)"),
        // For a year; spans are sums, of as many as the column before says.
        QStringLiteral("CREATE TABLE sample_hour (hour INTEGER NOT NULL, route TEXT NOT NULL, result TEXT NOT NULL, count INTEGER NOT NULL, total INTEGER NOT NULL, "
                       "first_contents INTEGER NOT NULL, first_content INTEGER NOT NULL, waits INTEGER NOT NULL, wait INTEGER NOT NULL, "
                       "PRIMARY KEY (hour, route, result)) WITHOUT ROWID"),
        QStringLiteral("INSERT INTO sample_hour SELECT at / 3600000, route, result, COUNT(*), SUM(total), COUNT(first_content), TOTAL(first_content), "
                       "COUNT(wait_random), TOTAL(COALESCE(wait_hint, 0) + wait_random) FROM sample GROUP BY 1, 2, 3"),
        QStringLiteral("CREATE TABLE flow (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, route TEXT NOT NULL, flow TEXT NOT NULL, until INTEGER)"),
        QStringLiteral("CREATE INDEX flow_at ON flow(at)"),
        QStringLiteral("CREATE TABLE room (minute INTEGER NOT NULL, provider TEXT NOT NULL, kind TEXT NOT NULL, share REAL NOT NULL, "
                       "PRIMARY KEY (minute, provider, kind)) WITHOUT ROWID"),
    },
    {
        // `whole`: 0 while rows are added, 1 then, -1 once it is to go. The counts are those of its rows, kept along with them:
        // counting a million at each landing would take longer than the landing.
        QStringLiteral("CREATE TABLE batch (number INTEGER PRIMARY KEY, id ID_BLOB NOT NULL UNIQUE, whole INTEGER NOT NULL, title TEXT NOT NULL, route TEXT NOT NULL, "
                       "created_at INTEGER NOT NULL, conversation ID_BLOB NOT NULL, turn ID_BLOB NOT NULL, open INTEGER NOT NULL, answered INTEGER NOT NULL, "
                       "failed INTEGER NOT NULL, not_sent INTEGER NOT NULL, dollars REAL, usage TEXT NOT NULL, parts TEXT NOT NULL)"),
        // What may be long comes last: the rest of a row is read without it.
        QStringLiteral("CREATE TABLE batch_row (id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batch(number) ON DELETE CASCADE, number INTEGER NOT NULL, "
                       "part INTEGER NOT NULL, state TEXT NOT NULL, label TEXT NOT NULL, model TEXT NOT NULL, usage TEXT NOT NULL, fault TEXT NOT NULL, "
                       "text TEXT NOT NULL, message BLOB NOT NULL, params BLOB NOT NULL, UNIQUE (batch, number))"),
        QStringLiteral("CREATE INDEX batch_row_state ON batch_row(batch, state, number, part)"),
    },
}};

/// Not written at each start: only when it is another program than before.
Result<void> signFile(Database &database)
{
    const QString program = QStringLiteral("Breakwater ") + QCoreApplication::applicationVersion();
    auto known = database.run(QStringLiteral("SELECT program FROM writer"));
    if (!known)
        return tl::unexpected(known.error());
    const bool same = known->next() && known->value(0).toString() == program;
    known->finish();
    if (same)
        return {};
    Transaction transaction(database);
    if (!transaction.begun())
        return transaction.begun();
    for (const QString &statement : {QStringLiteral("DELETE FROM writer"), QStringLiteral("INSERT INTO writer(program) VALUES(?)")}) {
        if (const auto done = database.run(statement, statement.contains(QLatin1Char('?')) ? QVariantList {program} : QVariantList {}); !done)
            return tl::unexpected(done.error());
    }
    return transaction.commit();
}

Result<void> ranStatement(Database &database, const Statement &statement)
{
    if (const auto *step = std::get_if<Result<void> (*)(Database &)>(&statement))
        return (*step)(database);
    const auto done = database.run(std::get<QString>(statement));
    return done ? Result<void> {} : tl::unexpected(done.error());
}

} // namespace

Result<void> migrate(Database &database, std::size_t wanted)
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
    wanted = std::min(wanted, migrations.size());
    if (have >= wanted)
        return wanted == migrations.size() ? signFile(database) : Result<void> {};
    // A table that is replaced would take with it what refers to its rows.
    if (const auto done = database.run(QStringLiteral("PRAGMA foreign_keys=OFF")); !done)
        return tl::unexpected(done.error());
    for (std::size_t next = have; next < wanted; ++next) {
        Transaction transaction(database);
        if (!transaction.begun())
            return transaction.begun();
        for (const Statement &statement : migrations.at(next)) {
            if (auto done = ranStatement(database, statement); !done)
                return done;
        }
        if (const auto done = database.run(QStringLiteral("PRAGMA user_version = %1").arg(next + 1)); !done)
            return tl::unexpected(done.error());
        if (auto done = transaction.commit(); !done)
            return done;
    }
    if (const auto done = database.run(QStringLiteral("PRAGMA foreign_keys=ON")); !done)
        return tl::unexpected(done.error());
    return wanted == migrations.size() ? signFile(database) : Result<void> {};
}

std::size_t newestSchema()
{
    return migrations.size();
}

} // namespace breakwater
