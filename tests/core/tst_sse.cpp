// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/sse.h"

#include <QtTest>

using namespace breakwater;

namespace {

using Events = std::vector<SseEvent>;

/// All that a framer makes of `bytes` given in pieces of `size`.
Events framed(const QByteArray &bytes, qsizetype size)
{
    SseFramer framer;
    Events events;
    for (qsizetype at = 0; at < bytes.size(); at += size) {
        for (const SseEvent &event : framer.feed(QByteArrayView(bytes).sliced(at, std::min(size, bytes.size() - at))))
            events.push_back(event);
    }
    if (const auto last = framer.finish())
        events.push_back(*last);
    return events;
}

} // namespace

class TestSse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eventsAreTheSameHoweverTheBytesArrive_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArrayList>("expected"); // "name|data"
        const auto row = [](const char *name, const char *bytes, const QByteArrayList &expected) { QTest::newRow(name) << QByteArray(bytes) << expected; };
        row("line feeds", "event: a\ndata: 1\n\ndata: 2\n\n", {"a|1", "|2"});
        row("carriage returns", "event: a\rdata: 1\r\rdata: 2\r\r", {"a|1", "|2"});
        row("both", "event: a\r\ndata: 1\r\n\r\ndata: 2\r\n\r\n", {"a|1", "|2"});
        row("mixed", "event: a\ndata: 1\r\n\rdata: 2\n\r", {"a|1", "|2"});
        row("byte order mark", "\xEF\xBB\xBF" "data: 1\n\n", {"|1"});
        row("comments", ": hello\n:\ndata: 1\n: OPENROUTER PROCESSING\n\n", {"|1"});
        row("several data lines", "data: a\ndata:b\ndata:\ndata:  c\n\n", {"|a\nb\n\n c"});
        row("id and retry", "id: 7\nretry: 100\ndata: x\n\n", {"|x"});
        row("field without a colon", "data\n\n", {"|"});
        row("a name without data is no event", "event: a\n\ndata: x\n\n", {"|x"});
        row("blank lines", "\n\n\ndata: x\n\n\n\n", {"|x"});
        row("end without a blank line", "event: a\ndata: 1\n", {"a|1"});
        row("end inside a line", "event: a\ndata: 1", {"a|1"});
        row("colon in the value", "data: {\"a\": \"b: c\"}\n\n", {"|{\"a\": \"b: c\"}"});
        row("an old llama.cpp's error field", "error: {\"code\":503}\n\n", {"error|{\"code\":503}"});
        row("split character", "data: \xE6\xB5\xB7\xF0\x9F\x8C\x8A\n\n", {"|\xE6\xB5\xB7\xF0\x9F\x8C\x8A"});
        row("nothing", "", {});
    }
    void eventsAreTheSameHoweverTheBytesArrive()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArrayList, expected);
        Events events;
        for (const QByteArray &each : expected)
            events.push_back({each.left(each.indexOf('|')), each.mid(each.indexOf('|') + 1)});
        for (qsizetype size = 1; size <= std::max<qsizetype>(bytes.size(), 1); ++size)
            QCOMPARE(framed(bytes, size), events);
    }

    void anEventIsGivenOutWithItsBlankLineAndNotEarlier()
    {
        SseFramer framer;
        QVERIFY(framer.feed("data: x\n").empty());
        QCOMPARE(framer.feed("\n"), (Events {{{}, "x"}}));
        QVERIFY(!framer.finish());
    }

    void anEventOverTheLimitStopsTheStream()
    {
        SseFramer framer(32);
        QCOMPARE(framer.feed("data: fits\n\n"), (Events {{{}, "fits"}}));
        QVERIFY(!framer.overflowed());
        QVERIFY(framer.feed(QByteArray("data: " + QByteArray(40, 'x') + "\n\n")).empty());
        QVERIFY(framer.overflowed());
        QVERIFY(framer.feed("data: more\n\n").empty());
        QVERIFY(!framer.finish());
    }

    void theLimitHoldsOverManyPiecesAndManyLines()
    {
        SseFramer piecemeal(32);
        SseFramer linewise(32);
        for (int each = 0; each < 40; ++each) {
            QVERIFY(piecemeal.feed("x").empty());
            QVERIFY(linewise.feed("data: x\n").empty());
        }
        QVERIFY(piecemeal.overflowed());
        QVERIFY(linewise.overflowed());
    }

    void manySmallEventsAreNoLargeOne()
    {
        SseFramer framer(32);
        for (int each = 0; each < 1000; ++each)
            QCOMPARE(framer.feed("data: 0123456789\n\n").size(), std::size_t(1));
        QVERIFY(!framer.overflowed());
    }
};

QTEST_GUILESS_MAIN(TestSse)
#include "tst_sse.moc"
