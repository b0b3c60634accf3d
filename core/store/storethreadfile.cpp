// SPDX-License-Identifier: GPL-3.0-or-later
// The file of the history, as far as the store's thread goes: open, only to be read, away with its disk, damaged, moved.
#include "core/store/storethread.h"

#include "core/store/backup.h"
#include "core/store/check.h"
#include "core/store/durable.h"
#include "core/store/upkeep.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace breakwater {

namespace {

constexpr int mostMendings = 3; // in one run: a disk that fails on and on is not mended
constexpr qint64 mostCopied = qint64(4) * 1024 * 1024 * 1024; // bytes, of a history that cannot be written: more is not worth the wait

/// For names of files.
QString stampOf(WallTime wall)
{
    return QDateTime::fromMSecsSinceEpoch(wall.time_since_epoch().count()).toString(QStringLiteral("yyyy-MM-dd-HHmmss"));
}

} // namespace

void StoreThread::openOnDesk(Desk &desk)
{
    desk.archive.reset();
    desk.reading.reset();
    desk.copy.reset();
    if (desk.mending == Mending::Yes) {
        (void)finishMending(desk.path, stampOf(m_time.wall()));
        (void)finishRestoring(desk.path, stampOf(m_time.wall()));
    }
    const bool unclean = QFileInfo(desk.path + QLatin1String("-wal")).size() > 0; // who ends well takes it along
    takeArchive(desk, Archive::open(desk.path, m_time));
    if (!*desk.archive)
        (void)mendIfDamaged(desk, Fault(desk.archive->error()));
    else if (unclean && desk.mending == Mending::Yes)
        checkSoon(desk.path);
    if (!*desk.archive && desk.archive->error().kind == FaultKind::ReadOnly && desk.mending == Mending::Yes)
        openToRead(desk);
}

/// SQLite writes beside a file to read it, so that what cannot be written is copied to where it can.
void StoreThread::openToRead(Desk &desk)
{
    if (const auto refusal = refusalAt(desk.path); refusal && refusal->code == QLatin1String(faultcode::readOnlyDisk))
        desk.archive.emplace(tl::unexpected(*refusal));
    auto folder = std::make_unique<QTemporaryDir>();
    const QString copy = folder->filePath(QStringLiteral("breakwater.db"));
    const qint64 size = QFileInfo(desk.path).size() + QFileInfo(desk.path + QLatin1String("-wal")).size();
    if (QFileInfo(desk.path).size() == 0 || size > mostCopied || !folder->isValid() || roomAt(folder->path()) < 2 * size)
        return;
    for (const char *end : {"", "-wal"}) {
        const QString from = desk.path + QLatin1String(end);
        const QString to = copy + QLatin1String(end);
        if (QFile::exists(from) && (!QFile::copy(from, to) || !QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner)))
            return;
    }
    auto opened = Archive::open(copy, m_time);
    if (!opened)
        return;
    desk.copy = std::move(folder);
    desk.reading.emplace(std::move(*opened));
    tell([this, copy, fault = desk.archive->error()] { Q_EMIT openedToRead(fault, copy); });
}

void StoreThread::takeArchive(Desk &desk, Result<Archive> opened)
{
    desk.archive.reset(); // closes the one before, where there is one
    desk.archive.emplace(std::move(opened));
    if (*desk.archive)
        desk.place = filePlace(desk.path);
}

/// A file whose disk fails, or is away, is not told from a damaged one by what is read then.
Fault StoreThread::asTheDiskSays(const Desk &desk, const Fault &fault)
{
    const bool named = !fault.code.isEmpty() && fault.code.at(0).isLetter() && fault.code != QLatin1String(faultcode::damaged);
    if ((fault.kind != FaultKind::Store && fault.kind != FaultKind::ReadOnly) || named || !desk.place)
        return fault;
    if (filePlace(desk.path) == desk.place)
        return refusalAt(desk.path).value_or(fault);
    Fault away = fault;
    away.kind = FaultKind::ReadOnly;
    away.code = QStringLiteral("noFolder");
    return away;
}

/// Open files stay cut off when their disk is mounted anew. Whether the history is there again, takes writes, and is open.
bool StoreThread::reopenIfBack(Desk &desk)
{
    const bool open = desk.archive && *desk.archive;
    const auto there = filePlace(desk.path);
    // Nothing is made anew: the empty folder where a disk was is no place for a history.
    if (!desk.place || !there || QFileInfo(desk.path).size() == 0 || (open && there == desk.place) || refusalAt(desk.path))
        return false;
    desk.archive.reset(); // before: as it goes, it tidies up under the name of its file
    takeArchive(desk, Archive::open(desk.path, m_time));
    if (*desk.archive)
        tell([this] { Q_EMIT reopened(); });
    return desk.archive->has_value();
}

/// Whether it was, and the new file is open.
bool StoreThread::mendIfDamaged(Desk &desk, const Fault &fault)
{
    if (fault.code != QLatin1String(faultcode::damaged) || desk.mending == Mending::No || desk.mended >= mostMendings)
        return false;
    if (desk.archive && *desk.archive && asTheDiskSays(desk, fault) != fault)
        return false; // nothing can be mended there now, and it may be whole
    ++desk.mended;
    desk.archive.reset();
    const auto salvaged = mend(desk.path, QStringLiteral("%1-%2").arg(stampOf(m_time.wall())).arg(desk.mended), m_recovered);
    if (!salvaged) {
        desk.archive.emplace(tl::unexpected(salvaged.error()));
        return false;
    }
    takeArchive(desk, Archive::open(desk.path, m_time));
    tell([this, read = *salvaged] { Q_EMIT mended(read); });
    return desk.archive->has_value();
}

void StoreThread::checkSoon(const QString &path)
{
    m_checks.start([this, desk = m_desk, path] {
        const auto whole = checkTables(path, m_stopChecks);
        if (whole)
            return;
        QMetaObject::invokeMethod(
            m_worker, [this, desk, path, fault = whole.error()] {
                if (desk->path == path)
                    (void)mendIfDamaged(*desk, fault);
            },
            Qt::QueuedConnection);
    });
}

/// This is the one writer, so that the two stay the same.
Result<void> StoreThread::moveOnDesk(Desk &desk, const QString &path, const std::function<Result<void>()> &note)
{
    Fault fault;
    fault.kind = FaultKind::Store;
    fault.code = QLatin1String(faultcode::taken);
    if (QFile::exists(path))
        return tl::unexpected(fault);
    if (auto copied = backUp(desk.path, path); !copied)
        return copied;
    const auto here = readFacts(desk.path);
    const auto there = readFacts(path);
    if (!here || !there || here->messages != there->messages || here->conversations != there->conversations) {
        QFile::remove(path);
        fault.code = QLatin1String(faultcode::damaged);
        return tl::unexpected(there ? fault : there.error());
    }
    auto opened = Archive::open(path, m_time);
    if (!opened)
        return tl::unexpected(opened.error());
    if (auto noted = note(); !noted) {
        opened = tl::unexpected(noted.error()); // closes it
        QFile::remove(path);
        return noted;
    }
    desk.path = path;
    takeArchive(desk, std::move(opened));
    return {};
}

} // namespace breakwater
