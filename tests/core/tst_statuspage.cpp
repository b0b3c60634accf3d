// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/statuspage.h"

#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

const ApiComponent claude {{QStringLiteral("k8w3r06qmzrp")}, QStringLiteral("api.anthropic.com")};
const ApiComponent chatCompletions {{QStringLiteral("01JMXBRMFE6N2NNT7DG6XZQ6PW"), QStringLiteral("01JP8CD9JR3HR6Y7G4Q75N4DVW")}, {}};

const QByteArray claudePage = R"("page":{"id":"tymt9n04zgry","name":"Claude","url":"https://status.claude.com","time_zone":"Etc/UTC","updated_at":"2026-09-15T12:50:33.250Z"})";
const QByteArray openAiPage = R"("page":{"id":"01JMDK9XYNY6RXSED6SDWW50WY","name":"OpenAI","url":"https://status.openai.com","updated_at":"2026-03-02T08:00:00Z"})";

QByteArray indicator(const QByteArray &word, const QByteArray &description = "Some words")
{
    return R"("status":{"indicator":")" + word + R"(","description":")" + description + R"("})";
}

QByteArray component(const QByteArray &id, const QByteArray &status, const QByteArray &name = "Something")
{
    return R"({"id":")" + id + R"(","name":")" + name + R"(","status":")" + status + R"("})";
}

/// A summary of Claude's page: its web site as said, and its API.
QByteArray claudeSummary(const QByteArray &word, const QByteArray &site, const QByteArray &api, const QByteArray &incidents = "[]")
{
    return '{' + claudePage + ',' + indicator(word) + R"(,"components":[)" + component("rwppv331jlwc", site, "claude.ai") + ','
        + component("k8w3r06qmzrp", api, "Claude API (api.anthropic.com)") + R"(],"incidents":)" + incidents + R"(,"scheduled_maintenances":[]})";
}

QByteArray incident(const QByteArray &name, const QByteArray &began, const QByteArray &more = R"("status":"investigating","impact":"minor")")
{
    return R"({"id":"x","name":")" + name + R"(","created_at":")" + began + R"(",)" + more + '}';
}

WallTime at(const char *text)
{
    return WallTime(std::chrono::milliseconds(QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs).toMSecsSinceEpoch()));
}

ProviderStatus statusOf(const QByteArray &json, const ApiComponent &api = claude)
{
    return readStatusSummary(json, api).status;
}

} // namespace

Q_DECLARE_METATYPE(breakwater::StatusLevel)

class TestStatusPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageInGoodOrderIsWorking()
    {
        const auto read = readStatusSummary("{" + claudePage + "," + indicator("none", "All Systems Operational") + R"(,"components":[)"
                + component("k8w3r06qmzrp", "operational") + R"(],"incidents":[]})",
            claude);
        QCOMPARE(read.status.level, StatusLevel::Working);
        QCOMPARE(read.status.words, QStringLiteral("All Systems Operational"));
        QVERIFY(read.status.incidents.empty());
        QVERIFY(read.listsIncidents);
        QVERIFY(!read.status.checkedAt);
    }

    void theShortFormIsJudgedByItsIndicator_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<StatusLevel>("level");
        QTest::newRow("none") << QByteArray("none") << StatusLevel::Working;
        QTest::newRow("minor") << QByteArray("minor") << StatusLevel::Degraded;
        QTest::newRow("major") << QByteArray("major") << StatusLevel::PartialOutage;
        QTest::newRow("critical") << QByteArray("critical") << StatusLevel::MajorOutage;
        QTest::newRow("maintenance") << QByteArray("maintenance") << StatusLevel::Maintenance;
        QTest::newRow("a word that no rule knows") << QByteArray("apocalypse") << StatusLevel::Unknown;
        QTest::newRow("in capitals") << QByteArray("CRITICAL") << StatusLevel::Unknown;
        QTest::newRow("empty") << QByteArray() << StatusLevel::Unknown;
    }

    void theShortFormIsJudgedByItsIndicator()
    {
        QFETCH(QByteArray, word);
        QFETCH(StatusLevel, level);
        const auto read = readStatusSummary("{" + claudePage + "," + indicator(word) + "}", claude);
        QCOMPARE(read.status.level, level);
        QVERIFY(!read.listsIncidents);
        QCOMPARE(read.status.words.isEmpty(), level == StatusLevel::Unknown); // no words for what was not understood
    }

    void theApiIsJudgedByItsComponent_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<StatusLevel>("level");
        QTest::newRow("operational") << QByteArray("operational") << StatusLevel::Working;
        QTest::newRow("degraded") << QByteArray("degraded_performance") << StatusLevel::Degraded;
        QTest::newRow("partial") << QByteArray("partial_outage") << StatusLevel::PartialOutage;
        QTest::newRow("major") << QByteArray("major_outage") << StatusLevel::MajorOutage;
        QTest::newRow("maintenance") << QByteArray("under_maintenance") << StatusLevel::Maintenance;
        QTest::newRow("a word that no rule knows") << QByteArray("on_fire") << StatusLevel::Unknown;
    }

    void theApiIsJudgedByItsComponent()
    {
        QFETCH(QByteArray, status);
        QFETCH(StatusLevel, level);
        QCOMPARE(statusOf(claudeSummary("none", "operational", status)).level, level);
        QCOMPARE(statusOf(claudeSummary("critical", "major_outage", status)).level, level);
    }

    void anOutageOfTheWebSiteAloneIsNoneOfTheApi()
    {
        const ProviderStatus status = statusOf(claudeSummary("critical", "major_outage", "operational", "[" + incident("claude.ai is down", "2026-09-15T12:00:00Z") + "]"));
        QCOMPARE(status.level, StatusLevel::Working);
        QVERIFY(status.words.isEmpty()); // "Some words" are about the web site
        QCOMPARE(status.incidents.size(), std::size_t(1));
    }

    void aPageThatWasBuiltAnewIsKnownByTheHostInItsName()
    {
        const QByteArray json = "{" + claudePage + "," + indicator("none") + R"(,"components":[)" + component("fresh", "partial_outage", "Claude API (api.anthropic.com)") + "]}";
        QCOMPARE(statusOf(json).level, StatusLevel::PartialOutage);
    }

    void troubleWithoutTheApisComponentIsUnknown()
    {
        const QByteArray rest = R"(,"components":[)" + component("rwppv331jlwc", "major_outage", "claude.ai") + "]}";
        QCOMPARE(statusOf("{" + claudePage + "," + indicator("critical") + rest).level, StatusLevel::Unknown);
        QCOMPARE(statusOf("{" + claudePage + "," + indicator("none") + rest).level, StatusLevel::Working);
    }

    void theOtherPageListsItsIncidentsElsewhere()
    {
        const auto read = readStatusSummary("{" + openAiPage + "," + indicator("minor", "Partially Degraded Service") + R"(,"components":[)"
                + component("01JP8CD9JR3HR6Y7G4Q75N4DVW", "operational", "Responses") + ',' + component("01JMXBRMFE6N2NNT7DG6XZQ6PW", "degraded_performance", "Chat Completions") + "]}",
            chatCompletions);
        QCOMPARE(read.status.level, StatusLevel::Degraded); // of Chat Completions, which is what is asked
        QVERIFY(!read.listsIncidents);

        const auto incidents = readIncidents("{" + openAiPage + R"(,"incidents":[)" + incident("Old", "2026-08-01T00:00:00Z", R"("status":"resolved","impact":"major","resolved_at":"2026-08-01T02:00:00Z")") + ','
                + incident("Elevated errors", "2026-09-15T12:00:00.500Z", R"("status":"identified","impact":"major")") + ','
                + incident("Just over", "2026-09-15T10:00:00Z", R"("status":"postmortem","impact":"none","updated_at":"2026-09-15T11:00:00Z")") + "]}",
            at("2026-09-15T00:00:00Z"));
        QVERIFY(incidents.has_value());
        QCOMPARE(incidents->size(), std::size_t(2));
        QCOMPARE(incidents->at(0), (Incident {QStringLiteral("Elevated errors"), IncidentImpact::Major, at("2026-09-15T12:00:00.500Z"), std::nullopt}));
        QCOMPARE(incidents->at(1), (Incident {QStringLiteral("Just over"), IncidentImpact::None, at("2026-09-15T10:00:00Z"), at("2026-09-15T11:00:00Z")}));
        QCOMPARE(withIncidents(read.status, *incidents).words, QStringLiteral("Elevated errors"));
    }

    void troubleIsToldInTheWordsOfTheNewestOpenIncident()
    {
        const ProviderStatus status = statusOf(claudeSummary("minor", "operational", "degraded_performance",
            "[" + incident("Older", "2026-09-15T11:00:00Z") + ',' + incident("Elevated errors on Opus", "2026-09-15T12:00:00Z") + ','
                + incident("Over", "2026-09-15T12:30:00Z", R"("status":"resolved","impact":"critical","resolved_at":"2026-09-15T12:40:00Z")") + "]"));
        QCOMPARE(status.words, QStringLiteral("Elevated errors on Opus"));
        QCOMPARE(status.incidents.front().name, QStringLiteral("Over"));
        QCOMPARE(status.incidents.back().name, QStringLiteral("Older"));
    }

    void whatIsNoStatusPageIsUnknownAndNeverAnOutage_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray whole = claudeSummary("critical", "major_outage", "major_outage");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("HTML") << QByteArray("<!DOCTYPE html><html><body>405 critical major_outage</body></html>");
        QTest::newRow("half a body") << whole.first(whole.size() / 2);
        QTest::newRow("all but the last byte") << whole.first(whole.size() - 1);
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("JSON of somebody else") << QByteArray(R"({"status":{"indicator":"critical","description":"Sign in"}})");
        QTest::newRow("page is a word") << QByteArray(R"({"page":"Claude","status":{"indicator":"critical"}})");
        QTest::newRow("an indicator that is a number") << QByteArray(R"({"page":{},"status":{"indicator":3,"description":[]}})");
        QTest::newRow("a status that is a list") << QByteArray(R"({"page":{},"status":["critical"]})");
        QTest::newRow("components that are an object") << QByteArray(R"({"page":{},"status":{},"components":{"k8w3r06qmzrp":"major_outage"}})");
        QTest::newRow("components that are words") << QByteArray(R"({"page":{},"status":{"indicator":"critical"},"components":["major_outage",1,null]})");
        QTest::newRow("a component without a status") << QByteArray(R"({"page":{},"status":{"indicator":"critical"},"components":[{"id":"k8w3r06qmzrp"}]})");
        QTest::newRow("no end of brackets") << QByteArray("{\"page\":").append(QByteArray(100'000, '['));
        QTest::newRow("too large") << whole + QByteArray(mostOfAStatusPage, ' ');
        QTest::newRow("no UTF-8") << QByteArray("{\"page\":{\"name\":\"\xff\xfe\"},\"status\":{\"indicator\":\"\xc3\x28\"}}");
    }

    void whatIsNoStatusPageIsUnknownAndNeverAnOutage()
    {
        QFETCH(QByteArray, body);
        const ProviderStatus status = statusOf(body);
        QCOMPARE(status.level, StatusLevel::Unknown);
        QVERIFY(status.words.isEmpty());
        QVERIFY(status.incidents.empty());
        QVERIFY(!readIncidents(body, {}).has_value());
    }

    void incidentsThatCannotBeAreLeftOut_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::newRow("no date") << QByteArray(R"({"name":"X"})");
        QTest::newRow("a date that is none") << incident("X", "yesterday");
        QTest::newRow("a year that cannot be") << incident("X", "9999-01-01T00:00:00Z");
        QTest::newRow("no name") << incident("", "2026-09-15T12:00:00Z");
        QTest::newRow("a name of nothing that is seen") << incident("\\u202e\\u200b \\u0007", "2026-09-15T12:00:00Z");
        QTest::newRow("a word") << QByteArray("\"X\"");
        QTest::newRow("a date without end") << incident("X", QByteArray(10'000, '2'));
    }

    void incidentsThatCannotBeAreLeftOut()
    {
        QFETCH(QByteArray, row);
        const ProviderStatus status = statusOf(claudeSummary("none", "operational", "operational", '[' + row + ',' + incident("Real", "2026-09-15T12:00:00Z") + ']'));
        QCOMPARE(status.incidents.size(), std::size_t(1));
        QCOMPARE(status.incidents.front().name, QStringLiteral("Real"));
    }

    void anIncidentWithoutAZoneIsInUtc()
    {
        qputenv("TZ", "America/New_York");
        const ProviderStatus status = statusOf(claudeSummary("none", "operational", "operational", '[' + incident("Real", "2026-09-15T12:00:00") + ']'));
        qunsetenv("TZ");
        QCOMPARE(status.incidents.size(), std::size_t(1));
        QVERIFY(status.incidents.front().began == at("2026-09-15T12:00:00Z"));
    }

    void anIncidentNeverEndsBeforeItBegan()
    {
        const ProviderStatus status = statusOf(claudeSummary("none", "operational", "operational",
            '[' + incident("X", "2026-09-15T12:00:00Z", R"("status":"resolved","resolved_at":"2020-01-01T00:00:00Z")") + ']'));
        QVERIFY(status.incidents.front().resolved == at("2026-09-15T12:00:00Z"));
        QCOMPARE(status.incidents.front().impact, IncidentImpact::Unknown);
    }

    void onlyTheNewestOfManyIncidentsAreKept()
    {
        QByteArray rows;
        for (int day = 1; day <= 28; ++day)
            rows += (rows.isEmpty() ? "" : ",") + incident("Day " + QByteArray::number(day), "2026-09-" + QByteArray::number(day).rightJustified(2, '0') + "T00:00:00Z");
        const ProviderStatus status = statusOf(claudeSummary("none", "operational", "operational", '[' + rows + ']'));
        QCOMPARE(status.incidents.size(), std::size_t(20));
        QCOMPARE(status.incidents.front().name, QStringLiteral("Day 28"));
    }

    void somebodyElsesWordsAreTamed()
    {
        QCOMPARE(tamedWords(QStringLiteral("  Two\r\nlines\tand a bell") + QChar(7) + QChar(0) + QLatin1Char('.')), QStringLiteral("Two lines and a bell ."));
    }

    void wordsAreCutToALength()
    {
        const QString tamed = tamedWords(QString(100'000, QLatin1Char('a')));
        QCOMPARE(tamed.size(), 160);
        QVERIFY(tamed.endsWith(QChar(0x2026)));
        QCOMPARE(tamedWords(QString(160, QLatin1Char('a'))).size(), 160);
    }

    void halfOfACharacterIsNotShown()
    {
        const QString wave = QString::fromUtf8("🌊");
        QCOMPARE(tamedWords(wave + wave.at(0) + QLatin1Char('x') + wave.at(1)), wave + QLatin1Char('x'));
        for (const QChar &sign : tamedWords(QString(158, QLatin1Char('a')) + wave + wave))
            QVERIFY(!sign.isSurrogate()); // the cut goes through one
    }

    void marksThatTurnTextAroundAreTakenOut()
    {
        QCOMPARE(tamedWords(QString::fromUtf8("safe\u202E\u2066evil\u2028next\u200Bone")), QStringLiteral("safeevil nextone"));
    }
};

QTEST_GUILESS_MAIN(TestStatusPage)
#include "tst_statuspage.moc"
