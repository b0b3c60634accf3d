// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakes.h"
#include "ui/composer/composer.h"
#include "ui/composer/contextnote.h"
#include "ui/shell/conversationpane.h"
#include "ui/transcript/banner.h"
#include "ui/transcript/transcriptview.h"

#include <QAbstractButton>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace breakwater;

/// What is said before a conversation gets too long for a model, and what then helps.
class TestContextNote : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_fake = std::make_unique<FakeOutbox>();
        know("claude-sonnet-5-5", 10'000);
        know("claude-haiku-4-5", 100'000);
        Chain alone; // the Engine has one for each route
        alone.id = chainIdOf(RouteId(QStringLiteral("haiku")));
        alone.steps.emplace_back().route = RouteId(QStringLiteral("haiku"));
        m_fake->table.chains.push_back(alone);
        m_health = std::make_unique<HealthLog>(m_fake->time, m_fake->time);
        m_pane = std::make_unique<ConversationPane>(ShellServices {m_fake->library, m_fake->outbox, *m_health, m_fake->time, m_fake->time,
            [this]() -> const RouteTable & { return m_fake->table; }, m_fake->ledger, [this]() -> const Catalogue & { return m_fake->catalogue; }});
        Conversation conversation;
        conversation.id = talk;
        m_fake->library.addConversation(conversation);
        for (int turn = 1; turn <= 9; ++turn)
            addTurn(turn); // of 1,000 tokens each
        m_pane->resize(800, 700);
        m_pane->show();
        m_pane->showConversation(talk);
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }

    void cleanup()
    {
        m_pane.reset();
        m_health.reset();
        m_fake.reset();
    }

    void nothingIsSaidWhileItFits()
    {
        QCOMPARE(note().text(), QString());
        write(QString(4 * 900, QLatin1Char('x')));
        QCOMPARE(note().text(), QString());
    }

    void whatIsTooLongIsSaidBeforeItIsSent()
    {
        write(QString(4 * 1200, QLatin1Char('x')));
        QCOMPARE(note().text(), QStringLiteral("Too long for Sonnet 5.5: about %1 tokens, and it takes %2.").arg(QLocale().toString(10'200), QLocale().toString(10'000)));
        QCOMPARE(button("leaveOut")->text(), QStringLiteral("Leave out the oldest 2")); // 8,200 of 9,000
        QCOMPARE(button("useLargerModel")->text(), QStringLiteral("Use Haiku 4.5"));
        m_pane->composer().clear();
        QCOMPARE(note().text(), QString());
    }

    void theOldestStayOutAndOnScreenAndComeBack()
    {
        QSignalSpy edited(m_pane.get(), &ConversationPane::conversationEdited);
        write(QString(4 * 1200, QLatin1Char('x')));
        QTest::mouseClick(button("leaveOut"), Qt::LeftButton);
        QCOMPARE(edited.size(), 1); // and is written down
        QCOMPARE(m_fake->library.conversation(talk)->lastLeftOut, turnId(2));
        QCOMPARE(note().text(), QStringLiteral("The oldest 2 turns are left out: they are not sent along."));
        QCOMPARE(m_pane->transcript().messageCount(), 18);
        QTest::keyClick(&m_pane->composer().edit(), Qt::Key_Return);
        m_fake->settle();
        QCOMPARE(sentMessages(), 2 * 7 + 1);
        QTest::mouseClick(button("sendAll"), Qt::LeftButton);
        QCOMPARE(m_fake->library.conversation(talk)->lastLeftOut, TurnId());
        QCOMPARE(note().text(), QString());
    }

    void theLargerModelIsChosenForThisConversation()
    {
        write(QString(4 * 1200, QLatin1Char('x')));
        QTest::mouseClick(button("useLargerModel"), Qt::LeftButton);
        QCOMPARE(note().text(), QString());
        QCOMPARE(m_pane->chain(), chainIdOf(RouteId(QStringLiteral("haiku"))));
        QTest::keyClick(&m_pane->composer().edit(), Qt::Key_Return);
        m_fake->settle();
        QVERIFY(m_fake->transport.requests.back().body.contains("claude-haiku-4-5"));
    }

    void aModelOfWhichNobodyKnowsIsNotJudged()
    {
        m_fake->catalogue = {};
        m_pane->routesChanged();
        write(QString(4 * 5'000, QLatin1Char('x')));
        QCOMPARE(note().text(), QString());
    }

    void theProvidersCountIsBelieved()
    {
        write(QStringLiteral("short"));
        m_pane->composer().setCounted(10'400);
        QVERIFY(note().text().contains(QLocale().toString(10'400)));
        QTest::keyClick(&m_pane->composer().edit(), Qt::Key_X);
        QCOMPARE(note().text(), QString()); // until it changes
    }

    void farTooMuchPassesTheSmallModelBy()
    {
        write(QString(4 * 5'000, QLatin1Char('x')));
        QTest::keyClick(&m_pane->composer().edit(), Qt::Key_Return);
        m_fake->settle();
        QVERIFY(m_fake->transport.requests.back().body.contains("claude-haiku-4-5"));
    }

    void aRefusalOffersToLeaveOutWhatIsTooMuch()
    {
        m_fake->table.chains.front().steps.resize(1);
        write(QStringLiteral("And now?"));
        QTest::keyClick(&m_pane->composer().edit(), Qt::Key_Return);
        m_fake->settle();
        refuseFor("prompt is too long: 12000 tokens > 10000 maximum");
        QTRY_VERIFY(banner() != nullptr);
        QCOMPARE(banner()->notice().words.sentence, QStringLiteral("Leave out the oldest 3 turns and it fits. They stay on screen.")); // each is 1,333
        auto *leaveOut = banner()->findChild<QAbstractButton *>();
        QCOMPARE(leaveOut->text(), QStringLiteral("Leave out 3"));
        const std::size_t before = m_fake->transport.requests.size();
        QTest::mouseClick(leaveOut, Qt::LeftButton);
        m_fake->settle();
        QCOMPARE(m_fake->transport.requests.size(), before + 1);
        QCOMPARE(sentMessages(), 2 * 6 + 1);
        QCOMPARE(m_fake->library.conversation(talk)->lastLeftOut, turnId(3));
    }

private:
    static inline const ConversationId talk {QStringLiteral("talk")};

    static TurnId turnId(int turn) { return TurnId(QStringLiteral("t%1").arg(turn)); }
    void know(const char *id, qint64 most)
    {
        Model model;
        model.id = QString::fromLatin1(id);
        model.mostInput = most;
        m_fake->catalogue.facts(ProviderId(QStringLiteral("anthropic"))).models.push_back(model);
    }
    void addTurn(int turn)
    {
        for (const Role role : {Role::User, Role::Assistant}) {
            Message message;
            message.id = MessageId(QStringLiteral("%1%2").arg(role == Role::User ? QLatin1Char('q') : QLatin1Char('a')).arg(turn));
            message.conversation = talk;
            message.turn = turnId(turn);
            if (turn > 1 && role == Role::User)
                message.after = turnId(turn - 1);
            message.role = role;
            message.text = QString(role == Role::User ? 800 : 3200, QLatin1Char('m'));
            message.at = m_fake->time.wall();
            m_fake->library.appendMessage(message);
        }
    }
    void write(const QString &text) { m_pane->composer().edit().textCursor().insertText(text); }
    void refuseFor(const char *words)
    {
        const ExchangeEvents last = m_fake->transport.events.back();
        HttpHead head;
        head.status = 400;
        last.head(head);
        last.bytes(QByteArrayLiteral("{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"") + words + QByteArrayLiteral("\"}}"));
        last.ended(std::nullopt);
        m_fake->settle();
    }
    [[nodiscard]] int sentMessages() const
    {
        return static_cast<int>(QJsonDocument::fromJson(m_fake->transport.requests.back().body).object().value(QLatin1String("messages")).toArray().size());
    }
    [[nodiscard]] ContextNote &note() const { return *m_pane->findChild<ContextNote *>(); }
    [[nodiscard]] QAbstractButton *button(const char *name) const { return note().findChild<QAbstractButton *>(QLatin1String(name)); }
    [[nodiscard]] Banner *banner() const { return m_pane->findChild<Banner *>(); }

    std::unique_ptr<FakeOutbox> m_fake;
    std::unique_ptr<HealthLog> m_health;
    std::unique_ptr<ConversationPane> m_pane;
};

QTEST_MAIN(TestContextNote)

#include "tst_contextnote.moc"
