// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storethread.h"

#include "core/store/storethreadpost.h"

#include <utility>

namespace breakwater {

namespace {

constexpr int indexedAtOnce = 32; // messages: some milliseconds, so that nothing waits for longer than that
constexpr int droppedAtOnce = 500; // rows of batches: the same
constexpr int shownFirst = 64; // messages: more than a high window shows of short ones
constexpr Duration refusalPause = std::chrono::seconds(2); // a lock is waited for at each try

QString settledThing(const TurnId &turn)
{
    return turn.text() + QLatin1String(" settled");
}

Fault closedFault()
{
    Fault closed;
    closed.kind = FaultKind::Store;
    closed.code = QStringLiteral("closed");
    return closed;
}

} // namespace

StoreThread::StoreThread(const TimeSource &time, QObject *parent)
    : QObject(parent)
    , m_time(time)
    , m_worker(new QObject)
    , m_idle(new QTimer(m_worker))
    , m_desk(std::make_shared<Desk>())
{
    m_idle->setSingleShot(true);
    connect(m_idle, &QTimer::timeout, m_worker, [this] { indexWhenIdle(); });
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_checks.setMaxThreadCount(1);
    m_checks.setThreadPriority(QThread::LowestPriority);
    m_thread.setObjectName(QStringLiteral("store"));
    m_thread.start();
}

StoreThread::~StoreThread()
{
    m_stopChecks = true;
    m_checks.waitForDone(); // what it finds is for m_thread
    // The last of the queue: closes the file on its own thread, after all that was asked for.
    QMetaObject::invokeMethod(
        m_worker, [desk = m_desk, thread = &m_thread] {
            if (desk->archive && *desk->archive)
                (void)desk->unsaved.retry(**desk->archive, [](const Fault &fault) { return fault; });
            desk->archive.reset();
            desk->reading.reset();
            desk->copy.reset();
            thread->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

/// Calls on the thread of `this`, which outlives the queue: its destructor waits for m_thread. After that the call is dropped.
void StoreThread::tell(std::function<void()> what)
{
    QMetaObject::invokeMethod(this, std::move(what), Qt::QueuedConnection);
}

/// What was refused comes before what is written now. On m_thread.
Result<void> StoreThread::retry(Desk &desk)
{
    if (!desk.archive)
        return tl::unexpected(closedFault());
    if (!*desk.archive && !reopenIfBack(desk))
        return tl::unexpected(desk.archive->error());
    if (desk.unsaved.isEmpty())
        return {};
    const auto judge = [&desk](const Fault &fault) { return asTheDiskSays(desk, fault); };
    auto written = desk.unsaved.retry(**desk.archive, judge);
    if (!written && reopenIfBack(desk))
        written = desk.unsaved.retry(**desk.archive, judge);
    desk.refused = written ? std::nullopt : std::optional(m_time.now());
    if (desk.unsaved.isEmpty())
        tell([this] { Q_EMIT allSaved(); });
    return written;
}

/// The one place that puts words into the index, after writes, an import, a crash or an older program; and that takes away
/// the rows of batches that are gone. On m_thread.
void StoreThread::indexWhenIdle()
{
    Desk &desk = *m_desk;
    if (!desk.archive || !*desk.archive)
        return;
    auto more = (*desk.archive)->indexSome(indexedAtOnce);
    if (more && !*more)
        more = (*desk.archive)->dropRows(droppedAtOnce);
    if (!more)
        (void)mendIfDamaged(desk, more.error()); // else it is tried again after the next write: what cannot be written says so itself
    else if (*more)
        m_idle->start(std::chrono::milliseconds(0));
    else
        tell([this] { Q_EMIT indexed(); });
}

/// On m_thread.
Result<void> StoreThread::writeOrKeep(Desk &desk, const Kept &kept)
{
    Result<void> result = retry(desk);
    if (result) {
        result = kept.write(**desk.archive);
        if (!result && isRefusal(asTheDiskSays(desk, result.error())) && reopenIfBack(desk))
            result = kept.write(**desk.archive);
    }
    if (result)
        return result;
    result = tl::unexpected(asTheDiskSays(desk, result.error()));
    const bool mended = mendIfDamaged(desk, result.error());
    const bool open = desk.archive && *desk.archive;
    if (open && !mended && !isRefusal(result.error()))
        return result;
    if (open && !mended)
        desk.refused = m_time.now();
    if (kept.piece.isEmpty())
        desk.unsaved.keep(kept.thing, kept.write);
    else
        desk.unsaved.keepPiece(kept.answer, kept.piece);
    return result;
}

void StoreThread::keep(Kept kept)
{
    QMetaObject::invokeMethod(
        m_worker,
        [this, desk = m_desk, kept = std::move(kept)] {
            m_idle->start(idleAfter);
            // A file that is locked is waited for, so that asking at each word would hold up everything.
            if (desk->refused && m_time.now() - *desk->refused < refusalPause) {
                if (kept.piece.isEmpty())
                    desk->unsaved.keep(kept.thing, kept.write);
                else
                    desk->unsaved.keepPiece(kept.answer, kept.piece);
                return;
            }
            const auto written = writeOrKeep(*desk, kept);
            if (written)
                return;
            tell([this, answer = kept.answer, fault = written.error()] {
                if (answer.isEmpty())
                    Q_EMIT failed(fault);
                else
                    Q_EMIT answerNotSaved(answer, fault);
            });
        },
        Qt::QueuedConnection);
}

void StoreThread::open(const QString &path, Answer<Snapshot> done, Mending mending)
{
    QMetaObject::invokeMethod(
        m_worker,
        [this, desk = m_desk, path, mending] {
            desk->path = path;
            desk->mending = mending;
            openOnDesk(*desk);
        },
        Qt::QueuedConnection);
    post<Snapshot>([](Archive &archive) { return archive.snapshot(); }, std::move(done), Order::Anyway);
}

void StoreThread::accept(const Conversation &conversation, const Message &question, const TurnState &turn, Done done)
{
    dropSettled(turn.id);
    post<void>([=](Archive &archive) { return archive.accept(conversation, question, turn); }, std::move(done));
}

void StoreThread::sending(const TurnState &turn, Done done)
{
    dropSettled(turn.id);
    post<void>([=](Archive &archive) { return archive.saveTurn(turn); }, std::move(done));
}

/// The turn goes on: that it had ended, which the disk refused, is no longer so.
void StoreThread::dropSettled(const TurnId &turn)
{
    QMetaObject::invokeMethod(m_worker, [desk = m_desk, turn] { desk->unsaved.drop(settledThing(turn)); }, Qt::QueuedConnection);
}

void StoreThread::answerBegan(const Message &answer)
{
    keep({Unsaved::partOf(answer.id, "begin"), [=](Archive &archive) { return archive.beginAnswer(answer); }, answer.id, {}});
}

void StoreThread::checkpoint(const MessageId &answer, const QString &text)
{
    keep({Unsaved::partOf(answer, "piece"), [=](Archive &archive) { return archive.appendPiece(answer, text); }, answer, text});
}

void StoreThread::thought(const MessageId &answer, const std::vector<Thought> &thoughts)
{
    keep({Unsaved::partOf(answer, "thought"), [=](Archive &archive) { return archive.saveThoughts(answer, thoughts); }, answer, {}});
}

void StoreThread::setAside(const Message &answer)
{
    QMetaObject::invokeMethod(m_worker, [desk = m_desk, id = answer.id] { desk->unsaved.dropParts(id); }, Qt::QueuedConnection);
    keep({answer.id.text() + QLatin1String(" aside"), [=](Archive &archive) { return archive.setAside(answer); }, answer.id, {}});
}

void StoreThread::settled(const TurnState &turn, const std::optional<Message> &answer, Done done)
{
    const MessageId id = answer ? answer->id : MessageId();
    const Kept kept {settledThing(turn.id), [=](Archive &archive) { return archive.settle(turn, answer); }, id, {}};
    QMetaObject::invokeMethod(
        m_worker,
        [this, desk = m_desk, kept, done = std::move(done)] {
            if (!kept.answer.isEmpty())
                desk->unsaved.dropParts(kept.answer); // it is written whole
            const auto written = writeOrKeep(*desk, kept);
            tell([done, written] { done(written); });
        },
        Qt::QueuedConnection);
}

void StoreThread::sampled(const Sample &sample)
{
    keep({{}, [=](Archive &archive) { return archive.addSample(sample); }, {}, {}});
}

void StoreThread::addFlow(const FlowChange &change)
{
    keep({{}, [=](Archive &archive) { return archive.addFlow(change); }, {}, {}});
}

void StoreThread::addRoom(const RoomMark &mark)
{
    keep({{}, [=](Archive &archive) { return archive.addRoom(mark); }, {}, {}});
}

void StoreThread::forgetOldHealth()
{
    keep({{}, [](Archive &archive) { return archive.forgetOldHealth(); }, {}, {}});
}

void StoreThread::healthPast(Answer<HealthPast> done)
{
    // Asked for before anything that this run measures, so that none of it is read.
    post<Archive::HealthReading>([](Archive &archive) { return archive.beginReading(); },
        [this, done = std::move(done)](const Result<Archive::HealthReading> &reading) {
            if (reading)
                readHealth(std::make_shared<Archive::HealthReading>(*reading), done);
            else
                done(tl::unexpected(reading.error()));
        },
        Order::Anyway);
}

/// A part, and then the next: what a person sends meanwhile is written between.
void StoreThread::readHealth(const std::shared_ptr<Archive::HealthReading> &reading, const Answer<HealthPast> &done)
{
    post<bool>([reading](Archive &archive) { return archive.readSome(*reading); },
        [this, reading, done](const Result<bool> &more) {
            if (!more)
                done(tl::unexpected(more.error()));
            else if (*more)
                readHealth(reading, done);
            else
                done(std::move(reading->past));
        },
        Order::Anyway);
}

void StoreThread::saveAgain(Done done)
{
    QMetaObject::invokeMethod(
        m_worker,
        [this, desk = m_desk, done = std::move(done)] {
            const auto written = retry(*desk);
            tell([done, written] { done(written); });
        },
        Qt::QueuedConnection);
}

void StoreThread::addExpense(const Expense &expense)
{
    keep({QStringLiteral("%1 expense %2").arg(expense.turn.text()).arg(expense.attempt), [=](Archive &archive) { return archive.addExpense(expense); }, {}, {}});
}

void StoreThread::add(const Conversation &conversation, const std::vector<Message> &messages, Done done)
{
    post<void>([=](Archive &archive) { return archive.add(conversation, messages); }, std::move(done));
}

void StoreThread::add(const Conversation &conversation, const std::vector<Message> &messages)
{
    keep({conversation.id.text() + QLatin1String(" whole"), [=](Archive &archive) { return archive.add(conversation, messages); }, {}, {}});
}

void StoreThread::saveConversation(const Conversation &conversation)
{
    keep({conversation.id.text() + QLatin1String(" conversation"), [=](Archive &archive) { return archive.saveConversation(conversation); }, {}, {}});
}

void StoreThread::removeConversation(const ConversationId &id)
{
    keep({id.text() + QLatin1String(" removed"), [=](Archive &archive) { return archive.removeConversation(id); }, {}, {}});
}

void StoreThread::saveDraft(const ConversationId &id, const Writing &writing)
{
    keep({id.text() + QLatin1String(" draft"), [=](Archive &archive) { return archive.saveDraft(id, writing); }, {}, {}});
}

void StoreThread::messages(const ConversationId &id, Answer<std::vector<Message>> done, std::function<void(const std::vector<Message> &)> first)
{
    // In one go: what is accepted meanwhile comes after both.
    const auto read = [this, id, first = std::move(first)](Archive &archive) -> Result<std::vector<Message>> {
        if (first) {
            auto newest = archive.messages(id, shownFirst);
            if (!newest || newest->size() < static_cast<std::size_t>(shownFirst))
                return newest;
            tell([first, newest] { first(*newest); });
        }
        return archive.messages(id);
    };
    post<std::vector<Message>>(read, std::move(done), Order::Anyway);
}

void StoreThread::settledTurns(const ConversationId &id, Answer<std::vector<TurnState>> done)
{
    post<std::vector<TurnState>>([=](Archive &archive) { return archive.settledTurns(id); }, std::move(done), Order::Anyway);
}

void StoreThread::chapter(const ConversationId &id, Answer<Chapter> done)
{
    post<Chapter>([=](Archive &archive) { return archive.chapter(id); }, std::move(done), Order::Anyway);
}

void StoreThread::compact(Done done)
{
    post<void>([](Archive &archive) { return archive.compact(); }, std::move(done));
}

void StoreThread::eraseAll(Done done)
{
    post<void>([](Archive &archive) { return archive.eraseAll(); }, std::move(done));
}

void StoreThread::moveTo(const QString &path, std::function<Result<void>()> note, Done done)
{
    QMetaObject::invokeMethod(
        m_worker,
        [this, desk = m_desk, path, note = std::move(note), done = std::move(done)] {
            auto moved = retry(*desk);
            if (moved)
                moved = moveOnDesk(*desk, path, note);
            tell([done, moved] { done(moved); });
        },
        Qt::QueuedConnection);
}

void StoreThread::parcel(const ConversationId &id, Answer<std::optional<Parcel>> done)
{
    post<std::optional<Parcel>>([=](Archive &archive) { return archive.parcel(id); }, std::move(done));
}

void StoreThread::merge(const std::shared_ptr<const Parcel> &parcel, Answer<Merged> done)
{
    post<Merged>([=](Archive &archive) { return archive.merge(*parcel); }, std::move(done));
}

} // namespace breakwater
