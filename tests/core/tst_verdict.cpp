// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/verdict.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

constexpr int many = unboundedRetries;

Fault faultOf(FaultKind kind)
{
    Fault fault;
    fault.kind = kind;
    return fault;
}

} // namespace

class TestVerdict : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachFaultHasItsConsequence_data()
    {
        using enum FaultKind;
        QTest::addColumn<FaultKind>("kind");
        QTest::addColumn<int>("retries");
        QTest::addColumn<bool>("fallBack");
        QTest::addColumn<RouteOutcome>("outcome");
        QTest::addColumn<Blame>("blame");
        const auto row = [](const char *name, FaultKind kind, int retries, bool fallBack, RouteOutcome outcome, Blame blame) {
            QTest::newRow(name) << kind << retries << fallBack << outcome << blame;
        };
        constexpr auto neutral = RouteOutcome::Neutral;
        constexpr auto failed = RouteOutcome::Failed;
        row("bad request", BadRequest, 0, false, neutral, Blame::You);
        row("too large", TooLarge, 0, false, neutral, Blame::You);
        row("capability", Capability, 0, true, neutral, Blame::You);
        row("no such model", NoModel, 0, true, neutral, Blame::You);
        row("bad key", Auth, 0, true, neutral, Blame::You);
        row("billing", Billing, 0, true, neutral, Blame::You);
        row("spent quota", QuotaHard, 0, true, neutral, Blame::You);
        row("forbidden", Forbidden, 0, true, neutral, Blame::You);
        row("legal", Legal, 0, false, neutral, Blame::Nobody);
        row("own limit", RateLimited, many, true, neutral, Blame::YourLimit);
        row("overloaded", Overloaded, many, true, RouteOutcome::Overloaded, Blame::Provider);
        row("transient", Transient, many, true, failed, Blame::Provider);
        row("gateway", TransientGateway, many, true, failed, Blame::Provider);
        row("server timeout", TimeoutServer, many, true, failed, Blame::Provider);
        row("conflict", Conflict, 2, false, neutral, Blame::Nobody);
        row("offline", Offline, many, false, neutral, Blame::Network);
        row("no connection", Connect, many, true, failed, Blame::Network);
        row("TLS", Tls, 0, false, neutral, Blame::Network);
        row("proxy", Proxy, 0, false, neutral, Blame::Network);
        row("portal", Portal, 0, false, neutral, Blame::Network);
        row("redirected", Redirected, 0, false, neutral, Blame::Network);
        row("intermediary", Intermediary, 0, true, neutral, Blame::Network);
        row("not processed", NotProcessed, many, true, failed, Blame::Network);
        row("ambiguous", Ambiguous, many, true, failed, Blame::Network);
        row("slow headers", SlowHeaders, many, true, failed, Blame::Network);
        row("slow content", SlowContent, many, true, failed, Blame::Network);
        row("truncated", Truncated, many, true, failed, Blame::Network);
        row("stalled", Stalled, many, true, failed, Blame::Network);
        row("protocol", Protocol, 1, true, failed, Blame::Provider);
        row("disk full", DiskFull, 0, false, neutral, Blame::You);
        row("read-only", ReadOnly, 0, false, neutral, Blame::You);
        row("store", Store, 0, false, neutral, Blame::You);
        row("cancelled", Cancelled, 0, false, neutral, Blame::Nobody);
    }
    void eachFaultHasItsConsequence()
    {
        QFETCH(FaultKind, kind);
        const Verdict verdict = verdictOn(faultOf(kind));
        QTEST(verdict.retriesHere, "retries");
        QTEST(verdict.mayFallBack, "fallBack");
        QTEST(verdict.outcome, "outcome");
        QTEST(verdict.blame, "blame");
    }

    void eachRetryHasItsPrice()
    {
        QCOMPARE(verdictOn(faultOf(FaultKind::Overloaded)).cost, 1.0);
        QCOMPARE(verdictOn(faultOf(FaultKind::Offline)).cost, 0.0);
        QCOMPARE(verdictOn(faultOf(FaultKind::Truncated)).cost, 2.0);
        QCOMPARE(verdictOn(faultOf(FaultKind::RateLimited)).cost, 1.0);
        Fault hinted = faultOf(FaultKind::RateLimited);
        hinted.hint = Hint {3s, HintSource::RetryAfterSeconds};
        QCOMPARE(verdictOn(hinted).cost, 0.5);
    }

    void theServersNoForbidsARetryHereButNotElsewhere()
    {
        Fault fault = faultOf(FaultKind::Overloaded);
        fault.shouldRetry = false;
        QCOMPARE(verdictOn(fault).retriesHere, 0);
        QVERIFY(verdictOn(fault).mayFallBack);
    }

    void theServersYesOverrulesOnlyWhatIsNotThePersons_data()
    {
        QTest::addColumn<FaultKind>("kind");
        for (const auto &[name, kind] : {std::pair("key", FaultKind::Auth), std::pair("bill", FaultKind::Billing), std::pair("quota", FaultKind::QuotaHard),
                 std::pair("size", FaultKind::TooLarge), std::pair("request", FaultKind::BadRequest), std::pair("redirect", FaultKind::Redirected),
                 std::pair("cancelled", FaultKind::Cancelled), std::pair("legal", FaultKind::Legal)})
            QTest::newRow(name) << kind;
    }
    void theServersYesOverrulesOnlyWhatIsNotThePersons()
    {
        QFETCH(FaultKind, kind);
        Fault fault = faultOf(kind);
        fault.shouldRetry = true;
        QCOMPARE(verdictOn(fault).retriesHere, 0);
    }
};

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
