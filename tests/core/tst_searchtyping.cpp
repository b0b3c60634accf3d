// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/foldedtext.h"
#include "core/chat/searchtyping.h"

#include <QtTest>

using namespace breakwater;
using namespace Qt::StringLiterals;

/// What is typed, what is chosen from a menu, and where a text stands in another one.
class TestSearchTyping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFilterIsReadAsItIsTyped()
    {
        const QString typed = u"tide From:YOU folder:\"two words\" after:2026-01-31 model:"_s;
        QCOMPARE(filterIn(typed, SearchFilter::From), u"me"_s);
        QCOMPARE(filterIn(typed, SearchFilter::Folder), u"two words"_s);
        QCOMPARE(filterIn(typed, SearchFilter::After), u"2026-01-31"_s);
        QVERIFY(filterIn(typed, SearchFilter::Model).isEmpty());
        QVERIFY(filterIn(u"after:soon from:them"_s, SearchFilter::After).isEmpty());
        QVERIFY(filterIn(u"\"from:me\""_s, SearchFilter::From).isEmpty()); // a phrase is no filter
    }

    void aChosenFilterIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("filter");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("wanted");
        const int from = static_cast<int>(SearchFilter::From);
        const int folder = static_cast<int>(SearchFilter::Folder);
        QTest::newRow("into nothing") << u""_s << from << u"me"_s << u"from:me "_s;
        QTest::newRow("before the words") << u"low wat"_s << from << u"me"_s << u"from:me low wat"_s;
        QTest::newRow("after the other filters") << u"model:opus wat"_s << from << u"me"_s << u"model:opus from:me wat"_s;
        QTest::newRow("after a filter alone") << u"model:opus"_s << from << u"me"_s << u"model:opus from:me "_s;
        QTest::newRow("in the place of another") << u"tide from:me x"_s << from << u"model"_s << u"tide from:model x"_s;
        QTest::newRow("once") << u"from:me tide from:model"_s << from << u"model"_s << u"from:model tide "_s;
        QTest::newRow("with blanks") << u""_s << folder << u"two words"_s << u"folder:\"two words\" "_s;
        QTest::newRow("without its quotes") << u""_s << folder << u"a\"b"_s << u"folder:ab "_s;
        QTest::newRow("taken back") << u"from:me low wat"_s << from << u""_s << u"low wat"_s;
        QTest::newRow("taken back, the last") << u"from:me "_s << from << u""_s << u""_s;
        QTest::newRow("taken back where it is not") << u" wat"_s << from << u""_s << u" wat"_s;
        QTest::newRow("while a quote is open") << u"\"low wat"_s << from << u"me"_s << u"from:me \"low wat"_s;
    }
    void aChosenFilterIsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(int, filter);
        QFETCH(QString, value);
        QFETCH(QString, wanted);
        const QString text = withFilter(typed, static_cast<SearchFilter>(filter), value);
        QCOMPARE(text, wanted);
        QString read = value;
        QCOMPARE(filterIn(text, static_cast<SearchFilter>(filter)), read.remove(QLatin1Char('"')));
    }

    void allFiltersGoAtOnce()
    {
        QCOMPARE(withoutFilters(u"from:me low model:opus before:2026-02-01 wat"_s), u"low wat"_s);
        QVERIFY(withoutFilters(u"from:me model:opus"_s).isEmpty());
    }

    void caseAccentsAndWidthMakeNoDifference_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("found");
        QTest::newRow("case") << u"High TIDE"_s << u"tide"_s << u"TIDE"_s;
        QTest::newRow("composed") << QStringLiteral("un r\u00e9sum\u00e9 court") << u"resume"_s << QStringLiteral("r\u00e9sum\u00e9");
        QTest::newRow("decomposed") << QStringLiteral("un re\u0301sume\u0301 court") << QStringLiteral("R\u00c9SUM\u00c9") << QStringLiteral("re\u0301sume\u0301");
        QTest::newRow("width") << QStringLiteral("\uff34\uff29\uff24\uff25 5") << u"tide"_s << QStringLiteral("\uff34\uff29\uff24\uff25");
        QTest::newRow("ligature") << QStringLiteral("a \ufb01ne day") << u"fine"_s << QStringLiteral("\ufb01ne");
        QTest::newRow("half of a ligature") << QStringLiteral("a \ufb01ne day") << u"a f"_s << QStringLiteral("a \ufb01");
        QTest::newRow("signs count") << u"C and C++"_s << u"c++"_s << u"C++"_s;
        QTest::newRow("another blank") << u"low\nwater"_s << u"low water"_s << u"low\nwater"_s;
        QTest::newRow("another blank among accents") << QStringLiteral("\u00e9t\u00e9: low\twater") << u"LOW water"_s << u"low\twater"_s;
        QTest::newRow("longer than it is written") << QStringLiteral("\ufb03\ufb03\ufb03\ufb03\ufb03\ufb03\ufb03\ufb03\ufb03\ufb03 tide") << u"tide"_s << u"tide"_s;
        QTest::newRow("inside a word") << u"timezones"_s << u"zone"_s << u"zone"_s;
        QTest::newRow("beyond the first plane") << QStringLiteral("\U0001F30A the tide") << u"tide"_s << u"tide"_s;
        QTest::newRow("not there") << u"ebb"_s << u"tide"_s << u""_s;
    }
    void caseAccentsAndWidthMakeNoDifference()
    {
        QFETCH(QString, text);
        QFETCH(QString, wanted);
        QFETCH(QString, found);
        const auto places = placesIn(text, foldText(wanted));
        QCOMPARE(places.size(), std::size_t(found.isEmpty() ? 0 : 1));
        if (!found.isEmpty())
            QCOMPARE(text.mid(places.front().from, places.front().length), found);
    }

    void placesNeverOverlap()
    {
        QCOMPARE(placesIn(u"aaaaa"_s, u"aa"_s), (std::vector<SearchMark> {{0, 2}, {2, 2}}));
        QCOMPARE(placesIn(QStringLiteral("\u00e4aaaa"), u"aa"_s), (std::vector<SearchMark> {{0, 2}, {2, 2}}));
        QCOMPARE(placesIn(QStringLiteral("\ufb00"), u"f"_s), (std::vector<SearchMark> {{0, 1}}));
        QCOMPARE(placesIn(u"aaaaa"_s, u"a"_s, 2).size(), std::size_t(2));
        QVERIFY(placesIn(u"anything"_s, {}).empty());
    }
};

QTEST_GUILESS_MAIN(TestSearchTyping)
#include "tst_searchtyping.moc"
