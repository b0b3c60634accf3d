// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/breakwaterstyle.h"
#include "ui/style/textlabel.h"
#include "ui/welcome/welcomeview.h"

#include <QCheckBox>
#include <QAbstractButton>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace breakwater;

class tst_Welcome : public QObject
{
    Q_OBJECT

    std::unique_ptr<WelcomeView> m_view;

    QLineEdit &field(const char *name) { return *m_view->findChild<QLineEdit *>(QLatin1String(name)); }
    QLabel &label(const char *name) { return *m_view->findChild<QLabel *>(QLatin1String(name)); }
    void press(const char *name) { m_view->findChild<QAbstractButton *>(QLatin1String(name))->click(); }
    void choose(const char *name) { m_view->findChild<QRadioButton *>(QLatin1String(name))->click(); }

private Q_SLOTS:
    void initTestCase() { useBreakwaterStyle(); }
    void init()
    {
        m_view = std::make_unique<WelcomeView>();
        m_view->resize(1280, 788);
        m_view->show();
    }
    void cleanup() { m_view.reset(); }

    void aPastedKeyIsGivenTrimmed()
    {
        QSignalSpy given(m_view.get(), &WelcomeView::keyGiven);
        field("key").setText(QStringLiteral("  sk-ant-123\n"));
        press("go");
        QCOMPARE(given.count(), 1);
        QCOMPARE(given.first().first().toByteArray(), QByteArrayLiteral("sk-ant-123"));
    }

    void aBadKeyIsNotGivenAndStaysWithASentence()
    {
        QSignalSpy given(m_view.get(), &WelcomeView::keyGiven);
        QString bad = QStringLiteral("sk-ant x");
        bad[6] = QChar(0x00E4); // a QLineEdit keeps letters, and drops line breaks by itself
        field("key").setText(bad);
        QTest::keyClick(&field("key"), Qt::Key_Return);
        QCOMPARE(given.count(), 0);
        QCOMPARE(field("key").text(), bad);
        QVERIFY(label("keyProblem").isVisible());
        QVERIFY(!label("keyProblem").text().isEmpty());
        QTest::keyClick(&field("key"), Qt::Key_Backspace);
        QVERIFY2(!label("keyProblem").isVisible(), "the sentence goes when the field is edited");
    }

    void anEmptyKeyAsksForOne()
    {
        QSignalSpy given(m_view.get(), &WelcomeView::keyGiven);
        press("go");
        QCOMPARE(given.count(), 0);
        QVERIFY(label("keyProblem").isVisible());
    }

    void aServerIsGivenWithItsModel()
    {
        QSignalSpy given(m_view.get(), &WelcomeView::serverGiven);
        choose("byServer");
        field("url").setText(QStringLiteral(" http://localhost:8080 "));
        field("model").setText(QStringLiteral("qwen "));
        press("go");
        QCOMPARE(given.count(), 1);
        QCOMPARE(given.first().at(0).toUrl(), QUrl(QStringLiteral("http://localhost:8080")));
        QCOMPARE(given.first().at(1).toByteArray(), QByteArray());
        QCOMPARE(given.first().at(2).toString(), QStringLiteral("qwen"));
    }

    void anUnencryptedServerIsGivenOnlyWhenAgreedTo()
    {
        QSignalSpy given(m_view.get(), &WelcomeView::serverGiven);
        choose("byServer");
        auto *agree = m_view->findChild<QCheckBox *>(QStringLiteral("sendUnencrypted"));
        QVERIFY(!agree->isVisible());
        const auto type = [this](const char *address) {
            field("url").setText(QLatin1String(address));
            Q_EMIT field("url").textEdited(field("url").text());
        };
        type("http://gateway.example");
        field("model").setText(QStringLiteral("qwen"));
        QVERIFY(agree->isVisible());
        QCOMPARE(agree->text(), QStringLiteral("Send unencrypted to gateway.example"));
        press("go");
        QCOMPARE(given.count(), 0);
        QVERIFY(label("serverProblem").text().contains(QStringLiteral("Nothing was sent")));
        agree->setChecked(true);
        type("http://other.example");
        QVERIFY2(!agree->isChecked(), "another host asks again");
        press("go");
        QCOMPARE(given.count(), 0);
        agree->setChecked(true);
        press("go");
        QCOMPARE(given.count(), 1);
        type("https://other.example");
        QVERIFY(!agree->isVisible());
    }

    void aServerThatCannotBeUsedIsNotGiven_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("key");
        QTest::newRow("no address") << QString() << QStringLiteral("m") << QString();
        QTest::newRow("no scheme") << QStringLiteral("localhost:8080") << QStringLiteral("m") << QString();
        QTest::newRow("mistyped scheme") << QStringLiteral("htp://loc") << QStringLiteral("m") << QString();
        QTest::newRow("no host") << QStringLiteral("https://") << QStringLiteral("m") << QString();
        QTest::newRow("password in it") << QStringLiteral("https://me:secret@host") << QStringLiteral("m") << QString();
        QTest::newRow("no model") << QStringLiteral("https://host") << QString() << QString();
        QTest::newRow("bad key") << QStringLiteral("https://host") << QStringLiteral("m") << QStringLiteral("a b");
    }

    void aServerThatCannotBeUsedIsNotGiven()
    {
        QFETCH(QString, url);
        QFETCH(QString, model);
        QFETCH(QString, key);
        QSignalSpy given(m_view.get(), &WelcomeView::serverGiven);
        choose("byServer");
        field("url").setText(url);
        field("model").setText(model);
        field("serverKey").setText(key);
        press("go");
        QCOMPARE(given.count(), 0);
        QVERIFY(label("serverProblem").isVisible());
        QVERIFY(!label("serverProblem").text().isEmpty());
        QCOMPARE(field("url").text(), url);
    }

    void theSimulatorNeedsNothing()
    {
        QSignalSpy chosen(m_view.get(), &WelcomeView::simulatorChosen);
        choose("bySimulator");
        press("go");
        QCOMPARE(chosen.count(), 1);
    }

    void setUpLaterIsAlwaysThere()
    {
        QSignalSpy later(m_view.get(), &WelcomeView::later);
        m_view->setBusy(true);
        QVERIFY(!m_view->findChild<QAbstractButton *>(QStringLiteral("go"))->isEnabled());
        press("later");
        QCOMPARE(later.count(), 1);
    }

    void aProblemFromOutsideEndsTheWait()
    {
        m_view->setBusy(true);
        m_view->showProblem(QStringLiteral("Anthropic refused the key (401)."));
        QVERIFY(label("problem").isVisible());
        QVERIFY(m_view->findChild<QAbstractButton *>(QStringLiteral("go"))->isEnabled());
    }

    void onlyTheChosenWayShowsItsFields()
    {
        QVERIFY(field("key").isVisible());
        QVERIFY(!field("url").isVisible());
        choose("byServer");
        QVERIFY(!field("key").isVisible());
        QVERIFY(field("url").isVisible());
    }
};

QTEST_MAIN(tst_Welcome)
#include "tst_welcome.moc"
