// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/verdict.h"

#include <QtTest>

#include <set>

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

std::vector<FaultKind> allKinds()
{
    std::vector<FaultKind> kinds;
    for (std::size_t each = 0; each < faultKindCount; ++each)
        kinds.push_back(static_cast<FaultKind>(each));
    return kinds;
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
        QTest::addColumn<OriginCount>("origin");
        QTest::addColumn<GateKind>("gate");
        QTest::addColumn<double>("cost");
        QTest::addColumn<Blame>("blame");
        const auto row = [](const char *name, FaultKind kind, int retries, bool fallBack, RouteOutcome outcome, OriginCount origin, GateKind gate, double cost, Blame blame) {
            QTest::newRow(name) << kind << retries << fallBack << outcome << origin << gate << cost << blame;
        };
        constexpr auto neutral = RouteOutcome::Neutral;
        constexpr auto failed = RouteOutcome::Failed;
        constexpr auto noOrigin = OriginCount::None;
        constexpr auto counts = OriginCount::Counts;
        constexpr auto open = GateKind::None;
        row("bad request", BadRequest, 0, false, neutral, noOrigin, open, 1, Blame::You);
        row("too large", TooLarge, 0, false, neutral, noOrigin, open, 1, Blame::You);
        row("capability", Capability, 1, true, neutral, noOrigin, open, 0, Blame::You);
        row("thinking of another conversation", HistoryBound, 1, false, neutral, noOrigin, open, 0, Blame::You);
        row("no such model", NoModel, 0, true, neutral, noOrigin, GateKind::Model, 1, Blame::You);
        row("bad key", Auth, 0, true, neutral, noOrigin, GateKind::Credential, 1, Blame::You);
        row("billing", Billing, 0, true, neutral, noOrigin, GateKind::Credential, 1, Blame::You);
        row("spent quota", QuotaHard, 0, true, neutral, noOrigin, GateKind::Credential, 1, Blame::You);
        row("forbidden", Forbidden, 0, true, neutral, noOrigin, GateKind::Model, 1, Blame::You);
        row("legal", Legal, 0, false, neutral, noOrigin, open, 1, Blame::Nobody);
        row("own limit", RateLimited, many, true, neutral, noOrigin, GateKind::RateLimit, 1, Blame::YourLimit);
        row("overloaded", Overloaded, many, true, RouteOutcome::Overloaded, noOrigin, open, 1, Blame::Provider);
        row("transient", Transient, many, true, failed, counts, open, 1, Blame::Provider);
        row("gateway", TransientGateway, many, true, failed, counts, open, 1, Blame::Provider);
        row("server timeout", TimeoutServer, many, true, failed, noOrigin, open, 1, Blame::Provider);
        row("conflict", Conflict, 2, false, neutral, noOrigin, open, 1, Blame::Nobody);
        row("too early", TooEarly, 1, true, failed, noOrigin, open, 1, Blame::Nobody);
        row("unknown", Unknown, 1, true, failed, noOrigin, open, 1, Blame::Provider);
        row("offline", Offline, many, false, neutral, noOrigin, GateKind::Network, 0, Blame::Network);
        row("no connection", Connect, many, true, neutral, counts, open, 0, Blame::Network);
        row("TLS", Tls, 0, false, neutral, noOrigin, open, 1, Blame::Network);
        row("proxy", Proxy, 0, false, neutral, noOrigin, GateKind::Network, 0, Blame::Network);
        row("proxy timeout", ProxyTimeout, 2, false, neutral, noOrigin, open, 0, Blame::Network);
        row("portal", Portal, 0, false, neutral, noOrigin, GateKind::Network, 1, Blame::Network);
        row("redirected", Redirected, 0, false, neutral, noOrigin, GateKind::Network, 1, Blame::Network);
        row("intermediary", Intermediary, 0, true, neutral, OriginCount::Half, open, 1, Blame::Network);
        row("not processed", NotProcessed, many, true, neutral, counts, open, 1, Blame::Network);
        row("ambiguous", Ambiguous, many, true, failed, noOrigin, open, 1, Blame::Network);
        row("slow headers", SlowHeaders, many, true, failed, noOrigin, open, 1, Blame::Network);
        row("slow content", SlowContent, many, true, failed, noOrigin, open, 1, Blame::Network);
        row("truncated", Truncated, many, true, failed, noOrigin, open, 2, Blame::Network);
        row("stalled", Stalled, many, true, failed, noOrigin, open, 2, Blame::Network);
        row("protocol", Protocol, 1, true, failed, noOrigin, open, 2, Blame::Provider);
        row("disk full", DiskFull, 0, false, neutral, noOrigin, open, 1, Blame::You);
        row("read-only", ReadOnly, 0, false, neutral, noOrigin, open, 1, Blame::You);
        row("store", Store, 0, false, neutral, noOrigin, open, 1, Blame::You);
        row("cancelled", Cancelled, 0, false, neutral, noOrigin, open, 1, Blame::Nobody);
    }
    void eachFaultHasItsConsequence()
    {
        QFETCH(FaultKind, kind);
        const Verdict verdict = verdictOn(faultOf(kind));
        QTEST(verdict.retriesHere, "retries");
        QTEST(verdict.mayFallBack, "fallBack");
        QTEST(verdict.outcome, "outcome");
        QTEST(verdict.origin, "origin");
        QTEST(verdict.gate, "gate");
        QTEST(verdict.cost, "cost");
        QTEST(verdict.blame, "blame");
    }

    void aLimitWithAHintIsCheaperThanOneWithout()
    {
        QCOMPARE(verdictOn(faultOf(FaultKind::RateLimited)).cost, 1.0);
        Fault hinted = faultOf(FaultKind::RateLimited);
        hinted.hint = Hint {3s, HintSource::RetryAfterSeconds};
        QCOMPARE(verdictOn(hinted).cost, 0.5);
        hinted.kind = FaultKind::Overloaded;
        QCOMPARE(verdictOn(hinted).cost, 1.0);
    }

    void eachWaitIsDrawnByItsRule()
    {
        QCOMPARE(verdictOn(faultOf(FaultKind::Overloaded)).delay, DelayClass::Overloaded);
        QCOMPARE(verdictOn(faultOf(FaultKind::RateLimited)).delay, DelayClass::RateLimitedBlind);
        QCOMPARE(verdictOn(faultOf(FaultKind::Offline)).delay, DelayClass::Offline);
        for (const FaultKind kind : {FaultKind::Connect, FaultKind::NotProcessed, FaultKind::ProxyTimeout})
            QCOMPARE(verdictOn(faultOf(kind)).delay, DelayClass::Connect);
        for (const FaultKind kind : {FaultKind::Ambiguous, FaultKind::SlowHeaders, FaultKind::SlowContent, FaultKind::Truncated, FaultKind::Stalled})
            QCOMPARE(verdictOn(faultOf(kind)).delay, DelayClass::Ambiguous);
        for (const FaultKind kind : {FaultKind::Transient, FaultKind::TransientGateway, FaultKind::TimeoutServer, FaultKind::Unknown, FaultKind::Protocol})
            QCOMPARE(verdictOn(faultOf(kind)).delay, DelayClass::Transient);
    }

    void onlyARequestThatWasNotTakenIsRepeatedForNothing()
    {
        for (const FaultKind kind : allKinds())
            QCOMPARE(verdictOn(faultOf(kind)).freeRetries, kind == FaultKind::NotProcessed || verdictOn(faultOf(kind)).rewrite != Rewrite::None ? 1 : 0);
    }

    void onlyARequestThatCanBeChangedIsRewritten()
    {
        for (const FaultKind kind : allKinds()) {
            const Rewrite expected = kind == FaultKind::Capability ? Rewrite::WithoutParameter
                : kind == FaultKind::HistoryBound                  ? Rewrite::WithoutThinking
                                                                   : Rewrite::None;
            QCOMPARE(verdictOn(faultOf(kind)).rewrite, expected);
        }
    }

    void brokenAnswersGoOnByThemselvesAfterTheProvidersTroubleAndADrop()
    {
        using enum FaultKind;
        const std::set<FaultKind> going {Overloaded, Transient, TransientGateway, Truncated, Stalled, Ambiguous};
        for (const FaultKind kind : allKinds())
            QCOMPARE(verdictOn(faultOf(kind)).continues, going.contains(kind));
    }

    void whatIsThePersonsOwnIsNotWeather()
    {
        for (const FaultKind kind : allKinds()) {
            const Blame blame = verdictOn(faultOf(kind)).blame;
            const auto weather = sampleClass(faultOf(kind));
            if (blame == Blame::You)
                QVERIFY(!weather);
            if (blame == Blame::YourLimit)
                QCOMPARE(weather, std::optional(SampleClass::OwnLimit));
            if (blame == Blame::Network)
                QCOMPARE(weather, std::optional(SampleClass::Network));
            if (blame == Blame::Provider)
                QVERIFY(weather == SampleClass::Overloaded || weather == SampleClass::ServerError);
        }
    }

    // Invariants 17 and 18: what is the person's or the network's here speaks against no provider.
    void faultsOfThePersonAndOfBeingOfflineSpeakAgainstNoProvider()
    {
        for (const FaultKind kind : allKinds()) {
            const Verdict verdict = verdictOn(faultOf(kind));
            const bool local = verdict.blame == Blame::You || verdict.blame == Blame::YourLimit || verdict.gate == GateKind::Network;
            if (local)
                QVERIFY(verdict.outcome == RouteOutcome::Neutral && verdict.origin == OriginCount::None);
            if (verdict.outcome != RouteOutcome::Neutral)
                QVERIFY(verdict.gate == GateKind::None);
        }
    }

    void theServersNoForbidsARetryHereButNotElsewhere()
    {
        for (const FaultKind kind : allKinds()) {
            Fault fault = faultOf(kind);
            const bool elsewhere = verdictOn(fault).mayFallBack;
            fault.shouldRetry = false;
            QCOMPARE(verdictOn(fault).retriesHere, verdictOn(fault).rewrite == Rewrite::None ? 0 : 1); // another request is not forbidden
            QCOMPARE(verdictOn(fault).mayFallBack, elsewhere);
        }
    }

    void theServersYesOverrulesOnlyWhatIsNobodysOrTheProviders()
    {
        for (const FaultKind kind : allKinds()) {
            Fault fault = faultOf(kind);
            const int before = verdictOn(fault).retriesHere;
            fault.shouldRetry = true;
            QCOMPARE(verdictOn(fault).retriesHere, kind == FaultKind::Legal ? 1 : before); // no other such fault forbids it
        }
    }
};

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
