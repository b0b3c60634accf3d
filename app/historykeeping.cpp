// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/historykeeping.h"

#include "app/engine.h"
#include "core/store/backup.h"
#include "core/store/upkeep.h"

#include <QDesktopServices>
#include <QFileInfo>

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
    port.showFolder = [&engine] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(engine.historyFile()).absolutePath())); };
    port.move = [&engine](const QString &folder, const DataPort::Done &done) {
        engine.moveHistory(folder, [done, old = engine.historyFile()](const Result<void> &moved) {
            DataOutcome outcome = outcomeOf(moved);
            outcome.path = old;
            done(outcome);
        });
    };
    port.backUp = [&engine](const QString &target, const DataPort::Done &done) {
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
    port.compact = [&engine](const DataPort::Done &done) {
        const QString file = engine.historyFile();
        engine.store().compact([file, done, before = sizeOf(file)](const Result<void> &packed) {
            DataOutcome outcome = outcomeOf(packed);
            outcome.before = before;
            outcome.after = sizeOf(file);
            done(outcome);
        });
    };
    port.countUntouched = [&engine](int days) { return static_cast<int>(engine.untouchedFor(days).size()); };
    port.eraseAll = [&engine](const Erasure &erasure, const DataPort::Done &done) {
        engine.forgetConversations(engine.allConversations());
        engine.store().eraseAll([&engine, erasure, done, file = engine.historyFile()](const Result<void> &erased) {
            if (erased && erasure.backups)
                removeCopies(file);
            if (erased && erasure.keys)
                forgetKeys(engine);
            done(outcomeOf(erased));
        });
    };
    return port;
}

} // namespace breakwater
