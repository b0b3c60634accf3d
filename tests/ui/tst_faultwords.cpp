// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/faultwords.h"
#include "ui/words/offpeakwords.h"
#include "ui/words/tlswords.h"

#include "core/policy/verdict.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QtTest>

#include <map>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const RouteId sonnet {QStringLiteral("sonnet")};
const RouteId haiku {QStringLiteral("haiku")};

RouteTable table()
{
    RouteTable routes;
    Provider provider;
    provider.id = ProviderId(QStringLiteral("anthropic"));
    provider.name = QStringLiteral("Anthropic");
    routes.providers = {provider};
    routes.routes = {{sonnet, provider.id, QStringLiteral("claude-sonnet-4-5"), QStringLiteral("Claude Sonnet 4.5")},
        {haiku, provider.id, QStringLiteral("claude-haiku-4-5"), QStringLiteral("Claude Haiku 4.5")}};
    return routes;
}

FaultContext context(std::optional<Duration> left = std::nullopt)
{
    return {QStringLiteral("Anthropic"), QStringLiteral("Sonnet 4.5"), QStringLiteral("Haiku 4.5"), left, 0};
}

TurnState waitingTurn(FaultKind kind, int attempts)
{
    TurnState turn;
    turn.id = TurnId(QStringLiteral("t"));
    turn.phase = TurnPhase::Waiting;
    ChainStep first;
    first.route = sonnet;
    first.overloadedTries = 6;
    ChainStep second;
    second.route = haiku;
    turn.chain.steps = {first, second};
    Fault fault;
    fault.kind = kind;
    turn.fault = fault;
    for (int i = 0; i < attempts; ++i) {
        Attempt attempt;
        attempt.number = i + 1;
        attempt.route = sonnet;
        attempt.fault = fault;
        attempt.endedAfter = 1s;
        turn.attempts.push_back(attempt);
    }
    turn.wait = Wait {Instant(0s), Instant(4s)};
    return turn;
}

} // namespace

class FaultWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFaultHasATitleAndASentence()
    {
        for (int i = 0; i < static_cast<int>(faultKindCount); ++i) {
            Fault fault;
            fault.kind = static_cast<FaultKind>(i);
            for (const FaultContext &names : {context(), context(4s), FaultContext {}}) {
                const Words words = wordsFor(fault, names);
                QVERIFY2(words.title.endsWith(QLatin1Char('.')), qPrintable(QString::number(i)));
                QVERIFY2(words.sentence.endsWith(QLatin1Char('.')), qPrintable(QString::number(i)));
                QVERIFY(!words.title.contains(QLatin1Char('%')) && !words.sentence.contains(QLatin1Char('%')));
                QVERIFY(!words.title.contains(QLatin1Char('!')) && !words.sentence.contains(QLatin1Char('!')));
            }
        }
    }

    void everyFaultSaysWhoseItIs()
    {
        // Of the person: their key, turn, credit or limit, or what Breakwater may do. On the way: the network by one of its names.
        static const std::map<Blame, QRegularExpression> names {
            {Blame::You, QRegularExpression(QStringLiteral("[Yy]our? |[Tt]h(is|e) (turn|key|conversation|disk)|the model|Sonnet|Breakwater"))},
            {Blame::YourLimit, QRegularExpression(QStringLiteral("[Yy]our? "))},
            {Blame::Provider, QRegularExpression(QStringLiteral("Anthropic"))},
            {Blame::Network, QRegularExpression(QStringLiteral("Network|network|connection|offline|proxy|on the way|api\\.anthropic\\.com|Anthropic"))},
        };
        for (std::size_t each = 0; each < faultKindCount; ++each) {
            Fault fault;
            fault.kind = static_cast<FaultKind>(each);
            fault.host = QStringLiteral("api.anthropic.com");
            const Words words = wordsFor(fault, context(4s));
            const auto name = names.find(verdictOn(fault).blame);
            if (name != names.end())
                QVERIFY2(QString(words.title + QLatin1Char(' ') + words.sentence).contains(name->second), qPrintable(words.title));
        }
    }

    void everyFaultSaysWhatHappensNext()
    {
        for (std::size_t each = 0; each < faultKindCount; ++each) {
            Fault fault;
            fault.kind = static_cast<FaultKind>(each);
            const Verdict verdict = verdictOn(fault);
            const Words words = wordsFor(fault, context(4s));
            if (verdict.retriesHere > 0 && verdict.rewrite == Rewrite::None && fault.kind != FaultKind::Offline)
                QVERIFY2(words.title.endsWith(QStringLiteral("in 4 s.")), qPrintable(words.title));
            else
                QVERIFY2(fault.kind == FaultKind::Cancelled || actionFor(fault) != WordsAction::None, qPrintable(words.title));
        }
    }

    void aQuotaSaysWhenItIsGrantedAnew()
    {
        Fault fault;
        fault.kind = FaultKind::QuotaHard;
        fault.returnsAt = std::chrono::sys_days(std::chrono::year(2026) / 12 / 1) + 12h;
        QCOMPARE(wordsFor(fault, context()), (Words {QStringLiteral("Your Anthropic limit for this month is used up."),
                                                 QStringLiteral("It is granted anew on 1 December 2026. Raise it, or use another route.")}));
    }

    void aConversationThatIsTooLongIsNotATurnThatIsTooLarge()
    {
        Fault fault;
        fault.kind = FaultKind::TooLarge;
        fault.detail = QStringLiteral("This turn is about 100 tokens; the limit is 99 tokens per minute.");
        QCOMPARE(wordsFor(fault, context()).title, QStringLiteral("This turn is more than your limit on Anthropic allows."));
        QVERIFY(wordsFor(fault, context()).sentence.startsWith(fault.detail));
        fault.status = 413;
        QCOMPARE(wordsFor(fault, context()).title, QStringLiteral("This turn is too large to send (413)."));
        fault.status = 400;
        QCOMPARE(wordsFor(fault, context()).title, QStringLiteral("This conversation is too long for Sonnet 4.5 (400)."));
    }

    void saysWhatTheTableSays_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<int>("left");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, FaultKind kind, int status, const char *detail, int left, const char *title, const char *sentence) {
            QTest::newRow(name) << static_cast<int>(kind) << status << QString::fromUtf8(detail) << left << QString::fromUtf8(title)
                                << QString::fromUtf8(sentence);
        };
        row("529", FaultKind::Overloaded, 529, "", 4, "Anthropic is overloaded. Trying again in 4 s.",
            "Error 529, on Anthropic’s side: the servers are full. Your limits are fine.");
        row("429 over 2 min", FaultKind::RateLimited, 429, "", 250, "You reached your own limit (429).",
            "It frees up in 4 min 10 s. Breakwater sends this turn then.");
        row("429 quota", FaultKind::QuotaHard, 429, "", 0, "Your Anthropic credit is used up.", "Waiting does not help. Add credit, or use another route.");
        row("500", FaultKind::Transient, 500, "", 2, "Anthropic had a server error. Trying again in 2 s.", "Error 500, on Anthropic’s side. Your text is kept.");
        row("network", FaultKind::Connect, 0, "", 2, "The connection dropped. Trying again in 2 s.", "Network: nothing came back from api.anthropic.com.");
        row("offline", FaultKind::Offline, 0, "", 0, "You are offline.", "This turn is in the outbox and goes when the connection is back.");
        row("tls", FaultKind::Tls, 0, "", 0, "The connection to api.anthropic.com is not secure.", "Its certificate is not trusted. Nothing was sent.");
        row("400", FaultKind::BadRequest, 400, "harbour.tiff is larger than 5 MB", 0, "Anthropic could not accept this turn (400).",
            "harbour.tiff is larger than 5 MB. Trying again would not help.");
        row("401", FaultKind::Auth, 401, "", 0, "Anthropic refused the key (401).", "It may be mistyped or withdrawn. Your text is kept.");
        row("403", FaultKind::Forbidden, 403, "", 0, "This key may not use Sonnet 4.5 (403).", "Another model or another key can.");
        row("404", FaultKind::NoModel, 404, "", 0, "Anthropic does not know the model Sonnet 4.5 (404).", "It may have been renamed or withdrawn.");
        row("425", FaultKind::TooEarly, 425, "", 2, "Anthropic did not take this turn yet. Trying again in 2 s.",
            "Error 425, from Anthropic or a gateway before it. Your text is kept.");
        row("599", FaultKind::Unknown, 599, "", 2, "Anthropic failed in a way Breakwater does not know. Trying again in 2 s.",
            "Error 599, on Anthropic’s side. Your text is kept.");
        row("proxy timeout", FaultKind::ProxyTimeout, 0, "", 2, "The proxy did not answer in time. Trying again in 2 s.",
            "Network: api.anthropic.com was not reached. Your text is kept.");
        row("foreign thinking", FaultKind::HistoryBound, 400, "", 0, "Sonnet 4.5 does not take the thinking of an earlier answer (400).",
            "It belongs to another conversation or model. Breakwater sends the turn once without it.");
        row("disk", FaultKind::DiskFull, 0, "", 0, "The disk is full.", "This answer is on screen but not saved. About 20 MB is enough.");
    }
    void saysWhatTheTableSays()
    {
        QFETCH(int, kind);
        QFETCH(int, status);
        QFETCH(QString, detail);
        QFETCH(int, left);
        Fault fault;
        fault.kind = static_cast<FaultKind>(kind);
        if (status > 0)
            fault.status = status;
        fault.detail = detail;
        fault.host = QStringLiteral("api.anthropic.com");
        const Words words = wordsFor(fault, context(left > 0 ? std::optional<Duration>(std::chrono::seconds(left)) : std::nullopt));
        QTEST(words.title, "title");
        QTEST(words.sentence, "sentence");
    }

    void aBadCertificateSaysWhatIsWrongWithItAndWhatNext_data()
    {
        QTest::addColumn<int>("problem");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, TlsProblem problem, const char *sentence) { QTest::newRow(name) << static_cast<int>(problem) << QString::fromUtf8(sentence); };
        row("self-signed", TlsProblem::SelfSigned,
            "Its certificate is signed by itself: nobody vouches for it. If the server is yours, give its certificate to the provider in Preferences. Nothing was sent.");
        row("unknown issuer", TlsProblem::UnknownIssuer,
            "Its certificate is issued by Office CA, which this system does not know. If that is your own network’s authority, give its certificate to the provider in Preferences. Nothing was sent.");
        row("expired", TlsProblem::Expired, "Its certificate ran out on 4 March 2026. Whoever runs the server has to renew it. Nothing was sent.");
        row("not yet valid", TlsProblem::NotYetValid, "Its certificate is valid from 3 March 2026 on. Is this machine’s clock right? Nothing was sent.");
        row("wrong host", TlsProblem::WrongHost, "Its certificate is issued for a.example and 2 others, not for this address. Check the provider’s address. Nothing was sent.");
        row("withdrawn", TlsProblem::Revoked, "Its certificate was withdrawn by Office CA. Whoever runs the server has to replace it. Nothing was sent.");
        row("no encryption there", TlsProblem::NoTls,
            "Who answers there does not encrypt. Does its address begin with http://, or is the port another one? Nothing was sent.");
    }
    void aBadCertificateSaysWhatIsWrongWithItAndWhatNext()
    {
        QFETCH(int, problem);
        const auto noon = [](unsigned day) { return std::chrono::sys_days(std::chrono::year(2026) / 3 / std::chrono::day(day)) + 12h; };
        Fault fault;
        fault.kind = FaultKind::Tls;
        fault.host = QStringLiteral("api.example.com");
        fault.tls = TlsFacts {static_cast<TlsProblem>(problem),
            CertificateFacts {QStringLiteral("a.example"), QStringLiteral("Office CA"), {QStringLiteral("a.example"), QStringLiteral("b.example"), QStringLiteral("c.example")}, noon(3), noon(4), QStringLiteral("AB:CD")}, {}};
        if (fault.tls->problem == TlsProblem::NoTls)
            fault.tls->certificate.reset();
        const Words words = wordsFor(fault, context());
        QCOMPARE(words.title, QStringLiteral("The connection to api.example.com is not secure."));
        QTEST(words.sentence, "sentence");
        const bool elsewhere = fault.tls->problem == TlsProblem::Expired || fault.tls->problem == TlsProblem::NotYetValid || fault.tls->problem == TlsProblem::Revoked;
        QCOMPARE(actionFor(fault), !elsewhere ? WordsAction::CheckProvider : WordsAction::SendAgain);
    }

    void certificatesOfAPersonThatCannotBeUsedAreNamed()
    {
        Fault fault;
        fault.kind = FaultKind::Tls;
        fault.host = QStringLiteral("api.example.com");
        for (const TlsProblem each : {TlsProblem::FileMissing, TlsProblem::FileUnreadable, TlsProblem::FileWithoutCertificate}) {
            fault.tls = TlsFacts {each, {}, QStringLiteral("/certificates/office.pem")};
            const Words words = wordsFor(fault, context());
            QCOMPARE(words.title, QStringLiteral("The certificates for api.example.com cannot be used."));
            QVERIFY(words.sentence.startsWith(QStringLiteral("The file office.pem ")) && words.sentence.endsWith(QStringLiteral("Nothing was sent.")));
            QCOMPARE(actionFor(fault), WordsAction::CheckProvider);
        }
    }

    void aCertificateIsShownWithWhatPeopleCompare()
    {
        CertificateFacts facts;
        facts.subject = QStringLiteral("a.example");
        facts.fingerprint = QStringLiteral("AB:CD");
        const QString copied = certificateText(facts);
        QVERIFY(copied.startsWith(QStringLiteral("Issued to: a.example\nValid from: ")));
        QVERIFY(copied.endsWith(QStringLiteral("SHA-256: AB:CD\n")));
        QVERIFY2(!copied.contains(QStringLiteral("Issued by")), "what is not there is left out");
    }

    void aHostThatTakesNoConnectionIsToldFromOneThatDropsIt()
    {
        Fault fault;
        fault.kind = FaultKind::Connect;
        fault.host = QStringLiteral("api.example.com");
        fault.waited = 10s;
        QCOMPARE(wordsFor(fault, context(2s)), (Words {QStringLiteral("api.example.com took no connection in time. Trying again in 2 s."),
                                                    QStringLiteral("Network: nobody answered there within 10 s. Nothing was sent.")}));
    }

    void aProxyThatWantsAPasswordSaysSo()
    {
        Fault fault;
        fault.kind = FaultKind::Proxy;
        fault.status = 407;
        fault.host = QStringLiteral("api.example.com");
        QCOMPARE(wordsFor(fault, context()).title, QStringLiteral("The proxy wants a user name and a password (407)."));
        QVERIFY(wordsFor(fault, context()).sentence.contains(QStringLiteral("proxy settings")));
    }

    void aChainWithoutARouteSaysWhichConnectionIsNotEncrypted()
    {
        RouteTable routes = table();
        routes.providers.front().baseUrl = QUrl(QStringLiteral("http://gateway.example"));
        Chain chain;
        chain.id = ChainId(QStringLiteral("c"));
        chain.steps.resize(1);
        chain.steps.front().route = sonnet;
        routes.chains = {chain};
        TurnState turn;
        turn.phase = TurnPhase::Failed;
        turn.chain = routes.usable(chain);
        turn.decision = Decision {Action::GiveUp, Reason::NoRoute, {}, {}, {}};
        const auto notice = noticeFor(&turn, nullptr, routes);
        QVERIFY(notice);
        QCOMPARE(notice->words.title, QStringLiteral("The connection to gateway.example is not encrypted."));
        QCOMPARE(notice->action, WordsAction::CheckProvider);
        consentToPlainHttp(routes.providers.front());
        QCOMPARE(noticeFor(&turn, nullptr, routes)->action, WordsAction::ChooseModel);
    }

    void saysWhoseLimitItIs()
    {
        Fault fault;
        fault.kind = FaultKind::RateLimited;
        const Words words = wordsFor(fault, context(38s));
        QCOMPARE(words.title, QStringLiteral("Your own limit is used up. Going on in 38 s."));
        QVERIFY(words.sentence.contains(QStringLiteral("429")));
        QVERIFY(words.sentence.endsWith(QStringLiteral("Anthropic is fine.")));
    }

    void countsTheTriesOfTheStep()
    {
        const TurnState turn = waitingTurn(FaultKind::Overloaded, 3);
        QCOMPARE(attemptSentence(turn, table()), QStringLiteral("Attempt 3 of 6 on Claude Sonnet 4.5. After the sixth, Haiku 4.5 takes over."));
        TurnState again = turn;
        again.roundFrom = 2;
        QCOMPARE(triesHere(again).made, 1);
    }

    void namesTheNextRouteOnItsButton()
    {
        const TurnState turn = waitingTurn(FaultKind::Overloaded, 1);
        QCOMPARE(actionText(WordsAction::UseNext, contextOf(turn, table(), Instant(0s))), QStringLiteral("Use Haiku now"));
    }

    void theCardSaysWhatHappensNow()
    {
        TurnState turn = waitingTurn(FaultKind::Overloaded, 1);
        QCOMPARE(cardWords(turn, table(), Instant(0s)).title, QStringLiteral("Anthropic is overloaded. Trying again in 4 s."));
        turn.phase = TurnPhase::Kept;
        Decision decision;
        decision.action = Action::Keep;
        decision.reason = Reason::BudgetEmpty;
        turn.decision = decision;
        QCOMPARE(cardWords(turn, table(), Instant(0s)), (Words {QStringLiteral("Enough retries for now."), QStringLiteral("The budget refills in 4 s. This storm may last. Send as batch at half price?")}));
        turn.decision->reason = Reason::AllRoutesPaused;
        QCOMPARE(cardWords(turn, table(), Instant(0s)), (Words {QStringLiteral("Every route is paused."), QStringLiteral("The next test is in 4 s. This storm may last. Send as batch at half price?")}));
        RouteTable others = table(); // without batches
        for (Provider &each : others.providers)
            each.dialect = Dialect::OpenAi;
        QCOMPARE(cardWords(turn, others, Instant(0s)).sentence, QStringLiteral("The next test is in 4 s. This turn waits in the outbox."));
        turn.phase = TurnPhase::Unknown;
        QCOMPARE(cardWords(turn, table(), Instant(0s)), (Words {QStringLiteral("Breakwater ended while this turn was under way."), QStringLiteral("It may have been answered. Send again?")}));
        turn = waitingTurn(FaultKind::Overloaded, 2);
        turn.phase = TurnPhase::Sending;
        turn.step = 1;
        turn.attempts.back().route = haiku;
        turn.attempts.front().decision = Decision {Action::MoveOn, Reason::TriesUsed, {}, sonnet, haiku};
        QCOMPARE(cardWords(turn, table(), Instant(0s)).title, QStringLiteral("Moved to Claude Haiku 4.5."));
    }

    void theCardOfACrowdedProviderSaysThatItsTurnComes()
    {
        TurnState turn = waitingTurn(FaultKind::Overloaded, 1);
        turn.decision = Decision {Action::Wait, Reason::Crowded, {}, {}, {}};
        QCOMPARE(cardWords(turn, table(), Instant(0s)), (Words {QStringLiteral("Anthropic takes no more turns at once for now. Looking again in 4 s."),
                                                             QStringLiteral("Turns before this one are under way there. This one goes when there is room.")}));
    }

    void theCardOfAPausedChainSaysWhenItIsTested()
    {
        TurnState turn = waitingTurn(FaultKind::Overloaded, 1);
        turn.decision = Decision {Action::Wait, Reason::AllRoutesPaused, {}, {}, {}};
        QCOMPARE(cardWords(turn, table(), Instant(0s)).title, QStringLiteral("Every route is paused. The next test is in 4 s."));
        turn.chain.steps.pop_back();
        QCOMPARE(cardWords(turn, table(), Instant(0s)).title, QStringLiteral("Claude Sonnet 4.5 is paused. The next test is in 4 s."));
    }

    void theCardOfALimitThatIsKnownBeforehandBlamesNobody()
    {
        TurnState turn = waitingTurn(FaultKind::Overloaded, 0);
        turn.fault.reset();
        turn.decision = Decision {Action::Wait, Reason::ServerHint, Delay {4s, {}, {}}, {}, {}};
        QCOMPARE(cardWords(turn, table(), Instant(0s)), (Words {QStringLiteral("Your own limit is used up. Going on in 4 s."),
                                                             QStringLiteral("Breakwater holds this turn back until there is room. Anthropic is fine.")}));
    }

    void theCardSpeaksOfTheRouteItWaitsForThoughOthersFailedSince()
    {
        TurnState turn = waitingTurn(FaultKind::Overloaded, 2);
        turn.attempts.back().route = haiku;
        turn.attempts.back().fault->kind = FaultKind::Connect;
        turn.fault = turn.attempts.back().fault;
        turn.decision = Decision {Action::Wait, Reason::ServerHint, Delay {4s, 400ms, {}}, {}, {}};
        QCOMPARE(cardWords(turn, table(), Instant(0s)).title, QStringLiteral("Anthropic is overloaded. Trying again in 4 s."));
        QCOMPARE(cardMark(turn), std::optional(SampleClass::Overloaded));
        QCOMPARE(triesHere(turn).made, 1);
        turn.decision->delay = Delay {4s, {}, {}}; // held back here
        QCOMPARE(cardWords(turn, table(), Instant(0s)).title, QStringLiteral("Your own limit is used up. Going on in 4 s."));
        QCOMPARE(cardMark(turn), std::optional(SampleClass::OwnLimit));
        turn.decision->reason = Reason::Crowded;
        QCOMPARE(cardMark(turn), std::optional<SampleClass>());
    }

    void theCardOfARouteThatDidNotFailDoesNotBlameIt()
    {
        TurnState turn = waitingTurn(FaultKind::Overloaded, 1);
        turn.step = 1;
        turn.attempts.back().decision = Decision {Action::MoveOn, Reason::RoutePaused, {}, sonnet, haiku};
        turn.decision = Decision {Action::Wait, Reason::Backoff, Delay {{}, 4s, {}}, {}, {}};
        QCOMPARE(cardWords(turn, table(), Instant(0s)), (Words {QStringLiteral("Moved to Claude Haiku 4.5. Going on in 4 s."), QStringLiteral("Claude Sonnet 4.5 is paused.")}));
    }

    void theCardSaysWhenAnAnswerIsAskedForAnew()
    {
        TurnState turn = waitingTurn(FaultKind::Truncated, 2);
        turn.phase = TurnPhase::Sending;
        turn.decision = Decision {Action::Send, Reason::StartedOver, {}, {}, {}};
        QCOMPARE(cardWords(turn, table(), Instant(0s)), (Words {QStringLiteral("The answer broke off. Asking anew."), QStringLiteral("It had only begun. What came of it is kept above.")}));
    }

    void theCardSaysWhenATurnComesBack()
    {
        TurnState turn = waitingTurn(FaultKind::Overloaded, 2);
        turn.phase = TurnPhase::Sending;
        turn.attempts.front().route = haiku;
        turn.attempts.front().decision = Decision {Action::MoveOn, Reason::Sooner, {}, haiku, sonnet};
        turn.decision = Decision {Action::Send, Reason::Backoff, {}, {}, {}};
        QCOMPARE(cardWords(turn, table(), Instant(0s)), (Words {QStringLiteral("Back to Claude Sonnet 4.5."), QStringLiteral("Claude Sonnet 4.5 can answer sooner.")}));
    }

    void aTurnThatWaitedForLongAsksFirst()
    {
        TurnState turn = waitingTurn(FaultKind::Overloaded, 1);
        turn.phase = TurnPhase::Kept;
        turn.wait.reset();
        turn.decision = Decision {Action::Keep, Reason::AskFirst, {}, {}, {}};
        QCOMPARE(cardWords(turn, table(), Instant(0s)), (Words {QStringLiteral("Is this turn still wanted?"), QStringLiteral("It has waited for about 10 min or longer. Send it now, or cancel it.")}));
        turn.overtaken = true;
        QCOMPARE(cardWords(turn, table(), Instant(0s)).sentence, QStringLiteral("Its conversation went on without it. Send it now, or cancel it."));
    }

    void anOffPeakTurnSaysWhatItWaitsFor_data()
    {
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<QString>("title");
        QTest::newRow("its hours") << Reason::OffPeak << QStringLiteral("This turn goes off-peak.");
        QTest::newRow("calm weather") << Reason::RoughWeather << QStringLiteral("This turn waits for calm weather.");
        QTest::newRow("missed") << Reason::HoursMissed << QStringLiteral("Its off-peak hours passed without this turn.");
        QTest::newRow("none") << Reason::NoHours << QStringLiteral("Off-peak has no hours any more.");
    }

    void anOffPeakTurnSaysWhatItWaitsFor()
    {
        QFETCH(Reason, reason);
        TurnState turn;
        turn.phase = TurnPhase::Kept;
        turn.wait = Wait {Instant(0s), Instant(10min)}; // the next look at the clock: nothing to count down
        const WallTime begin = std::chrono::sys_days(std::chrono::year(2026) / 1 / 6) + std::chrono::hours(1);
        turn.offPeak = OffPeakWait {{begin, begin + std::chrono::hours(4)}, begin + std::chrono::minutes(30), {}};
        turn.decision = Decision {Action::Keep, reason, {}, {}, {}};
        QTEST(cardWords(turn, table(), Instant(0s)).title, "title");
        QVERIFY(!cardWords(turn, table(), Instant(0s)).sentence.contains(QStringLiteral("10 min")));
        if (reason == Reason::OffPeak)
            QVERIFY(cardWords(turn, table(), Instant(0s)).sentence.contains(offpeakwords::dayAndTime(turn.offPeak->start)));
    }

    void hoursAreSaidAsPeopleDo()
    {
        const auto local = [](int day, int hour, int minute = 0) { return WallTime(std::chrono::milliseconds(QDateTime(QDate(2026, 1, day), QTime(hour, minute)).toMSecsSinceEpoch())); };
        const Stretch night {local(6, 1), local(6, 5)};
        QCOMPARE(offpeakwords::sentence(night, local(5, 14)), QStringLiteral("Tonight between 01:00 and 05:00"));
        QCOMPARE(offpeakwords::sentence(night, local(6, 2)), QStringLiteral("Now, until 05:00"));
        QCOMPARE(offpeakwords::sentence({local(6, 11), local(6, 12)}, local(5, 14)), QStringLiteral("Between 11:00 and 12:00"));
        QCOMPARE(offpeakwords::sentence({local(10, 22), local(11, 6)}, local(5, 14)), QStringLiteral("Sat between 22:00 and 06:00"));
        QCOMPARE(offpeakwords::hours(night, local(5, 14)), QStringLiteral("01:00 to 05:00"));
        QCOMPARE(offpeakwords::hours({local(10, 22), local(11, 6)}, local(5, 14)), QStringLiteral("Sat 22:00 to 06:00"));
        QCOMPARE(offpeakwords::moment(local(6, 2, 13), local(5, 14)), QStringLiteral("at 02:13"));
        QCOMPARE(offpeakwords::moment(local(10, 2, 13), local(5, 14)), QStringLiteral("Sat at 02:13"));
    }

    void aReachedSpendLimitAsksThePerson()
    {
        TurnState turn = waitingTurn(FaultKind::Overloaded, 1);
        turn.phase = TurnPhase::Kept;
        turn.wait.reset();
        turn.decision = Decision {Action::Keep, Reason::SpendLimit, {}, {}, {}};
        const Words words = cardWords(turn, table(), Instant(0s));
        QCOMPARE(words.title, QStringLiteral("Your spend limit for today is reached."));
        QVERIFY(words.sentence.contains(QStringLiteral("Preferences, Costs")));
        QVERIFY(reasonSentence(*turn.decision, table()).contains(QStringLiteral("spend limit")));
    }

    void anAnswerThatWasSetAsideIsNotContinued()
    {
        Message answer;
        answer.id = MessageId(QStringLiteral("first"));
        answer.role = Role::Assistant;
        answer.state = MessageState::SetAside;
        answer.text = QStringLiteral("two words");
        TurnState turn = waitingTurn(FaultKind::Truncated, 2);
        turn.phase = TurnPhase::Failed;
        turn.wait.reset();
        const std::optional<Notice> notice = noticeFor(&turn, &answer, table());
        QCOMPARE(notice->action, WordsAction::SendAgain);
        answer.state = MessageState::BrokenOff;
        turn.phase = TurnPhase::BrokenOff;
        QCOMPARE(noticeFor(&turn, &answer, table())->action, WordsAction::Continue);
    }

    void settledTurnsHaveTheirNotice()
    {
        Message answer;
        answer.role = Role::Assistant;
        answer.text = QStringLiteral("one two three");
        answer.state = MessageState::Complete;
        QVERIFY(!noticeFor(nullptr, &answer, table()));
        answer.state = MessageState::LengthLimit;
        QCOMPARE(noticeFor(nullptr, &answer, table())->words.title, QStringLiteral("The answer reached its length limit."));
        answer.state = MessageState::BrokenOff;
        const std::optional<Notice> broken = noticeFor(nullptr, &answer, table());
        QCOMPARE(broken->words, (Words {QStringLiteral("The answer broke off after 3 words."), QStringLiteral("The connection dropped. What you see is kept.")}));
        QCOMPARE(broken->action, WordsAction::Continue);
        answer.state = MessageState::Declined;
        answer.model = QStringLiteral("claude-sonnet-4-5");
        QCOMPARE(noticeFor(nullptr, &answer, table())->words.title, QStringLiteral("claude-sonnet-4-5 declined to answer."));

        TurnState turn = waitingTurn(FaultKind::Auth, 1);
        turn.phase = TurnPhase::Failed;
        turn.wait.reset();
        const std::optional<Notice> auth = noticeFor(&turn, nullptr, table());
        QCOMPARE(auth->action, WordsAction::CheckKey);
        QVERIFY(auth->needsReader);
    }

    void aCancelledTurnKeepsItsTextAtHand()
    {
        TurnState turn = waitingTurn(FaultKind::Overloaded, 1);
        turn.phase = TurnPhase::Cancelled;
        turn.wait.reset();
        const std::optional<Notice> notice = noticeFor(&turn, nullptr, table());
        QCOMPARE(notice->words, (Words {QStringLiteral("You cancelled this turn."), QStringLiteral("Your text is kept.")}));
        QCOMPARE(notice->action, WordsAction::EditTurn);
        QVERIFY(!notice->needsReader);
    }

    void anAnswerThatTheProgramsEndBrokeOffDoesNotBlameTheConnection()
    {
        Message answer;
        answer.role = Role::Assistant;
        answer.state = MessageState::BrokenOff;
        answer.text = QStringLiteral("two words");
        TurnState turn = waitingTurn(FaultKind::Overloaded, 1);
        turn.phase = TurnPhase::BrokenOff;
        turn.wait.reset();
        turn.fault.reset();
        turn.decision = Decision {Action::GiveUp, Reason::Interrupted, {}, {}, {}};
        QCOMPARE(noticeFor(&turn, &answer, table())->words.sentence, QStringLiteral("Breakwater ended while it was arriving. What you see is kept."));
    }

    void aMissingKeyIsNotARefusedOne()
    {
        Fault fault;
        fault.kind = FaultKind::Auth;
        FaultContext context;
        context.provider = QStringLiteral("Anthropic");
        QCOMPARE(wordsFor(fault, context).title, QStringLiteral("There is no key for Anthropic."));
    }

    void onlyWhatNeedsTheReaderIsRed()
    {
        TurnState turn = waitingTurn(FaultKind::Overloaded, 1);
        turn.phase = TurnPhase::Failed;
        QVERIFY(!noticeFor(&turn, nullptr, table())->needsReader);
        turn.fault->kind = FaultKind::DiskFull;
        QVERIFY(noticeFor(&turn, nullptr, table())->needsReader);
    }

    void everyReasonHasItsSentence()
    {
        for (int i = 0; i <= static_cast<int>(Reason::DiskFailed); ++i) {
            Decision decision;
            decision.reason = static_cast<Reason>(i);
            for (const bool withRoutes : {false, true}) {
                if (withRoutes) {
                    decision.from = sonnet;
                    decision.to = haiku;
                    decision.delay = Delay {2s, 500ms, 4s};
                }
                const QString sentence = reasonSentence(decision, table());
                QVERIFY2(sentence.endsWith(QLatin1Char('.')) && !sentence.contains(QLatin1Char('%')), qPrintable(sentence));
            }
        }
    }

    void roundsSpans_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("measured");
        QTest::addColumn<QString>("left");
        QTest::newRow("zero") << qint64(0) << QStringLiteral("0.0 s") << QStringLiteral("0 s");
        QTest::newRow("short") << qint64(6'100) << QStringLiteral("6.1 s") << QStringLiteral("7 s");
        QTest::newRow("near ten") << qint64(9'990) << QStringLiteral("10 s") << QStringLiteral("10 s");
        QTest::newRow("seconds") << qint64(38'000) << QStringLiteral("38 s") << QStringLiteral("38 s");
        QTest::newRow("minutes") << qint64(250'000) << QStringLiteral("4 min 10 s") << QStringLiteral("4 min 10 s");
        QTest::newRow("long") << qint64(20 * 60'000) << QStringLiteral("about 20 min") << QStringLiteral("about 20 min");
        QTest::newRow("hours") << qint64(3 * 3'600'000) << QStringLiteral("about 3 h") << QStringLiteral("about 3 h");
        QTest::newRow("past") << qint64(-5'000) << QStringLiteral("0.0 s") << QStringLiteral("0 s");
    }
    void roundsSpans()
    {
        QFETCH(qint64, ms);
        QTEST(shortSpan(std::chrono::milliseconds(ms)), "measured");
        QTEST(timeLeft(std::chrono::milliseconds(ms)), "left");
    }

    void clocksHaveTwoDigits()
    {
        QCOMPARE(clockSpan(42s), QStringLiteral("0:42"));
        QCOMPARE(clockSpan(61s), QStringLiteral("1:01"));
        QCOMPARE(clockSpan(3'661s), QStringLiteral("1:01:01"));
    }

    void namesRoutes()
    {
        QCOMPARE(routeName(table(), sonnet), QStringLiteral("Claude Sonnet 4.5"));
        QCOMPARE(shortRouteName(table(), sonnet), QStringLiteral("Sonnet 4.5"));
        QCOMPARE(providerName(table(), sonnet), QStringLiteral("Anthropic"));
        QCOMPARE(routeName(table(), RouteId(QStringLiteral("gone"))), QStringLiteral("gone"));
    }
};

QTEST_GUILESS_MAIN(FaultWordsTest)
#include "tst_faultwords.moc"
