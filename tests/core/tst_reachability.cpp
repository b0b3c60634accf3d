// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/reachability.h"

#include <QtTest>

using namespace breakwater;
using Word = QNetworkInformation::Reachability;

Q_DECLARE_METATYPE(std::optional<bool>)

class TestReachability : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyDisconnectedMeansOffline_data()
    {
        QTest::addColumn<Word>("word");
        QTest::addColumn<std::optional<bool>>("online");
        QTest::newRow("unknown") << Word::Unknown << std::optional<bool>();
        QTest::newRow("disconnected") << Word::Disconnected << std::optional(false);
        QTest::newRow("local") << Word::Local << std::optional(true);
        QTest::newRow("site") << Word::Site << std::optional(true);
        QTest::newRow("online") << Word::Online << std::optional(true);
    }
    void onlyDisconnectedMeansOffline()
    {
        QFETCH(Word, word);
        QFETCH(std::optional<bool>, online);
        QCOMPARE(onlineFrom(word), online);
    }

    void saysWhatTheSystemSays()
    {
        SystemReachability reachability;
        const QNetworkInformation *system = QNetworkInformation::instance();
        // A machine without a backend is one that says nothing.
        QCOMPARE(reachability.online(), system == nullptr ? std::nullopt : onlineFrom(system->reachability()));
    }

    void passesEachChangeOnButNotDoubt()
    {
        SystemReachability reachability;
        QNetworkInformation *system = QNetworkInformation::instance();
        QSignalSpy spy(&reachability, &Reachability::changed);
        QVERIFY(spy.isValid());
        QList<bool> expected;
        if (system != nullptr) {
            expected = {false, true, true};
            for (const Word word : {Word::Disconnected, Word::Unknown, Word::Site, Word::Online})
                Q_EMIT system->reachabilityChanged(word);
        }
        QList<bool> heard;
        for (const QList<QVariant> &each : spy)
            heard.append(each.first().toBool());
        QCOMPARE(heard, expected);
    }

    void twoMayListen() // the backend is loaded once
    {
        SystemReachability first;
        SystemReachability second;
        QCOMPARE(first.online(), second.online());
    }
};

QTEST_GUILESS_MAIN(TestReachability)
#include "tst_reachability.moc"
