// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/datapage.h"
#include "ui/style/breakwaterstyle.h"
#include "ui/style/button.h"
#include "ui/style/numberfield.h"
#include "ui/style/switch.h"
#include "ui/style/textlabel.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>

using namespace breakwater;

/// The Data page with a history that only says what it was asked for.
class TestDataPage : public QObject
{
    Q_OBJECT

private:
    PreferencesDraft m_draft {Preferences {}};
    std::unique_ptr<DataPage> m_page;
    QStringList m_asked;
    DataPort::Done m_done;
    std::optional<double> m_share;
    ImportedSettings m_imported;

    void click(const char *name)
    {
        auto *button = m_page->findChild<Button *>(QLatin1String(name));
        QVERIFY2(button != nullptr && button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void choose(const QString &path)
    {
        auto *dialog = m_page->findChild<QFileDialog *>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(m_page->findChild<QFileDialog *>() == nullptr);
    }
    [[nodiscard]] QString said() const { return m_page->findChild<TextLabel *>(QStringLiteral("dataSaid"))->text(); }
    DataPort::Done note(const QString &what, const DataPort::Done &done)
    {
        m_asked.append(what);
        m_done = done;
        return done;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        useBreakwaterStyle();
    }

    void init()
    {
        m_asked.clear();
        m_share.reset();
        m_imported = Preferences {};
        m_draft.reset({});
        m_page = std::make_unique<DataPage>(m_draft);
        DataPort port;
        port.readFacts = [](const auto &done) { done(DataFacts {QStringLiteral("/data/breakwater"), 4096, 1024, 2048, 0, 1 << 30, 12, 345}); };
        port.share = [this] { return m_share; };
        port.showFolder = [this] { m_asked.append(QStringLiteral("show")); };
        port.move = [this](const QString &folder, const DataPort::Done &done) { note(QStringLiteral("move ") + folder, done); };
        port.backUp = [this](const QString &file, const DataPort::Done &done) { note(QStringLiteral("backup ") + file, done); };
        port.restore = [this](const QString &file, const DataPort::Done &done) { note(QStringLiteral("restore ") + file, done); };
        port.restart = [this] { m_asked.append(QStringLiteral("restart")); };
        port.compact = [this](const DataPort::Done &done) { note(QStringLiteral("compact"), done); };
        port.countUntouched = [](int days) { return days < 100 ? 7 : 1; };
        port.eraseAll = [this](const Erasure &erasure, const DataPort::Done &done) { note(QStringLiteral("erase %1 %2").arg(erasure.backups).arg(erasure.keys), done); };
        port.exportSettings = [this](const QString &file, const Preferences &preferences) -> std::optional<Fault> {
            m_asked.append(QStringLiteral("export %1 %2").arg(preferences.textScale).arg(file));
            return std::nullopt;
        };
        port.importSettings = [this](const QString &file, const Preferences &) {
            m_asked.append(QStringLiteral("import ") + file);
            return m_imported;
        };
        m_page->setPort(port);
        m_page->resize(900, 900);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void saysWhereItIsAndHowLarge()
    {
        QCOMPARE(m_page->findChild<TextLabel *>(QStringLiteral("dataFolder"))->text(), QStringLiteral("/data/breakwater"));
        QStringList words;
        for (const TextLabel *each : m_page->findChild<QWidget *>(QStringLiteral("dataSizes"))->findChildren<TextLabel *>())
            words.append(each->text());
        QVERIFY(words.contains(QStringLiteral("345")) && words.contains(QStringLiteral("12")));
        click("showFolder");
        QCOMPARE(m_asked, QStringList(QStringLiteral("show")));
    }

    void movesToTheChosenFolderAndSaysWhereTheOldCopyIs()
    {
        click("moveData");
        choose(QStringLiteral("/mnt/large"));
        QCOMPARE(m_asked, QStringList(QStringLiteral("move /mnt/large")));
        QVERIFY(!m_page->findChild<Button *>(QStringLiteral("compact"))->isEnabled()); // one thing at a time
        m_done({{}, QStringLiteral("/data/breakwater/breakwater.db")});
        QVERIFY(said().contains(QStringLiteral("/data/breakwater/breakwater.db")));
        QVERIFY(m_page->findChild<Button *>(QStringLiteral("compact"))->isEnabled());
    }

    void aTroubleIsASentenceOnThePage()
    {
        click("backUp");
        choose(QStringLiteral("/mnt/full/copy.db"));
        QCOMPARE(m_asked, QStringList(QStringLiteral("backup /mnt/full/copy.db")));
        DataOutcome outcome;
        outcome.fault.emplace().kind = FaultKind::DiskFull;
        m_done(outcome);
        QCOMPARE(said(), QStringLiteral("There is not enough room on that disk. Nothing was changed."));
    }

    void whatIsImportedIsAChangeThatWaitsForApply()
    {
        m_imported->scheme = SchemeChoice::Dark;
        click("importSettings");
        choose(QStringLiteral("/mnt/settings.json"));
        QCOMPARE(m_asked, QStringList(QStringLiteral("import /mnt/settings.json")));
        QCOMPARE(m_draft.changes(), 1);
        QVERIFY(m_draft.applied().scheme == SchemeChoice::FollowSystem);
        QVERIFY(said().startsWith(QStringLiteral("It is shown as changes on all pages.")));
        m_imported = tl::unexpected(SettingsFlaw::NoSettings);
        click("importSettings");
        choose(QStringLiteral("/mnt/picture.png"));
        QCOMPARE(m_draft.changes(), 1);
        QCOMPARE(said(), QStringLiteral("That file holds no settings of Breakwater. Nothing was changed."));
    }

    void whatIsExportedIsInForceAlready()
    {
        m_draft.edit([](Preferences &values) { values.textScale = 1.5; });
        click("exportSettings");
        choose(QStringLiteral("/mnt/settings.json"));
        QCOMPARE(m_asked, QStringList(QStringLiteral("export 1 /mnt/settings.json")));
        QCOMPARE(said(), QStringLiteral("The settings in force are at /mnt/settings.json."));
    }

    void restoringWaitsForARestart()
    {
        QVERIFY(!m_page->findChild<Button *>(QStringLiteral("restartNow"))->isVisible());
        click("restore");
        choose(QStringLiteral("/mnt/copy.db"));
        m_done({});
        QVERIFY(said().startsWith(QStringLiteral("The backup is whole.")));
        click("restartNow");
        QCOMPARE(m_asked, QStringList({QStringLiteral("restore /mnt/copy.db"), QStringLiteral("restart")}));
    }

    void compactingSaysWhatItGave()
    {
        click("compact");
        m_done({{}, {}, 4096, 1024});
        QCOMPARE(said(), QStringLiteral("4.0 kB before, 1.0 kB now."));
        const auto sizes = m_page->findChild<QWidget *>(QStringLiteral("dataSizes"))->findChildren<TextLabel *>();
        QCOMPARE(sizes.size(), qsizetype(14)); // read anew
        QTRY_VERIFY(sizes.first()->isVisible() && sizes.last()->isVisible());
    }

    void whatIsUnderWayShowsHowFarItIs()
    {
        auto *progress = m_page->findChild<QProgressBar *>(QStringLiteral("dataProgress"));
        QVERIFY(!progress->isVisible());
        click("compact");
        QCOMPARE(said(), QStringLiteral("Compacting…"));
        QTRY_VERIFY(progress->isVisible());
        QCOMPARE(progress->maximum(), 0); // nobody can tell yet
        m_share = 0.25;
        QTRY_COMPARE(progress->maximum(), 1000);
        QCOMPARE(progress->value(), 250);
        m_share = 0.75;
        QTRY_COMPARE(progress->value(), 750);
        m_done({{}, {}, 4096, 1024});
        QVERIFY(!progress->isVisible());
    }

    void oldConversationsAreCountedBeforeTheyGo()
    {
        auto *limited = m_page->findChild<Switch *>(QStringLiteral("keepLimited"));
        auto *count = m_page->findChild<TextLabel *>(QStringLiteral("untouched"));
        QVERIFY(!limited->isChecked() && !count->isVisible()); // everything is kept
        limited->click();
        QCOMPARE(m_draft.edited().keepDays, std::optional(365));
        QCOMPARE(count->text(), QStringLiteral("One conversation is deleted when you apply this."));
        m_page->findChild<NumberField *>(QStringLiteral("keepDays"))->setValue(30);
        QCOMPARE(m_draft.edited().keepDays, std::optional(30));
        QCOMPARE(count->text(), QStringLiteral("7 conversations are deleted when you apply this."));
        QVERIFY(m_draft.changes() == 1);
    }

    void deletingEverythingAsksAndTakesWhatWasTicked()
    {
        click("eraseAll");
        QVERIFY(m_page->findChild<TextLabel *>(QStringLiteral("goes"))->text().startsWith(QStringLiteral("12 conversations with 345 messages go")));
        click("eraseNot");
        QVERIFY(m_asked.isEmpty() && !m_page->findChild<QWidget *>(QStringLiteral("sure"))->isVisible());
        click("eraseAll");
        m_page->findChild<QCheckBox *>(QStringLiteral("backupsToo"))->click();
        click("eraseNow");
        QCOMPARE(m_asked, QStringList(QStringLiteral("erase 1 0")));
        m_done({});
        QCOMPARE(said(), QStringLiteral("Everything is deleted, on the disk too."));
    }

    void theKeysGoOnlyWhereTheyWereTicked()
    {
        click("eraseAll");
        m_page->findChild<QCheckBox *>(QStringLiteral("keysToo"))->click();
        click("eraseNow");
        QCOMPARE(m_asked, QStringList(QStringLiteral("erase 0 1")));
        QVERIFY(!m_page->findChild<Button *>(QStringLiteral("eraseAll"))->isEnabled());
        m_done({});
        QVERIFY(m_page->findChild<Button *>(QStringLiteral("eraseAll"))->isEnabled());
    }

    void importAndExportAreWishes()
    {
        QSignalSpy import(m_page.get(), &DataPage::importWanted);
        QSignalSpy all(m_page.get(), &DataPage::exportAllWanted);
        click("import");
        click("exportAll");
        QCOMPARE(import.count(), 1);
        QCOMPARE(all.count(), 1);
    }
};

QTEST_MAIN(TestDataPage)
#include "tst_datapage.moc"
