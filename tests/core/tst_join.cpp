// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turn/join.h"

#include <QtTest>

using namespace breakwater;

class TestJoin : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theContinuationIsJoinedHoweverItIsCut_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("rest");
        QTest::addColumn<QString>("whole");
        const auto row = [](const char *name, const char *before, const char *rest, const char *whole) {
            QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(rest) << QString::fromUtf8(whole);
        };
        row("nothing repeated", "The tide rises ", "and falls.", "The tide rises and falls.");
        row("in the middle of a word", "The ti", "de rises.", "The tide rises.");
        row("a repeated phrase", "The tide rises and falls", "rises and falls twice a day.", "The tide rises and falls twice a day.");
        row("a short likeness is chance", "the sea", "a bird", "the seaa bird");
        row("one letter again", "See", "e", "Seee");
        row("white space came again", "It stops. ", " Then it goes on.", "It stops. Then it goes on.");
        row("line breaks came again", "List:\n\n", "\n\n- one", "List:\n\n- one");
        row("only the repetition", "The tide rises and falls", "rises and falls", "The tide rises and falls");
        row("nothing came", "The tide", "", "The tide");
        row("nothing was", "", "The tide", "The tide");
        row("repeats itself", "abababababab", "abababababab!", "abababababab!");
        row("wide characters", "海は広いな大きいな", "広いな大きいな月は", "海は広いな大きいな広いな大きいな月は");
        row("long wide overlap", "さざなみの海は広いな大きいな", "海は広いな大きいな月は", "さざなみの海は広いな大きいな月は");
    }
    void theContinuationIsJoinedHoweverItIsCut()
    {
        QFETCH(QString, before);
        QFETCH(QString, rest);
        QFETCH(QString, whole);
        for (qsizetype size = 1; size <= std::max<qsizetype>(rest.size(), 1); ++size) {
            Join join(before);
            QString shown = before;
            for (qsizetype at = 0; at < rest.size(); at += size) {
                shown += join.feed(rest.mid(at, size));
                QVERIFY(shown.startsWith(before)); // what stands is never changed
            }
            QCOMPARE(shown + join.finish(), whole);
        }
    }

    void aTextThatCannotOverlapIsNotHeldBack()
    {
        Join join(QStringLiteral("The tide rises"));
        QCOMPARE(join.feed(QStringLiteral("zz")), QStringLiteral("zz"));
        QCOMPARE(join.feed(QStringLiteral(" rises")), QStringLiteral(" rises"));
        QCOMPARE(join.finish(), QString());
    }

    void onlyTheEndOfALongAnswerIsCompared()
    {
        const QString before = QStringLiteral("abcdefghij").repeated(100);
        Join join(before);
        QString shown = join.feed(before.right(200) + QStringLiteral("!"));
        shown += join.finish();
        QCOMPARE(shown, QStringLiteral("!"));
    }
};

QTEST_GUILESS_MAIN(TestJoin)
#include "tst_join.moc"
