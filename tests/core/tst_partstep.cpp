// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/batch/partstep.h"
#include "core/batch/partwaits.h"

#include <QtTest>

#include <algorithm>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const WallTime start {std::chrono::seconds(1'770'000'000)};
const QString own = QStringLiteral("msgbatch_own");
const QString other = QStringLiteral("msgbatch_other");
const QString third = QStringLiteral("msgbatch_third");

/// Draws the middle of every range, unless told otherwise.
class Middle final : public Jitter
{
public:
    double value = 0.5;
    [[nodiscard]] double next() override { return value; }
};

QString inWords(const PartEffect &effect)
{
    if (const auto *list = std::get_if<parteffect::List>(&effect))
        return list->after.isEmpty() ? QStringLiteral("list") : QString(QStringLiteral("list after ") + list->after);
    if (const auto *alarm = std::get_if<parteffect::SetAlarm>(&effect))
        return QStringLiteral("wait %1 s").arg(toSeconds(alarm->in));
    const char *names[] = {"save", "create", "", "retrieve", "cancel", "fetch", "abort", "", "close"};
    return QLatin1String(names[effect.index()]);
}

Fault faultOf(FaultKind kind, int status = 0)
{
    Fault fault;
    fault.kind = kind;
    if (status != 0)
        fault.status = status;
    return fault;
}

/// One part of ten rows, its clock, and what is done for it.
struct Bench
{
    Middle jitter;
    Instant now {1h};
    WallTime wall = start;
    PartCourse course;
    Duration held {};
    Duration retryHeld {};
    QStringList others; ///< ids that are known to be another's

    explicit Bench(PartPhase phase = PartPhase::Ready)
    {
        course.part.rows = 10;
        course.part.phase = phase;
        course.part.sentAt = wall;
        course.part.creates = phase == PartPhase::Ready ? 0 : 1;
        const bool isKnown = phase == PartPhase::UnderWay || phase == PartPhase::Cancelling || phase == PartPhase::Fetching || phase == PartPhase::Lost;
        if (isKnown)
            course.part.remote = own;
    }

    QStringList tell(const PartEvent &event)
    {
        QStringList words;
        for (const PartEffect &effect : step(course, event, {jitter, now, wall, QStringLiteral("mine"), held, retryHeld, [this](const QString &id) { return others.contains(id); }}))
            words += inWords(effect);
        return words;
    }
    void pass(Duration time)
    {
        now += time;
        wall += std::chrono::duration_cast<std::chrono::milliseconds>(time);
    }
    /// The wait goes by, and is over.
    QStringList ring()
    {
        if (!course.part.nextLook)
            return {QStringLiteral("no wait")};
        pass(*course.part.nextLook - wall);
        return tell(partevent::Rang {});
    }
    [[nodiscard]] PartPhase phase() const { return course.part.phase; }
    [[nodiscard]] const BatchPart &part() const { return course.part; }

    [[nodiscard]] RemoteBatch remote(const QString &id = own, RemoteStatus status = RemoteStatus::InProgress) const
    {
        RemoteBatch batch;
        batch.id = id;
        batch.status = status;
        batch.requests = 10;
        batch.createdAt = course.part.sentAt + 1s;
        batch.expiresAt = batch.createdAt + 24h;
        return batch;
    }
    [[nodiscard]] partevent::Polled polled(RemoteStatus status, const QString &id = own) const { return {remote(id, status)}; }

    void create()
    {
        (void)tell(partevent::Start {});
        (void)tell(partevent::Created {remote()});
    }
    /// The reply to its creation was lost, and the list is asked.
    void search()
    {
        (void)tell(partevent::Start {});
        (void)tell(partevent::Faulted {faultOf(FaultKind::Ambiguous)});
        (void)ring();
    }
    /// It ended, and its results are read.
    void fetch()
    {
        create();
        (void)ring();
        (void)tell(polled(RemoteStatus::Ended));
    }
    /// The look finds these.
    QStringList find(const QStringList &ids)
    {
        RemotePage page;
        for (const QString &id : ids)
            page.batches.push_back(remote(id));
        return tell(partevent::Listed {page, {}});
    }
};

const QStringList nothing;

} // namespace

/// The course of a part of a batch, rule by rule.
class TestPartStep : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatTheBooksDoNotKnowAnyMoreIsSettled()
    {
        Fault gone = faultOf(FaultKind::Store);
        gone.code = QStringLiteral("gone");
        Bench fetching(PartPhase::UnderWay);
        (void)fetching.tell(partevent::LookNow {});
        (void)fetching.tell(partevent::Resumed {});
        (void)fetching.ring();
        (void)fetching.tell(fetching.polled(RemoteStatus::Ended));
        QCOMPARE(fetching.phase(), PartPhase::Fetching);
        (void)fetching.tell(partevent::Faulted {gone});
        QCOMPARE(fetching.phase(), PartPhase::Settled);
        Bench creating;
        (void)creating.tell(partevent::Start {});
        (void)creating.tell(partevent::NotLeft {gone});
        QCOMPARE(creating.phase(), PartPhase::Settled);
        // A disk that only refuses is asked again.
        Bench refused;
        (void)refused.tell(partevent::Start {});
        (void)refused.tell(partevent::NotLeft {faultOf(FaultKind::DiskFull)});
        QCOMPARE(refused.phase(), PartPhase::Ready);
        QVERIFY(refused.part().nextLook.has_value());
    }

    void aCancellationWithoutAWayToTheProviderIsForThePerson()
    {
        Bench bench(PartPhase::UnderWay);
        (void)bench.tell(partevent::Resumed {});
        (void)bench.ring();
        (void)bench.tell(partevent::NotLeft {faultOf(FaultKind::NoModel)});
        QCOMPARE(bench.phase(), PartPhase::UnderWay); // it may come back
        QVERIFY(bench.tell(partevent::Cancel {}).contains(QStringLiteral("cancel")));
        (void)bench.tell(partevent::NotLeft {faultOf(FaultKind::NoModel)});
        QCOMPARE(bench.phase(), PartPhase::Lost);
        (void)bench.tell(partevent::LookNow {}); // the provider is there again
        QCOMPARE(bench.phase(), PartPhase::UnderWay);
    }

    void aPartIsWrittenDownAsCreatingBeforeItsCreationLeaves()
    {
        Bench bench;
        QCOMPARE(bench.tell(partevent::Start {}), QStringList {QStringLiteral("create")}); // which saves first
        QCOMPARE(bench.phase(), PartPhase::Creating);
        QCOMPARE(bench.part().creates, 1);
        QCOMPARE(bench.part().key, QStringLiteral("mine"));
        QVERIFY(bench.part().sentAt == bench.wall);
        QCOMPARE(bench.tell(partevent::Start {}), nothing);
    }

    void aCreatedPartIsFollowed()
    {
        Bench bench;
        (void)bench.tell(partevent::Start {});
        QCOMPARE(bench.tell(partevent::Created {bench.remote()}), (QStringList {QStringLiteral("save"), QStringLiteral("wait 30 s")}));
        QCOMPARE(bench.phase(), PartPhase::UnderWay);
        QCOMPARE(bench.part().remote, own);
        QVERIFY(bench.part().candidates.empty());
        QVERIFY(bench.part().expiresAt == bench.part().sentAt + 1s + 24h);
        QCOMPARE(bench.ring(), (QStringList {QStringLiteral("save"), QStringLiteral("retrieve")}));
    }

    void itIsLookedAtMoreAndMoreSeldom()
    {
        QCOMPARE(pauseBetweenLooks(0s, 0.5), Duration(30s));
        QCOMPARE(pauseBetweenLooks(2min, 0.5), Duration(30s));
        QCOMPARE(pauseBetweenLooks(10min, 0.5), Duration(150s));
        QCOMPARE(pauseBetweenLooks(24h, 0.5), Duration(10min));
        QCOMPARE(pauseBetweenLooks(24h, 0.0), Duration(8min));
        QVERIFY(pauseBetweenLooks(24h, 0.999) < Duration(12min));
        Bench bench;
        bench.create();
        int looks = 0;
        for (; bench.wall < start + 24h; ++looks) {
            QVERIFY(bench.ring().contains(QStringLiteral("retrieve")));
            (void)bench.tell(bench.polled(RemoteStatus::InProgress));
        }
        QVERIFY2(looks > 100 && looks < 180, qPrintable(QString::number(looks)));
    }

    void whatAFaultSaysOfACreation_data()
    {
        QTest::addColumn<FaultKind>("kind");
        QTest::addColumn<PartPhase>("phase");
        const auto row = [](const char *name, FaultKind kind, PartPhase phase) { QTest::newRow(name) << kind << phase; };
        row("a bad request is refused", FaultKind::BadRequest, PartPhase::Refused);
        row("too much is refused", FaultKind::TooLarge, PartPhase::Refused);
        row("a key is refused", FaultKind::Auth, PartPhase::Refused);
        row("a permission is refused", FaultKind::Forbidden, PartPhase::Refused);
        row("a bill is refused", FaultKind::Billing, PartPhase::Refused);
        row("no such thing is refused", FaultKind::NoModel, PartPhase::Refused);
        row("429 was not taken", FaultKind::RateLimited, PartPhase::Ready);
        row("529 was not taken", FaultKind::Overloaded, PartPhase::Ready);
        row("no connection was not taken", FaultKind::Connect, PartPhase::Ready);
        row("offline was not taken", FaultKind::Offline, PartPhase::Ready);
        row("half a request was not taken", FaultKind::NotProcessed, PartPhase::Ready);
        row("a portal took nothing", FaultKind::Portal, PartPhase::Ready);
        row("500 may have been taken", FaultKind::Transient, PartPhase::Searching);
        row("a gateway may have passed it on", FaultKind::TransientGateway, PartPhase::Searching);
        row("a conflict may be with itself", FaultKind::Conflict, PartPhase::Searching);
        row("a lost connection may have carried it", FaultKind::Ambiguous, PartPhase::Searching);
        row("silence may come after it was taken", FaultKind::SlowHeaders, PartPhase::Searching);
        row("a cut reply is a reply", FaultKind::Truncated, PartPhase::Searching);
        row("nonsense may be a reply", FaultKind::Protocol, PartPhase::Searching);
        row("what nobody knows may be anything", FaultKind::Unknown, PartPhase::Searching);
    }

    void whatAFaultSaysOfACreation()
    {
        QFETCH(FaultKind, kind);
        QFETCH(PartPhase, phase);
        Bench bench;
        (void)bench.tell(partevent::Start {});
        const QStringList done = bench.tell(partevent::Faulted {faultOf(kind)});
        QCOMPARE(bench.phase(), phase);
        QCOMPARE(bench.part().fault->kind, kind);
        QCOMPARE(bench.part().nextLook.has_value(), phase != PartPhase::Refused);
        QVERIFY(!done.contains(QStringLiteral("create")));
    }

    void whatWasNotTakenIsCreatedAgainAfterItsHint()
    {
        Bench bench;
        bench.jitter.value = 0.0;
        (void)bench.tell(partevent::Start {});
        Fault limited = faultOf(FaultKind::RateLimited, 429);
        limited.hint = Hint {77s, HintSource::RetryAfterSeconds};
        QCOMPARE(bench.tell(partevent::Faulted {limited}), (QStringList {QStringLiteral("save"), QStringLiteral("wait 77 s")}));
        QCOMPARE(bench.tell(partevent::LookNow {}), nothing); // an earlier try would fail
        QCOMPARE(bench.ring(), QStringList {QStringLiteral("create")});
        QCOMPARE(bench.part().creates, 2);
    }

    void repeatedRefusalsAreWaitedOutLongerAndLonger()
    {
        Bench bench;
        (void)bench.tell(partevent::Start {});
        QStringList waits;
        for (int each = 0; each < 7; ++each) {
            waits += bench.tell(partevent::Faulted {faultOf(FaultKind::Overloaded, 529)}).last();
            QCOMPARE(bench.ring(), QStringList {QStringLiteral("create")});
        }
        QCOMPARE(waits.join(QLatin1Char(' ')), QStringLiteral("wait 15 s wait 30 s wait 60 s wait 120 s wait 240 s wait 300 s wait 300 s"));
    }

    void anotherCreationWaitsForTheRetryBudgetAndTheFirstDoesNot()
    {
        Bench bench;
        bench.retryHeld = 40s;
        QCOMPARE(bench.tell(partevent::Start {}), QStringList {QStringLiteral("create")});
        (void)bench.tell(partevent::Faulted {faultOf(FaultKind::Overloaded, 529)});
        QCOMPARE(bench.ring(), (QStringList {QStringLiteral("save"), QStringLiteral("wait 40 s")}));
        QCOMPARE(bench.phase(), PartPhase::Ready);
    }

    void nothingIsAskedWhileTheProvidersGateIsShut()
    {
        Bench bench;
        bench.held = 20s;
        QCOMPARE(bench.tell(partevent::Start {}), (QStringList {QStringLiteral("save"), QStringLiteral("wait 20 s")}));
        QCOMPARE(bench.phase(), PartPhase::Ready);
        bench.held = 0s;
        QCOMPARE(bench.ring(), QStringList {QStringLiteral("create")});
        (void)bench.tell(partevent::Created {bench.remote()});
        bench.held = 20s;
        QCOMPARE(bench.ring(), (QStringList {QStringLiteral("save"), QStringLiteral("wait 20 s")}));
    }

    void whatDidNotLeaveIsNoCreation()
    {
        Bench bench;
        (void)bench.tell(partevent::Start {});
        (void)bench.tell(partevent::NotLeft {faultOf(FaultKind::DiskFull)});
        QCOMPARE(bench.phase(), PartPhase::Ready);
        QCOMPARE(bench.part().creates, 0);
        QCOMPARE(bench.ring(), QStringList {QStringLiteral("create")});
    }

    // ---- searching ----

    void whatMayHaveBeenTakenIsLookedForBeforeItIsCreatedAgain()
    {
        Bench bench;
        (void)bench.tell(partevent::Start {});
        QCOMPARE(bench.tell(partevent::Faulted {faultOf(FaultKind::Ambiguous)}), (QStringList {QStringLiteral("save"), QStringLiteral("wait 10 s")}));
        QCOMPARE(bench.ring(), (QStringList {QStringLiteral("save"), QStringLiteral("list")}));
        QVERIFY(!bench.find({}).contains(QStringLiteral("create"))); // a slow creation may appear late
        QCOMPARE(bench.ring(), (QStringList {QStringLiteral("save"), QStringLiteral("list")}));
        QVERIFY(bench.wall >= start + 5min);
        QCOMPARE(bench.find({}), QStringList {QStringLiteral("create")});
        QCOMPARE(bench.part().creates, 2);
    }

    void aCreationThatAppearsLateIsFoundByTheSecondLook()
    {
        Bench bench;
        bench.search();
        (void)bench.find({});
        (void)bench.ring();
        QVERIFY(!bench.find({own}).contains(QStringLiteral("create")));
        QCOMPARE(bench.phase(), PartPhase::UnderWay);
        QCOMPARE(bench.part().remote, own);
        QVERIFY(bench.part().candidates == std::vector {own}); // it may be, and is not proved
    }

    void looksThatAPersonAsksForDoNotReplaceTheMinutesBetween()
    {
        Bench bench;
        bench.search();
        (void)bench.find({});
        for (int each = 0; each < 10; ++each) {
            bench.pass(10s);
            QVERIFY(bench.tell(partevent::LookNow {}).contains(QStringLiteral("list")));
            QVERIFY(!bench.find({}).contains(QStringLiteral("create")));
        }
    }

    void aLookThatFailsIsNoLookInVain()
    {
        Bench bench;
        bench.search();
        (void)bench.find({});
        for (int each = 0; each < 5; ++each) {
            (void)bench.ring();
            QVERIFY(!bench.tell(partevent::Faulted {faultOf(FaultKind::Transient, 500)}).contains(QStringLiteral("create")));
            QCOMPARE(bench.phase(), PartPhase::Searching);
        }
    }

    void theListIsReadUntilItIsOlderThanTheCreation()
    {
        Bench bench;
        bench.search();
        RemotePage page;
        RemoteBatch young = bench.remote(other);
        young.requests = 3;
        page.batches = {young};
        page.next = other;
        QCOMPARE(bench.tell(partevent::Listed {page, {}}), QStringList {QStringLiteral("list after msgbatch_other")});
        RemoteBatch old = bench.remote(third);
        old.createdAt = start - 1h;
        page.batches = {old};
        page.next = third;
        QCOMPARE(bench.tell(partevent::Listed {page, {}}).last(), QStringLiteral("wait 300 s")); // and no further
    }

    void aListWithoutEndIsLeft()
    {
        Bench bench;
        bench.search();
        RemotePage page;
        page.next = other;
        int pages = 1;
        while (pages < 1000 && !bench.tell(partevent::Listed {page, {}}).filter(QStringLiteral("list")).isEmpty())
            ++pages;
        QCOMPARE(pages, 200);
    }

    void onlyWhatWasCreatedThenWithAsManyRowsMayBeIt_data()
    {
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<bool>("mayBeIt");
        QTest::newRow("then, with as many") << qint64(10) << qint64(1) << true;
        QTest::newRow("with fewer") << qint64(9) << qint64(1) << false;
        QTest::newRow("with more") << qint64(11) << qint64(1) << false;
        QTest::newRow("a little before, by another clock") << qint64(10) << qint64(-500) << true;
        QTest::newRow("long before") << qint64(10) << qint64(-700) << false;
        QTest::newRow("after a slow upload") << qint64(10) << qint64(3000) << true;
        QTest::newRow("long after") << qint64(10) << qint64(4000) << false;
    }

    void onlyWhatWasCreatedThenWithAsManyRowsMayBeIt()
    {
        QFETCH(qint64, rows);
        QFETCH(qint64, seconds);
        QFETCH(bool, mayBeIt);
        for (const Duration ahead : {Duration(0s), Duration(5h), Duration(-5h)}) { // whatever our clock says
            Bench bench;
            bench.search();
            RemotePage page;
            page.batches = {bench.remote()};
            page.batches.front().requests = rows;
            page.batches.front().createdAt = bench.part().sentAt + std::chrono::seconds(seconds) - std::chrono::duration_cast<std::chrono::milliseconds>(ahead);
            (void)bench.tell(partevent::Listed {page, ahead});
            QCOMPARE(bench.phase(), mayBeIt ? PartPhase::UnderWay : PartPhase::Searching);
        }
    }

    void whatIsKnownToBeAnothersIsNotIt()
    {
        Bench bench;
        bench.others = QStringList {other};
        bench.search();
        (void)bench.find({other, own});
        QVERIFY(bench.part().candidates == std::vector {own});
    }

    void severalThatMayBeItAreFollowedInTurn()
    {
        Bench bench;
        bench.search();
        (void)bench.find({other, own, third});
        QStringList asked;
        for (int each = 0; each < 6; ++each) {
            QVERIFY(bench.ring().contains(QStringLiteral("retrieve")));
            asked += bench.part().remote;
            (void)bench.tell(bench.polled(RemoteStatus::InProgress, bench.part().remote));
        }
        QCOMPARE(QSet<QString>(asked.begin(), asked.end()).size(), 3);
        QCOMPARE(asked.at(0), asked.at(3));
        QVERIFY(asked.at(0) != asked.at(1));
    }

    void theFirstResultProvesIt()
    {
        Bench bench;
        bench.search();
        (void)bench.find({other, own});
        while (bench.part().remote != own) {
            (void)bench.ring();
            (void)bench.tell(bench.polled(RemoteStatus::InProgress, bench.part().remote));
        }
        (void)bench.ring();
        QCOMPARE(bench.tell(bench.polled(RemoteStatus::Ended)).last(), QStringLiteral("fetch"));
        QCOMPARE(bench.tell(partevent::Read {1, 0}), QStringList {QStringLiteral("save")});
        QVERIFY(bench.part().candidates.empty());
        QCOMPARE(bench.part().remote, own);
    }

    void theFirstResultOfAnothersSendsUsOn()
    {
        Bench bench;
        bench.search();
        (void)bench.find({other, own});
        while (bench.part().remote != other) {
            (void)bench.ring();
            (void)bench.tell(bench.polled(RemoteStatus::InProgress, bench.part().remote));
        }
        (void)bench.ring();
        (void)bench.tell(bench.polled(RemoteStatus::Ended, other));
        QCOMPARE(bench.tell(partevent::Read {0, 1}), (QStringList {QStringLiteral("save"), QStringLiteral("abort"), QStringLiteral("wait 5 s")}));
        QCOMPARE(bench.phase(), PartPhase::UnderWay);
        QCOMPARE(bench.part().remote, own);
        QVERIFY(bench.part().candidates == std::vector {own});
    }

    void whenNoneOfThemIsItTheSearchGoesOn()
    {
        Bench bench;
        bench.search();
        (void)bench.find({other});
        (void)bench.ring();
        (void)bench.tell(bench.polled(RemoteStatus::Ended, other));
        bench.pass(10min);
        (void)bench.tell(partevent::Read {0, 1});
        QCOMPARE(bench.phase(), PartPhase::Searching);
        QVERIFY(bench.ring().contains(QStringLiteral("list")));
        QCOMPARE(bench.find({other}), QStringList {QStringLiteral("create")}); // two looks found nothing of ours
    }

    void whatProvesToBeAnothersMeanwhileIsLeft()
    {
        Bench bench;
        bench.search();
        (void)bench.find({other});
        bench.others = QStringList {other};
        (void)bench.ring();
        (void)bench.tell(bench.polled(RemoteStatus::InProgress, other));
        QCOMPARE(bench.phase(), PartPhase::Searching);
    }

    void whatMayHaveBeenOursAndIsGoneIsNotCreatedAgain()
    {
        Bench bench;
        bench.search();
        (void)bench.find({own});
        (void)bench.ring();
        QCOMPARE(bench.tell(partevent::Faulted {faultOf(FaultKind::NoModel, 404)}), QStringList {QStringLiteral("save")});
        QCOMPARE(bench.phase(), PartPhase::Lost);
    }

    // ---- following ----

    void onlyOneThingIsAskedAtATime()
    {
        Bench bench;
        bench.create();
        (void)bench.ring();
        for (const PartEvent &event : std::vector<PartEvent> {partevent::Rang {}, partevent::LookNow {}, partevent::Start {}, partevent::NetworkReturned {}, partevent::CreateAnew {}})
            QCOMPARE(bench.tell(event), nothing);
        QCOMPARE(bench.tell(partevent::Cancel {}), QStringList {QStringLiteral("save")}); // told once the answer is there
        QVERIFY(bench.tell(bench.polled(RemoteStatus::InProgress)).contains(QStringLiteral("cancel")));
    }

    void anAnswerToNothingChangesNothing()
    {
        for (const PartPhase phase : {PartPhase::Ready, PartPhase::Searching, PartPhase::UnderWay, PartPhase::Fetching, PartPhase::Settled, PartPhase::Refused, PartPhase::Lost}) {
            Bench bench(phase);
            const BatchPart before = bench.part();
            for (const PartEvent &event : std::vector<PartEvent> {partevent::Created {bench.remote()}, bench.polled(RemoteStatus::Ended), partevent::Listed {}, partevent::Read {1, 1},
                     partevent::ReadWhole {}, partevent::Closed {}, partevent::Faulted {faultOf(FaultKind::Auth)}, partevent::NotLeft {faultOf(FaultKind::Auth)}}) {
                QCOMPARE(bench.tell(event), nothing);
                QVERIFY(bench.part() == before);
            }
        }
    }

    void troubleThatPassesNeverEndsAPart()
    {
        Bench bench;
        bench.create();
        for (int each = 0; each < 200; ++each) {
            QVERIFY(bench.ring().contains(QStringLiteral("retrieve")));
            (void)bench.tell(partevent::Faulted {faultOf(each % 2 == 0 ? FaultKind::Overloaded : FaultKind::Offline)});
            QVERIFY(*bench.part().nextLook - bench.wall <= 10min);
            QCOMPARE(bench.phase(), PartPhase::UnderWay);
        }
        (void)bench.ring();
        (void)bench.tell(bench.polled(RemoteStatus::InProgress));
        QVERIFY(!bench.part().fault);
        QCOMPARE(bench.part().failures, 0);
    }

    void aKeyThatIsRefusedWaitsForAPersonWithASlowLook()
    {
        Bench bench;
        bench.create();
        (void)bench.ring();
        (void)bench.tell(partevent::Faulted {faultOf(FaultKind::Auth, 401)});
        QCOMPARE(bench.phase(), PartPhase::UnderWay);
        QCOMPARE(bench.part().fault->kind, FaultKind::Auth);
        QVERIFY(*bench.part().nextLook - bench.wall >= 30min);
        bench.pass(1min);
        QVERIFY(bench.tell(partevent::LookNow {}).contains(QStringLiteral("retrieve"))); // a person put it right
    }

    void aNetworkThatReturnsIsUsedSoon()
    {
        Bench bench;
        bench.create();
        for (int each = 0; each < 8; ++each) {
            (void)bench.ring();
            (void)bench.tell(partevent::Faulted {faultOf(FaultKind::Offline)});
        }
        QVERIFY(*bench.part().nextLook - bench.wall > 30s);
        QCOMPARE(bench.tell(partevent::NetworkReturned {}).last(), QStringLiteral("wait 1.5 s"));
    }

    void whatTheProviderDoesNotKnowIsLost()
    {
        Bench bench;
        bench.create();
        (void)bench.ring();
        QCOMPARE(bench.tell(partevent::Faulted {faultOf(FaultKind::NoModel, 404)}), QStringList {QStringLiteral("save")});
        QCOMPARE(bench.phase(), PartPhase::Lost);
        QVERIFY(!bench.part().nextLook);
        QVERIFY(bench.tell(partevent::LookNow {}).contains(QStringLiteral("retrieve"))); // another workspace's key may be there now
        QCOMPARE(bench.phase(), PartPhase::UnderWay);
    }

    void aPageOnTheWayKnowsNothing()
    {
        Bench bench;
        bench.create();
        (void)bench.ring();
        (void)bench.tell(partevent::Faulted {faultOf(FaultKind::Intermediary, 404)});
        QCOMPARE(bench.phase(), PartPhase::UnderWay);
    }

    void anAnswerAboutAnotherBatchIsNone()
    {
        Bench bench;
        bench.create();
        (void)bench.ring();
        (void)bench.tell(bench.polled(RemoteStatus::Ended, other));
        QCOMPARE(bench.phase(), PartPhase::UnderWay);
        QCOMPARE(bench.part().fault->kind, FaultKind::Protocol);
    }

    // ---- results ----

    void whatEndedIsReadThenClosed()
    {
        Bench bench;
        bench.create();
        (void)bench.ring();
        QCOMPARE(bench.tell(bench.polled(RemoteStatus::Ended)), (QStringList {QStringLiteral("save"), QStringLiteral("fetch")}));
        QCOMPARE(bench.phase(), PartPhase::Fetching);
        (void)bench.tell(partevent::Read {6, 0});
        (void)bench.tell(partevent::Read {4, 2}); // what is not ours ends no row
        QCOMPARE(bench.tell(partevent::ReadWhole {}), QStringList {QStringLiteral("close")}); // which saves
        QCOMPARE(bench.tell(partevent::Closed {}), nothing);
        QCOMPARE(bench.phase(), PartPhase::Settled);
    }

    void aReadingThatIsCutBeginsAgain()
    {
        Bench bench;
        bench.fetch();
        (void)bench.tell(partevent::Read {6, 0});
        QCOMPARE(bench.tell(partevent::Faulted {faultOf(FaultKind::Truncated)}), (QStringList {QStringLiteral("save"), QStringLiteral("wait 15 s")}));
        QVERIFY(bench.ring().contains(QStringLiteral("retrieve")));
        QCOMPARE(bench.tell(bench.polled(RemoteStatus::Ended)).last(), QStringLiteral("fetch"));
        (void)bench.tell(partevent::Read {6, 0});
        QCOMPARE(bench.tell(partevent::Faulted {faultOf(FaultKind::Truncated)}).last(), QStringLiteral("wait 30 s")); // less and less often
    }

    void aReadingThatEndsWellWithTooFewLinesWasCut()
    {
        Bench bench;
        bench.fetch();
        (void)bench.tell(partevent::Read {9, 5});
        QVERIFY(!bench.tell(partevent::ReadWhole {}).contains(QStringLiteral("close")));
        for (int each = 0; each < 2; ++each) {
            (void)bench.ring();
            (void)bench.tell(bench.polled(RemoteStatus::Ended));
            (void)bench.tell(partevent::Read {9, 5});
            QVERIFY(!bench.tell(partevent::ReadWhole {}).contains(QStringLiteral("close")));
        }
        (void)bench.ring();
        (void)bench.tell(bench.polled(RemoteStatus::Ended));
        (void)bench.tell(partevent::Read {9, 5});
        QCOMPARE(bench.tell(partevent::ReadWhole {}), QStringList {QStringLiteral("close")}); // then its counts are wrong
    }

    void resultsThatAreAllAnothersEndNoRow()
    {
        Bench bench;
        bench.fetch();
        for (int each = 0; each < 4; ++each) {
            QCOMPARE(bench.phase(), PartPhase::Fetching);
            (void)bench.tell(partevent::Read {0, 10});
            QVERIFY(!bench.tell(partevent::ReadWhole {}).contains(QStringLiteral("close")));
            if (each < 3) {
                (void)bench.ring();
                (void)bench.tell(bench.polled(RemoteStatus::Ended));
            }
        }
        QCOMPARE(bench.phase(), PartPhase::Lost);
    }

    void resultsThatAreGoneAreLost_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("not found") << 404;
        QTest::newRow("gone") << 410;
        QTest::newRow("archived") << 0;
    }

    void resultsThatAreGoneAreLost()
    {
        QFETCH(int, status);
        Bench bench;
        if (status == 0) {
            bench.create();
            (void)bench.ring();
            auto polled = bench.polled(RemoteStatus::Ended);
            polled.remote.archivedAt = bench.wall;
            QCOMPARE(bench.tell(polled), QStringList {QStringLiteral("save")});
        } else {
            bench.fetch();
            QCOMPARE(bench.tell(partevent::Faulted {faultOf(FaultKind::BadRequest, status)}), QStringList {QStringLiteral("save")});
        }
        QCOMPARE(bench.phase(), PartPhase::Lost);
        QVERIFY(bench.part().fault);
    }

    void aDiskThatFailsAtTheCloseIsTriedAgain()
    {
        Bench bench;
        bench.fetch();
        (void)bench.tell(partevent::Read {10, 0});
        (void)bench.tell(partevent::ReadWhole {});
        (void)bench.tell(partevent::Faulted {faultOf(FaultKind::DiskFull)});
        QCOMPARE(bench.phase(), PartPhase::Fetching);
        QVERIFY(bench.ring().contains(QStringLiteral("retrieve")));
    }

    // ---- a person ----

    void cancelledBeforeItsCreationNothingIsSent()
    {
        Bench bench;
        QCOMPARE(bench.tell(partevent::Cancel {}), QStringList {QStringLiteral("close")});
        QCOMPARE(bench.tell(partevent::Start {}), nothing);
        (void)bench.tell(partevent::Closed {});
        QCOMPARE(bench.phase(), PartPhase::Settled);
        QCOMPARE(bench.part().creates, 0);
    }

    void cancelledWhileItWaitsToBeCreatedAgainNothingMoreIsSent()
    {
        Bench bench;
        (void)bench.tell(partevent::Start {});
        (void)bench.tell(partevent::Faulted {faultOf(FaultKind::Overloaded, 529)});
        QCOMPARE(bench.tell(partevent::Cancel {}), QStringList {QStringLiteral("close")});
    }

    void cancelledWhileItIsCreatedItIsCancelledOnceItIsThere()
    {
        Bench bench;
        (void)bench.tell(partevent::Start {});
        QCOMPARE(bench.tell(partevent::Cancel {}), QStringList {QStringLiteral("save")});
        QCOMPARE(bench.tell(partevent::Created {bench.remote()}), (QStringList {QStringLiteral("save"), QStringLiteral("cancel")}));
        QCOMPARE(bench.phase(), PartPhase::Cancelling);
    }

    void cancelledWhileItIsLookedForItIsFoundThenCancelled()
    {
        Bench bench;
        bench.search();
        (void)bench.tell(partevent::Cancel {});
        (void)bench.find({own});
        (void)bench.ring();
        QVERIFY(bench.tell(bench.polled(RemoteStatus::InProgress)).contains(QStringLiteral("cancel")));
    }

    void cancelledAndNowhereToBeFoundItIsClosedAndNotCreated()
    {
        Bench bench;
        bench.search();
        (void)bench.tell(partevent::Cancel {});
        (void)bench.find({});
        (void)bench.ring();
        QCOMPARE(bench.find({}), QStringList {QStringLiteral("close")});
    }

    void ofSeveralThatMayBeItNoneIsCancelled()
    {
        Bench bench;
        bench.search();
        (void)bench.tell(partevent::Cancel {});
        (void)bench.find({own, other});
        for (int each = 0; each < 4; ++each) {
            (void)bench.ring();
            QVERIFY(!bench.tell(bench.polled(RemoteStatus::InProgress, bench.part().remote)).contains(QStringLiteral("cancel")));
        }
    }

    void cancelledUnderWayItIsFollowedToItsEnd()
    {
        Bench bench;
        bench.create();
        QCOMPARE(bench.tell(partevent::Cancel {}), (QStringList {QStringLiteral("save"), QStringLiteral("cancel")}));
        QCOMPARE(bench.tell(partevent::Cancel {}), nothing);
        (void)bench.tell(bench.polled(RemoteStatus::Canceling));
        QCOMPARE(bench.phase(), PartPhase::Cancelling);
        QVERIFY(*bench.part().nextLook - bench.wall <= 1min);
        QVERIFY(bench.ring().contains(QStringLiteral("retrieve")));
        QCOMPARE(bench.tell(bench.polled(RemoteStatus::Ended)).last(), QStringLiteral("fetch")); // what was done stays
    }

    void aCancellationThatDidNotArriveIsToldAgain()
    {
        Bench bench;
        bench.create();
        (void)bench.tell(partevent::Cancel {});
        (void)bench.tell(partevent::Faulted {faultOf(FaultKind::Ambiguous)});
        QVERIFY(bench.ring().contains(QStringLiteral("retrieve")));
        QVERIFY(bench.tell(bench.polled(RemoteStatus::InProgress)).contains(QStringLiteral("cancel")));
        QVERIFY(!bench.tell(bench.polled(RemoteStatus::InProgress)).contains(QStringLiteral("cancel"))); // once for each look
    }

    void aCancellationOfWhatHasEndedIsNoTrouble()
    {
        Bench bench;
        bench.create();
        (void)bench.tell(partevent::Cancel {});
        (void)bench.tell(partevent::Faulted {faultOf(FaultKind::BadRequest, 400)});
        QVERIFY(*bench.part().nextLook - bench.wall <= 1min);
    }

    void whatWasRefusedIsCreatedAnewOrGivenUpByAPerson()
    {
        Bench bench;
        (void)bench.tell(partevent::Start {});
        (void)bench.tell(partevent::Faulted {faultOf(FaultKind::Auth, 401)});
        QCOMPARE(bench.tell(partevent::Start {}), nothing); // not by itself
        QCOMPARE(bench.tell(partevent::LookNow {}), nothing);
        Bench givenUp = bench;
        QCOMPARE(bench.tell(partevent::CreateAnew {}), QStringList {QStringLiteral("save")});
        QCOMPARE(bench.tell(partevent::Start {}), QStringList {QStringLiteral("create")});
        QCOMPARE(givenUp.tell(partevent::GiveUp {}), QStringList {QStringLiteral("close")});
        Bench underWay(PartPhase::UnderWay);
        QCOMPARE(underWay.tell(partevent::GiveUp {}), nothing);
        QCOMPARE(underWay.tell(partevent::CreateAnew {}), nothing);
    }

    void createdAnewItMayHaveFewerRows()
    {
        Bench bench(PartPhase::Lost);
        (void)bench.tell(partevent::CreateAnew {});
        bench.search();
        RemotePage page;
        page.batches = {bench.remote()};
        page.batches.front().requests = 4;
        (void)bench.tell(partevent::Listed {page, {}});
        QCOMPARE(bench.phase(), PartPhase::UnderWay);
    }

    // ---- the program was started ----

    void aPartThatIsFoundOnDiskGoesOnWithoutBeingCreatedTwice_data()
    {
        QTest::addColumn<PartPhase>("found");
        QTest::addColumn<PartPhase>("then");
        QTest::addColumn<QString>("first");
        QTest::newRow("creating") << PartPhase::Creating << PartPhase::Searching << QStringLiteral("list");
        QTest::newRow("searching") << PartPhase::Searching << PartPhase::Searching << QStringLiteral("list");
        QTest::newRow("under way") << PartPhase::UnderWay << PartPhase::UnderWay << QStringLiteral("retrieve");
        QTest::newRow("cancelling") << PartPhase::Cancelling << PartPhase::Cancelling << QStringLiteral("retrieve");
        QTest::newRow("fetching") << PartPhase::Fetching << PartPhase::Fetching << QStringLiteral("retrieve");
        for (const PartPhase phase : {PartPhase::Ready, PartPhase::Settled, PartPhase::Refused, PartPhase::Lost})
            QTest::addRow("at rest %d", static_cast<int>(phase)) << phase << phase << QString();
    }

    void aPartThatIsFoundOnDiskGoesOnWithoutBeingCreatedTwice()
    {
        QFETCH(PartPhase, found);
        QFETCH(PartPhase, then);
        QFETCH(QString, first);
        Bench bench(found);
        (void)bench.tell(partevent::Resumed {});
        QCOMPARE(bench.phase(), then);
        QCOMPARE(bench.part().nextLook.has_value(), !first.isEmpty());
        if (!first.isEmpty())
            QCOMPARE(bench.ring().last(), first);
    }

    void aWaitThatIsFoundOnDiskGoesOn()
    {
        Bench bench;
        bench.course.part.nextLook = start + 50s;
        QCOMPARE(bench.tell(partevent::Resumed {}), QStringList {QStringLiteral("wait 50 s")});
        QCOMPARE(bench.tell(partevent::Start {}), nothing);
        Bench wrongClock(PartPhase::UnderWay);
        wrongClock.course.part.nextLook = start + 24h * 365;
        QCOMPARE(wrongClock.tell(partevent::Resumed {}).last(), QStringLiteral("wait 86400 s"));
    }

    void cancelledAndFoundReadyItIsClosed()
    {
        Bench bench;
        bench.course.part.cancelWanted = true;
        QCOMPARE(bench.tell(partevent::Resumed {}), QStringList {QStringLiteral("close")});
    }
};

QTEST_GUILESS_MAIN(TestPartStep)
#include "tst_partstep.moc"
