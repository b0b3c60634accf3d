// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"
#include "app/engine.h"
#include "app/firstroutes.h"
#include "ui/composer/composer.h"
#include "ui/preferences/datapage.h"
#include "ui/preferences/preferenceswindow.h"
#include "ui/shell/conversationpane.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/noticebar.h"
#include "ui/style/button.h"
#include "ui/style/textlabel.h"
#include "ui/transcript/answerfooter.h"
#include "ui/transcript/transcriptview.h"

#include <QtTest>

#include <QFileDialog>
#include <QTemporaryDir>

using namespace breakwater;

/// The program as it composes itself, with its window, its file and the built-in provider, but for `main`.
class TestDesktop : public QObject
{
    Q_OBJECT

private:
    /// A program on a folder, ready when its history is open.
    struct Program
    {
        explicit Program(const QString &folder)
            : engine(folder)
        {
            engine.settings().welcomed = true;
            problem = engine.setWeather(QStringLiteral("clear"), 30);
            desktop.emplace(engine);
            desktop->start();
        }
        TranscriptView &transcript() { return desktop->window().pane().transcript(); }
        bool showsAnAnswer()
        {
            const auto footers = transcript().findChildren<AnswerFooter *>();
            return std::any_of(footers.begin(), footers.end(), [](const AnswerFooter *each) { return each->isVisible(); });
        }

        Engine engine;
        std::optional<QString> problem;
        std::optional<Desktop> desktop;
    };

    QTemporaryDir m_folder;

private Q_SLOTS:
    void whatWasAnsweredIsThereAfterARestart()
    {
        ConversationId conversation;
        {
            Program program(m_folder.path());
            QVERIFY2(!program.problem, qPrintable(program.problem.value_or(QString())));
            const auto turn = program.engine.outbox().submit({{}, QStringLiteral("Hello, what can you do?"), {}});
            QVERIFY(turn);
            conversation = program.engine.outbox().turn(*turn)->conversation;
            program.desktop->window().showConversation(conversation);
            QTRY_COMPARE_WITH_TIMEOUT(program.engine.outbox().turn(*turn)->phase, TurnPhase::Answered, 20'000);
            QTRY_VERIFY(program.showsAnAnswer());
        }
        Program program(m_folder.path());
        // The conversation that was open is open again, and its messages are read from disk and shown.
        QTRY_COMPARE(program.desktop->window().currentConversation(), conversation);
        QTRY_COMPARE(program.engine.library().messages(conversation).size(), std::size_t(2));
        QTRY_VERIFY(program.showsAnAnswer());
        // And so is its flight record.
        const TurnId turn = program.engine.library().messages(conversation).front().turn;
        QTRY_VERIFY(program.engine.outbox().turn(turn) != nullptr);
        QCOMPARE(program.engine.outbox().turn(turn)->attempts.size(), std::size_t(1));
    }

    void aRouteOfEarlierSettingsThatIsNotEncryptedIsSaidUntilAPersonAgrees()
    {
        const QTemporaryDir folder;
        {
            Engine engine(folder.path()); // as 0.1 left it: nobody was asked
            Preferences preferences = engine.settings().preferences;
            engine.settings().welcomed = true;
            addServer(preferences.routes, QUrl(QStringLiteral("http://gateway.example:8080")), QStringLiteral("qwen"));
            engine.apply(preferences);
        }
        Program program(folder.path());
        NoticeBar &notice = program.desktop->window().pane().notice();
        QVERIFY(notice.isVisible());
        QCOMPARE(notice.title(), QStringLiteral("The connection to gateway.example is not encrypted."));

        Preferences preferences = program.engine.settings().preferences;
        consentToPlainHttp(preferences.routes.providers.front());
        program.engine.apply(preferences);
        QVERIFY(!notice.isVisible());
        QCOMPARE(loadSettings(folder.path() + QStringLiteral("/settings.json")).preferences.routes.providers.front().unencryptedTo, QStringLiteral("gateway.example"));
    }

    void aChangeOfTheChainHoldsFromTheNextTurnOn()
    {
        Program program(m_folder.path());
        Preferences preferences = program.engine.settings().preferences;
        auto &steps = preferences.routes.chains.front().steps;
        std::rotate(steps.begin(), steps.begin() + 2, steps.end());
        program.engine.apply(preferences);
        const auto turn = program.engine.outbox().submit({{}, QStringLiteral("Who answers?"), {}});
        QVERIFY(turn);
        QTRY_COMPARE_WITH_TIMEOUT(program.engine.outbox().turn(*turn)->phase, TurnPhase::Answered, 20'000);
        QCOMPARE(program.engine.outbox().turn(*turn)->attempts.front().route.text(), QStringLiteral("simulated/claude-haiku-5-5"));
    }

    void anUnusableWeatherIsToldToWhoeverListensLater()
    {
        const QTemporaryDir folder;
        Engine engine(folder.path());
        QVERIFY(!engine.setWeather(QStringLiteral("clear"), 30));
        Preferences preferences = engine.settings().preferences;
        preferences.weatherScript = folder.filePath(QStringLiteral("nowhere.json"));
        engine.apply(preferences); // as the command line's --weather does, before there is a window
        QSignalSpy told(&engine, &Engine::weatherProblem);
        QTRY_COMPARE(told.count(), 1);
        QVERIFY(told.at(0).at(0).toString().contains(QLatin1String("nowhere.json")));
    }

    void whatAPersonPrefersOutlivesTheProgram()
    {
        const QTemporaryDir folder;
        const std::pair favourite(ProviderId(QStringLiteral("simulated")), QStringLiteral("claude-haiku-5-5"));
        {
            Engine engine(folder.path());
            QVERIFY(engine.settings().preferences.countsTokens); // unless somebody says otherwise
            Preferences preferences = engine.settings().preferences;
            preferences.countsTokens = false;
            preferences.favourites = {favourite};
            engine.apply(preferences);
        }
        Engine engine(folder.path());
        QVERIFY(!engine.settings().preferences.countsTokens);
        QCOMPARE(engine.settings().preferences.favourites, (std::set {favourite}));
    }

    void nothingIsCountedByTheProviderWhereThePersonWantsNone()
    {
        const QTemporaryDir folder;
        Program program(folder.path());
        Composer &composer = program.desktop->window().pane().composer();
        QTRY_VERIFY(program.engine.catalogue().provider(ProviderId(QStringLiteral("simulated"))) != nullptr
            && program.engine.catalogue().provider(ProviderId(QStringLiteral("simulated")))->readAt);
        composer.edit().replaceText(QStringLiteral("Why are there tides?"));
        QVERIFY(program.desktop->front().countWanted());
        Preferences preferences = program.engine.settings().preferences;
        preferences.countsTokens = false;
        program.engine.apply(preferences);
        QVERIFY(!program.desktop->front().countWanted());
    }

    void theInstructionsAreCountedToo()
    {
        const QTemporaryDir folder;
        Program program(folder.path());
        QTRY_VERIFY(program.engine.catalogue().provider(ProviderId(QStringLiteral("simulated"))) != nullptr
            && program.engine.catalogue().provider(ProviderId(QStringLiteral("simulated")))->readAt);
        Draft draft {{}, QStringLiteral("Hello"), {}};
        draft.instructions.system = QStringLiteral("Answer in one sentence.");
        const auto turn = program.engine.outbox().submit(draft);
        program.desktop->window().showConversation(ConversationId(program.engine.outbox().turn(*turn)->conversation));
        program.desktop->window().pane().composer().edit().replaceText(QStringLiteral("Why are there tides?"));
        const auto wanted = program.desktop->front().countWanted();
        QVERIFY(wanted);
        QCOMPARE(wanted->ask.system, QStringLiteral("Answer in one sentence."));
        QTRY_COMPARE_WITH_TIMEOUT(program.engine.outbox().turn(*turn)->phase, TurnPhase::Answered, 20'000);
    }

    void aBackupIsTakenUpByARestartOnceThePersonGoes()
    {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("copy.db"));
        {
            Program program(folder.path());
            QSignalSpy restart(&*program.desktop, &Desktop::restartWanted);
            bool stays = true;
            program.desktop->window().setConfirm([&stays](const QString &) { return !stays; });
            const auto first = program.engine.outbox().submit({{}, QStringLiteral("In the backup"), {}});
            QTRY_COMPARE_WITH_TIMEOUT(program.engine.outbox().turn(*first)->phase, TurnPhase::Answered, 20'000);
            Q_EMIT program.desktop->window().preferencesWanted(QStringLiteral("data"));
            DataPage *page = nullptr;
            for (QWidget *each : QApplication::topLevelWidgets()) {
                if (auto *preferences = qobject_cast<PreferencesWindow *>(each); preferences != nullptr && preferences->isVisible())
                    page = &preferences->data();
            }
            QVERIFY(page != nullptr);
            const auto choose = [page](const char *button, const QString &file) {
                page->findChild<Button *>(QLatin1String(button))->click();
                auto *dialog = page->findChild<QFileDialog *>();
                QVERIFY(dialog != nullptr);
                Q_EMIT dialog->fileSelected(file);
                dialog->close();
                QTRY_VERIFY(page->findChild<QFileDialog *>() == nullptr);
                QTRY_VERIFY_WITH_TIMEOUT(page->findChild<Button *>(QLatin1String(button))->isEnabled(), 20'000);
            };
            const auto messages = [page]() -> QString {
                const QStringList words = [page]() -> QStringList {
                    QStringList all;
                    for (const TextLabel *each : page->findChild<QWidget *>(QStringLiteral("dataSizes"))->findChildren<TextLabel *>())
                        all.append(each->text());
                    return all;
                }();
                return words.value(words.indexOf(QStringLiteral("Messages")) + 1);
            };
            QTRY_COMPARE(messages(), QStringLiteral("2"));
            QFile more(folder.filePath(QStringLiteral("more.json")));
            QVERIFY(more.open(QIODevice::WriteOnly) && more.write(R"([{"uuid":"c","name":"More","chat_messages":[{"uuid":"m","sender":"human","text":"x"}]}])") > 0);
            more.close();
            program.engine.transfer().importFrom(more.fileName());
            QTRY_COMPARE(messages(), QStringLiteral("3")); // the page says what an import brought
            choose("backUp", copy);
            (void)program.engine.setWeather(QStringLiteral("clear"), 1);
            const auto second = program.engine.outbox().submit({{}, QStringLiteral("After the backup"), {}});
            choose("restore", copy);
            auto *now = page->findChild<Button *>(QStringLiteral("restartNow"));
            QVERIFY(now->isVisible());
            QTRY_COMPARE_WITH_TIMEOUT(program.engine.outbox().turn(*second)->phase, TurnPhase::Streaming, 20'000);
            now->click();
            QVERIFY(restart.isEmpty() && program.desktop->window().isVisible()); // an answer arrives, and the person stays
            program.desktop->window().setConfirm([](const QString &) { return true; });
            program.desktop->window().close(); // later, of their own accord: that is no restart
            QVERIFY(restart.isEmpty());
            program.desktop->window().show();
            now->click();
            QCOMPARE(restart.count(), 1);
            QVERIFY(!program.desktop->window().isVisible());
        }
        Program program(folder.path());
        QTRY_COMPARE(program.engine.library().conversations().size(), std::size_t(2));
        QCOMPARE(program.engine.library().conversations().front()->title, QStringLiteral("In the backup"));
    }

    void closingLeavesTheTrayAndATrayThatGoesBringsTheWindowBack()
    {
        const QTemporaryDir folder;
        Engine engine(folder.path());
        engine.settings().welcomed = true;
        Preferences preferences = engine.settings().preferences;
        preferences.general.showsTrayIcon = true;
        preferences.general.whenClosed = WhenClosed::KeepRunning;
        engine.apply(preferences);
        bool there = true;
        Desktop desktop(engine, [&there] { return there; });
        desktop.start();
        QVERIFY(desktop.tray().isShown());
        QVERIFY(!QGuiApplication::quitOnLastWindowClosed());
        QVERIFY(desktop.window().close());
        QVERIFY(!desktop.window().isVisible());
        Q_EMIT desktop.tray().toggleWanted();
        QVERIFY(desktop.window().isVisible());
        QVERIFY(desktop.window().close());
        Q_EMIT desktop.window().preferencesWanted(QStringLiteral("general"));
        QSignalSpy restart(&desktop, &Desktop::restartWanted);
        for (const QWidget *each : QApplication::topLevelWidgets()) { // from its Preferences, while the window is hidden
            if (auto *now = each->findChild<Button *>(QStringLiteral("restartForLanguage")))
                now->click();
        }
        QCOMPARE(restart.count(), 1);
        there = false;
        desktop.tray().look();
        QVERIFY(desktop.window().isVisible()); // no other way back
        QVERIFY(QGuiApplication::quitOnLastWindowClosed());
        QSignalSpy quit(&desktop, &Desktop::quitWanted);
        Q_EMIT desktop.tray().quitWanted();
        QCOMPARE(quit.count(), 1);
        QVERIFY(!desktop.window().isVisible());
    }

    void aHistoryThatWasMendedIsSaid()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("breakwater.db"));
        {
            Program program(folder.path());
            for (int each = 0; each < 4; ++each) {
                const auto turn = program.engine.outbox().submit({{}, QStringLiteral("Question %1 ").arg(each).repeated(900), {}});
                QTRY_COMPARE_WITH_TIMEOUT(program.engine.outbox().turn(*turn)->phase, TurnPhase::Answered, 20'000);
            }
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray whole = file.readAll();
        constexpr qsizetype page = 8192;
        const qsizetype lost = whole.indexOf("Question 2 Question 2") / page * page; // a page of a text
        QVERIFY(lost >= page);
        QVERIFY(file.seek(page) && file.write(QByteArray(2 * page, '\xee')) == 2 * page); // and those of the tables
        QVERIFY(file.seek(lost) && file.write(QByteArray(page, '\xee')) == page);
        file.close();
        Program program(folder.path());
        NoticeBar &notice = program.desktop->window().pane().notice();
        QTRY_COMPARE_WITH_TIMEOUT(notice.title(), QStringLiteral("Your history was damaged, and is mended."), 20'000);
        QVERIFY2(notice.accessibleName().contains(QStringLiteral("messages were read. The damaged file is kept at %1/damaged/").arg(folder.path())), qPrintable(notice.accessibleName()));
        QCOMPARE(QDir(folder.filePath(QStringLiteral("damaged"))).entryList(QDir::Files).size(), qsizetype(1));
        const auto turn = program.engine.outbox().submit({{}, QStringLiteral("Does it go on?"), {}});
        QTRY_COMPARE_WITH_TIMEOUT(program.engine.outbox().turn(*turn)->phase, TurnPhase::Answered, 20'000);
    }

    void settingsThatCouldNotBeReadAreSaidWithTheirPlace()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("settings.json")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"textScale\": 1.") > 0);
        file.close();
        Program program(folder.path());
        NoticeBar &notice = program.desktop->window().pane().notice();
        QVERIFY(notice.isVisible());
        QCOMPARE(notice.title(), QStringLiteral("Your settings could not be read."));
        QVERIFY2(notice.accessibleName().contains(folder.filePath(QStringLiteral("damaged/settings-"))), qPrintable(notice.accessibleName()));
    }

    void aDraftOutlivesTheProgram()
    {
        const ConversationId none;
        {
            Program program(m_folder.path());
            program.engine.store().saveDraft(none, {QStringLiteral("half a thought"), {}});
        }
        Program program(m_folder.path());
        QTRY_VERIFY(!program.engine.drafts().empty());
        QCOMPARE(program.engine.drafts().front().second.text, QStringLiteral("half a thought"));
    }
};

QTEST_MAIN(TestDesktop)
#include "tst_desktop.moc"
