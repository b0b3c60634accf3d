// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/historykeeping.h"

#include "app/engine.h"
#include "app/settingstransfer.h"
#include "core/store/backup.h"
#include "core/store/upkeep.h"

#include <QDesktopServices>
#include <QFileInfo>

#include <algorithm>
#include <memory>

namespace breakwater {

namespace {

DataOutcome outcomeOf(const Result<void> &result)
{
    DataOutcome outcome;
    if (!result)
        outcome.fault = result.error();
    return outcome;
}

qint64 sizeOf(const QString &path)
{
    return QFileInfo(path).size() + QFileInfo(path + QLatin1String("-wal")).size();
}

/// A file that something is written to, and how large it becomes.
struct Growing
{
    QString file;
    qint64 whole = 0;
};

/// Notes what grows until the end.
DataPort::Done noting(const std::shared_ptr<Growing> &growing, const QString &file, qint64 whole, const DataPort::Done &done)
{
    *growing = {file, whole};
    return [growing, done](const DataOutcome &outcome) {
        *growing = {};
        done(outcome);
    };
}

void forgetKeys(Engine &engine)
{
    for (const Provider &provider : engine.settings().preferences.routes.providers)
        engine.keyring().forget(provider.id);
}

} // namespace

DataPort makeDataPort(Engine &engine)
{
    DataPort port;
    port.readFacts = [&engine](const std::function<void(const std::optional<DataFacts> &)> &done) {
        const QString file = engine.historyFile();
        engine.store().beside<StoreFacts>([file] { return readFacts(file); }, [file, done](const Result<StoreFacts> &read) {
            if (!read) {
                done(std::nullopt);
                return;
            }
            done(DataFacts {QFileInfo(file).absolutePath(), read->history, read->search, read->attachments, read->backups, read->room, read->conversations, read->messages});
        });
    };
    const auto growing = std::make_shared<Growing>();
    port.share = [growing]() -> std::optional<double> {
        const qint64 size = QFileInfo(growing->file).size();
        return growing->whole > 0 && size > 0 ? std::optional(std::min(1.0, static_cast<double>(size) / static_cast<double>(growing->whole))) : std::nullopt;
    };
    port.showFolder = [&engine] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(engine.historyFile()).absolutePath())); };
    port.move = [&engine, growing](const QString &folder, const DataPort::Done &told) {
        const DataPort::Done done = noting(growing, folder + QLatin1String("/breakwater.db.part"), sizeOf(engine.historyFile()), told);
        engine.moveHistory(folder, [done, old = engine.historyFile()](const Result<void> &moved) {
            DataOutcome outcome = outcomeOf(moved);
            outcome.path = old;
            done(outcome);
        });
    };
    port.backUp = [&engine, growing](const QString &target, const DataPort::Done &told) {
        const DataPort::Done done = noting(growing, target + QLatin1String(".part"), sizeOf(engine.historyFile()), told);
        engine.store().beside<void>([file = engine.historyFile(), target] { return backUp(file, target); }, [target, done](const Result<void> &made) {
            DataOutcome outcome = outcomeOf(made);
            outcome.path = target;
            outcome.after = QFileInfo(target).size();
            done(outcome);
        });
    };
    port.restore = [&engine](const QString &from, const DataPort::Done &done) {
        engine.store().beside<void>([file = engine.historyFile(), from] { return stageRestore(from, file); }, [done](const Result<void> &staged) { done(outcomeOf(staged)); });
    };
    port.compact = [&engine, growing](const DataPort::Done &told) {
        const QString file = engine.historyFile();
        // It is written into the log of changes first.
        const DataPort::Done done = noting(growing, file + QLatin1String("-wal"), QFileInfo(file).size(), told);
        engine.store().compact([file, done, before = sizeOf(file)](const Result<void> &packed) {
            DataOutcome outcome = outcomeOf(packed);
            outcome.before = before;
            outcome.after = sizeOf(file);
            done(outcome);
        });
    };
    port.countUntouched = [&engine](int days) { return static_cast<int>(engine.untouchedFor(days).size()); };
    port.eraseAll = [&engine](const Erasure &erasure, const DataPort::Done &done) {
        engine.batches().forgetAll();
        engine.forgetConversations(engine.allConversations());
        engine.store().eraseAll([&engine, erasure, done, file = engine.historyFile()](const Result<void> &erased) {
            if (erased && erasure.backups)
                removeCopies(file);
            if (erased && erasure.keys)
                forgetKeys(engine);
            done(outcomeOf(erased));
        });
    };
    port.exportSettings = [](const QString &file, const Preferences &preferences) -> std::optional<Fault> {
        const Result<void> written = exportSettings(file, preferences);
        return written ? std::nullopt : std::optional(written.error());
    };
    port.importSettings = &importSettings;
    return port;
}

} // namespace breakwater
