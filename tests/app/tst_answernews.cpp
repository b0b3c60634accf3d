// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/answernews.h"
#include "tests/support/fakes.h"
#include "tests/support/turnbench.h"

#include <QSignalSpy>
#include <QtTest>

using namespace breakwater;
using namespace std::chrono_literals;

namespace {

struct AnswerDesk
{
    FakeOutbox fake;
    AnswerNews news {fake.library, fake.outbox, [this]() -> const RouteTable & { return fake.table; }};
    QSignalSpy said {&news, &AnswerNews::news};

    TurnId ask()
    {
        const auto turn = fake.outbox.submit({{}, QStringLiteral("When is high water?"), {}});
        fake.settle();
        return *turn;
    }

    void reply(int status, const QByteArray &type, const QByteArray &body)
    {
        const ExchangeEvents last = fake.transport.events.back();
        HttpHead head;
        head.status = status;
        head.headers = {{"content-type", type}};
        last.head(head);
        last.bytes(body);
        last.ended(std::nullopt);
        fake.settle();
    }

    [[nodiscard]] QString part(int which) const { return said.front().at(which).toString(); }
};

} // namespace

class AnswerNewsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsByWhomAndHowAnAnswerBegins()
    {
        AnswerDesk desk;
        const TurnId turn = desk.ask();
        QCOMPARE(desk.said.count(), 0);
        desk.reply(200, "text/event-stream", wholeAnswer(QStringLiteral("At six.\n\nAnd again at half past six.")));
        QTRY_COMPARE(desk.said.count(), 1);
        QCOMPARE(desk.said.front().at(0).value<ConversationId>(), ConversationId(desk.fake.outbox.turn(turn)->conversation));
        QCOMPARE(desk.said.front().at(1).value<TurnId>(), turn);
        QCOMPARE(desk.part(2), QStringLiteral("When is high water?"));
        QVERIFY2(desk.part(3).contains(QStringLiteral(": At six.")), qPrintable(desk.part(3)));
    }

    void tellsWhatNeedsThePerson()
    {
        AnswerDesk desk;
        desk.ask();
        desk.reply(400, "application/json", R"({"type":"error","error":{"type":"invalid_request_error","message":"messages: too odd"}})");
        QTRY_COMPARE(desk.said.count(), 1);
        QVERIFY2(desk.part(3).contains(QStringLiteral("400")), qPrintable(desk.part(3)));
    }

    void whatAPersonEndedIsNoNews()
    {
        AnswerDesk desk;
        const TurnId turn = desk.ask();
        desk.fake.outbox.cancel(turn);
        desk.fake.settle();
        QCoreApplication::processEvents();
        QVERIFY(desk.fake.outbox.turn(turn) == nullptr || desk.fake.outbox.turn(turn)->phase == TurnPhase::Cancelled);
        QCOMPARE(desk.said.count(), 0);
    }
};

QTEST_MAIN(AnswerNewsTest)
#include "tst_answernews.moc"
