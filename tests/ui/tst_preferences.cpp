// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/route/catalogue.h"
#include "core/route/profile.h"
#include "ui/preferences/breakerlife.h"
#include "ui/preferences/certificaterow.h"
#include "ui/preferences/chainedits.h"
#include "ui/preferences/dataport.h"
#include "ui/preferences/delaypreview.h"
#include "ui/preferences/keyport.h"
#include "ui/preferences/modelfield.h"
#include "ui/preferences/moveonrow.h"
#include "ui/preferences/preferenceswindow.h"
#include "ui/preferences/retrypage.h"
#include "ui/preferences/routecard.h"
#include "ui/preferences/settingrow.h"
#include "ui/preferences/waitsumpreview.h"
#include "ui/preferences/waittext.h"
#include "ui/style/breakwaterstyle.h"
#include "ui/style/numberfield.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <cmath>
#include <map>

using namespace breakwater;

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

/// Keeps keys in a map by name, and fails to keep or remove them when told to; answers at once, or when told to.
class FakeKeys final : public KeyPort
{
public:
    struct Kept
    {
        QString name;
        QByteArray key;
        KeyPlace place = KeyPlace::SessionOnly;
        KeyState state = KeyState::There;
        QUrl address;
        friend bool operator==(const Kept &, const Kept &) = default;
    };
    std::vector<ShownKey> keys(const Provider &provider) const override
    {
        std::vector<ShownKey> shown;
        if (const auto found = kept.find(provider.id); found != kept.end()) {
            for (const Kept &each : found->second)
                shown.push_back({each.name, text("sk-..."), each.place, each.state, each.address.isEmpty() || each.address == provider.baseUrl ? QString() : each.address.authority()});
        }
        return shown;
    }
    std::vector<KeyPlace> places() override { return offered; }
    void setKey(const Provider &provider, const QString &name, const QByteArray &key, KeyPlace place, Done done) override
    {
        end([this, id = provider.id, fresh = Kept {name, key, place, KeyState::There, provider.baseUrl}] {
            auto &list = kept[id];
            const auto old = std::find_if(list.begin(), list.end(), [&fresh](const Kept &each) { return each.name == fresh.name; });
            if (old == list.end())
                list.push_back(fresh);
            else
                *old = fresh;
        },
            std::move(done));
    }
    void removeKey(const Provider &provider, const QString &name, Done done) override
    {
        end([this, id = provider.id, name] { std::erase_if(kept[id], [&name](const Kept &each) { return each.name == name; }); }, std::move(done));
    }
    void unlock() override { ++unlocks; }
    void answer() { std::exchange(waiting, {})(); }

    std::map<ProviderId, std::vector<Kept>> kept;
    std::vector<KeyPlace> offered {KeyPlace::Keychain, KeyPlace::PrivateFile, KeyPlace::SessionOnly};
    KeyTrouble trouble = KeyTrouble::None;
    bool slow = false; ///< as a keychain that asks its owner first
    int unlocks = 0;
    std::function<void()> waiting;

private:
    void end(std::function<void()> change, Done done)
    {
        waiting = [this, change = std::move(change), done = std::move(done)] {
            if (trouble == KeyTrouble::None)
                change();
            done(trouble);
            Q_EMIT changed();
        };
        if (!slow)
            answer();
    }
};

Preferences sample()
{
    Preferences values;
    RouteTable &table = values.routes;
    table.providers = {{ProviderId(text("a")), text("Anthropic"), Dialect::Anthropic,
                           QUrl(text("https://api.anthropic.com")), true, false},
        {ProviderId(text("l")), text("Local"), Dialect::OpenAi, QUrl(text("http://localhost:8080")), true, false}};
    table.routes = {{RouteId(text("opus")), ProviderId(text("a")), text("claude-opus"), text("Claude Opus")},
        {RouteId(text("sonnet")), ProviderId(text("a")), text("claude-sonnet"), text("Claude Sonnet")},
        {RouteId(text("qwen")), ProviderId(text("l")), text("qwen"), text("Qwen")}};
    Chain chain;
    chain.id = ChainId(text("everyday"));
    chain.name = text("Everyday");
    for (const Route &route : table.routes) {
        ChainStep step;
        step.route = route.id;
        chain.steps.push_back(step);
    }
    table.chains = {chain};
    return values;
}

QStringList order(const Preferences &values)
{
    QStringList names;
    for (const ChainStep &step : values.routes.chains.front().steps)
        names.append(step.route.text());
    return names;
}

} // namespace

class tst_Preferences : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeKeys> m_keys;
    int m_ids = 0;
    std::unique_ptr<PreferencesWindow> m_window;
    std::unique_ptr<QSignalSpy> m_applied;

    template <class Widget> Widget &find(const char *name)
    {
        Widget *found = m_window->findChild<Widget *>(QLatin1String(name));
        Q_ASSERT(found != nullptr);
        return *found;
    }
    /// The newest of that name: one that goes is only gone later.
    template <class Widget> Widget &shown(const char *name)
    {
        const auto all = m_window->findChildren<Widget *>(QLatin1String(name));
        Q_ASSERT(!all.isEmpty());
        return *all.last();
    }
    void press(const char *name) { find<QAbstractButton>(name).click(); }
    const Preferences &edited() { return m_window->draft().edited(); }
    Preferences appliedValues()
    {
        press("apply");
        return m_applied->isEmpty() ? Preferences() : m_applied->last().first().value<Preferences>();
    }
    void type(QLineEdit &field, const QString &words)
    {
        field.setText(words);
        Q_EMIT field.textEdited(words);
    }
    RouteCard &card(int index)
    {
        for (RouteCard *each : m_window->findChildren<RouteCard *>()) {
            if (each->index() == index)
                return *each;
        }
        qFatal("no card %d", index);
    }

    /// Through the menu below "Add provider".
    void addProvider(const char *name)
    {
        press("addProvider");
        QMenu *menu = m_window->findChild<QMenu *>(text("profiles"));
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text() == text(name))
                action->trigger();
        }
        delete menu;
    }

private Q_SLOTS:
    void initTestCase() { useBreakwaterStyle(); }
    void init()
    {
        m_keys = std::make_unique<FakeKeys>();
        m_ids = 0;
        m_window = std::make_unique<PreferencesWindow>(sample(),
            std::vector<WeatherScriptName> {{text("storm"), text("Storm")}, {text("clear"), text("Clear")}}, *m_keys,
            [this] { return QStringLiteral("new%1").arg(++m_ids); });
        m_applied = std::make_unique<QSignalSpy>(m_window.get(), &PreferencesWindow::applied);
        m_window->show();
    }
    void cleanup()
    {
        m_applied.reset();
        m_window.reset();
    }

    void openingChangesNothing()
    {
        QCOMPARE(m_window->draft().changes(), 0);
        QVERIFY(!find<QAbstractButton>("apply").isEnabled());
        QVERIFY(!find<QAbstractButton>("revert").isEnabled());
    }

    void nothingIsAppliedBeforeApply()
    {
        find<NumberField>("mostAttempts").setValue(5);
        find<NumberField>("overloadedBase").setValue(3);
        QCOMPARE(m_applied->count(), 0);
        QCOMPARE(find<QLabel>("changes").text(), text("Two changes not applied"));
        const Preferences values = appliedValues();
        QCOMPARE(m_applied->count(), 1);
        QCOMPARE(values.policy.mostAttempts, 5);
        QCOMPARE(values.policy.delay.overloaded.base, Duration(std::chrono::seconds(3)));
        QCOMPARE(m_window->draft().changes(), 0);
        QVERIFY(find<QLabel>("changes").text().isEmpty());
    }

    void revertBringsBackWhatIsInForce()
    {
        find<NumberField>("mostAttempts").setValue(5);
        press("revert");
        QCOMPARE(find<NumberField>("mostAttempts").value(), 8.0);
        QVERIFY(edited() == sample());
        QCOMPARE(m_applied->count(), 0);
    }

    void defaultsAreRestoredForOnePageOnly()
    {
        find<NumberField>("mostAttempts").setValue(5);
        find<NumberField>("textSize").setValue(120);
        m_window->showPage(PreferencesWindow::Page::Retry);
        press("restoreDefaults");
        QCOMPARE(edited().policy, PolicySettings());
        QCOMPARE(edited().textScale, 1.2);
        QCOMPARE(find<NumberField>("mostAttempts").value(), 8.0);
    }

    void eachNumberChangesTheValueItNames_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<double>("typed");
        QTest::addColumn<double>("value"); // seconds, where it is a time
        QTest::addColumn<int>("which");
        int which = 0;
        const auto row = [&which](const char *field, double typed, double value) {
            QTest::newRow(field) << QString::fromLatin1(field) << typed << value << which++;
        };
        row("overloadedBase", 3, 3);
        row("overloadedCap", 40, 40);
        row("transientBase", 0.7, 0.7);
        row("transientCap", 16, 16);
        row("rateLimitedBlindBase", 6, 6);
        row("rateLimitedBlindCap", 70, 70);
        row("ambiguousBase", 2, 2);
        row("ambiguousCap", 17, 17);
        row("connectBase", 0.9, 0.9);
        row("connectCap", 33, 33);
        row("offlineBase", 7, 7);
        row("offlineCap", 90, 90);
        row("mostAttempts", 9, 9);
        row("longestHint", 20, 1200);
        row("budgetMost", 6.5, 6.5);
        row("budgetPerMinute", 2.5, 2.5);
        row("budgetPerAnswer", 0.25, 0.25);
        row("overloadsInARow", 3, 3);
        row("failuresInARow", 4, 4);
        row("failureShare", 60, 0.6);
        row("fewestOutcomes", 7, 7);
        row("breakerWindow", 130, 130);
        row("overloadPause", 11, 11);
        row("transportPause", 6, 6);
        row("longestPause", 70, 70);
        row("breakerDecay", 6, 360);
        row("surprise", 0.5, 0.005);
        row("longestRun", 30, 30);
        row("shortestPause", 0.3, 0.3);
        row("falseAlarm", 5, 5);
        row("rampStart", 5, 5);
        row("rampAnswers", 9, 9);
        row("turnPatience", 130, 130);
        row("usefulRest", 4, 4);
        row("headersPatience", 61, 61);
        row("connectPatience", 11, 11);
        row("firstContentPatience", 95, 95);
        row("idlePatience", 91, 91);
        row("shortestSilence", 2.5, 2.5);
        row("silenceFactor", 6, 6);
        row("startOver", 12, 12);
        row("askAfter", 20, 1200);
    }

    void eachNumberChangesTheValueItNames()
    {
        QFETCH(QString, field);
        QFETCH(double, typed);
        QFETCH(double, value);
        QFETCH(int, which);
        m_window->findChild<NumberField *>(field)->setValue(typed);
        const PolicySettings policy = appliedValues().policy;
        const std::vector<double> values {toSeconds(policy.delay.overloaded.base),
            toSeconds(policy.delay.overloaded.cap), toSeconds(policy.delay.transient.base),
            toSeconds(policy.delay.transient.cap), toSeconds(policy.delay.rateLimitedBlind.base),
            toSeconds(policy.delay.rateLimitedBlind.cap), toSeconds(policy.delay.ambiguous.base),
            toSeconds(policy.delay.ambiguous.cap), toSeconds(policy.delay.connect.base),
            toSeconds(policy.delay.connect.cap), toSeconds(policy.delay.offline.base),
            toSeconds(policy.delay.offline.cap), static_cast<double>(policy.mostAttempts),
            toSeconds(policy.longestHint), policy.budget.most, policy.budget.perMinute, policy.budget.perAnswer,
            static_cast<double>(policy.breaker.overloadsInARow), static_cast<double>(policy.breaker.failuresInARow),
            policy.breaker.failureShare, static_cast<double>(policy.breaker.fewestOutcomes),
            toSeconds(policy.breaker.window), toSeconds(policy.breaker.overloadPause),
            toSeconds(policy.breaker.transportPause), toSeconds(policy.breaker.longestPause),
            toSeconds(policy.breaker.decay), policy.breaker.surprise, static_cast<double>(policy.breaker.longestRun),
            toSeconds(policy.breaker.shortestPause), toSeconds(policy.breaker.falseAlarm),
            static_cast<double>(policy.breaker.rampStart), static_cast<double>(policy.breaker.rampAnswers), toSeconds(policy.patience.turn),
            toSeconds(policy.patience.usefulRest), toSeconds(policy.patience.headers), toSeconds(policy.patience.connect),
            toSeconds(policy.patience.firstContent), toSeconds(policy.patience.idle), toSeconds(policy.patience.shortestSilence), policy.patience.silenceFactor,
            toSeconds(policy.patience.startOver), toSeconds(policy.patience.askAfter)};
        QCOMPARE(values[static_cast<std::size_t>(which)], value);
        Preferences before = sample();
        Preferences after = sample();
        after.policy = policy;
        QCOMPARE(changesBetween(before, after), 1); // and no other
    }

    void appearanceAndWeatherAreSet()
    {
        find<NumberField>("textSize").setValue(115);
        find<QAbstractButton>("contrastOn").click();
        find<QAbstractButton>("reducedMotionOff").click();
        QComboBox &script = find<QComboBox>("weatherScript");
        script.setCurrentIndex(1);
        Q_EMIT script.activated(1);
        find<NumberField>("simulatorSpeed").setValue(10);
        const Preferences values = appliedValues();
        QCOMPARE(values.textScale, 1.15);
        QVERIFY(values.contrast == SystemChoice::On);
        QVERIFY(values.reducedMotion == SystemChoice::Off);
        QCOMPARE(values.weatherScript, text("clear"));
        QCOMPARE(values.simulatorSpeed, 10.0);
    }

    void howTheProgramBehavesIsSetOnTheFirstPage()
    {
        m_window->showPage(PreferencesWindow::Page::General);
        QVERIFY(find<QAbstractButton>("sendEnter").isChecked());
        QVERIFY(find<QAbstractButton>("countsTokens").isChecked());
        for (const char *name : {"sendCtrlEnter", "tellsAnswerDone", "showsTrayIcon", "closedKeepsRunning", "countsTokens", "writesTitles"}) {
            auto &control = find<QAbstractButton>(name);
            QVERIFY2(control.isVisible() && control.isEnabled() && !control.accessibleName().isEmpty(), name);
            control.setFocus();
            QTest::keyClick(&control, Qt::Key_Space);
        }
        QCOMPARE(m_window->draft().changes(), 6);
        const Preferences values = appliedValues();
        QVERIFY(values.general.sendKey == SendKey::CtrlEnter);
        QVERIFY(!values.general.tellsAnswerDone);
        QVERIFY(values.general.showsTrayIcon);
        QVERIFY(values.general.whenClosed == WhenClosed::KeepRunning);
        QVERIFY(!values.countsTokens);
        QVERIFY(!values.writesTitles);
        find<QAbstractButton>("restoreDefaults").click();
        QCOMPARE(appliedValues().general, GeneralPreferences());
        QVERIFY(find<QAbstractButton>("countsTokens").isChecked());
    }

    void eachSettingCanBeGoneTo()
    {
        const std::vector<PaletteItem> places = m_window->places();
        const auto textSize = std::find_if(places.begin(), places.end(), [](const PaletteItem &each) { return each.title == text("Text size"); });
        QVERIFY(textSize != places.end());
        QCOMPARE(textSize->detail, text("Appearance"));
        find<QLineEdit>("findSetting").setText(text("prometheus"));
        m_window->showPlace(textSize->id);
        QVERIFY(find<QWidget>("textSize").isVisible());
        QCOMPARE(m_window->focusWidget(), &find<QWidget>("textSize"));
        for (const PaletteItem &each : places)
            m_window->showPlace(each.id); // none of them does harm
        m_window->showPlace(text("garbage/garbage"));
        m_window->showPlace(text("99"));
    }

    void anotherLanguageOffersAStartOnceItIsApplied()
    {
        int restarts = 0;
        DataPort port;
        port.restart = [&restarts] { ++restarts; };
        m_window->setDataPort(port);
        m_window->showPage(PreferencesWindow::Page::General);
        auto &language = find<QComboBox>("language");
        auto &restart = find<QAbstractButton>("restartForLanguage");
        QCOMPARE(language.count(), 4);
        QVERIFY(!restart.isVisible());
        language.setFocus();
        QTest::keyClick(&language, Qt::Key_Down);
        QTest::keyClick(&language, Qt::Key_Down);
        QCOMPARE(language.currentText(), text("Deutsch"));
        QVERIFY(!restart.isVisible()); // what is edited would be lost
        QCOMPARE(appliedValues().general.language, text("de"));
        QVERIFY(restart.isVisible());
        restart.setFocus();
        QTest::keyClick(&restart, Qt::Key_Space);
        QCOMPARE(restarts, 1);
    }

    void itRunsOnOnlyWhereThereIsATray()
    {
        m_window->showPage(PreferencesWindow::Page::General);
        QVERIFY(!find<QAbstractButton>("closedKeepsRunning").isEnabled()); // no icon, no way back
        find<QAbstractButton>("showsTrayIcon").click();
        QVERIFY(find<QAbstractButton>("closedKeepsRunning").isEnabled());
        m_window->setTrayAvailable(false);
        QVERIFY(!find<QAbstractButton>("closedKeepsRunning").isEnabled());
        QVERIFY(!find<QAbstractButton>("showsTrayIcon").isEnabled());
        const auto labels = m_window->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *each) { return each->isVisible() && each->text() == text("This desktop has no tray."); }));
        find<QLineEdit>("findSetting").setText(text("no tray")); // what a row says now is found
        QVERIFY(find<QAbstractButton>("showsTrayIcon").isVisible());
    }

    void aFavouriteModelComesFirst()
    {
        Catalogue catalogue;
        for (const char *id : {"claude-a", "claude-b", "claude-c"}) {
            Model model;
            model.id = text(id);
            model.name = text(id);
            catalogue.facts(ProviderId(text("a"))).models.push_back(model);
        }
        m_window->setCatalogue(catalogue);
        m_window->showPage(PreferencesWindow::Page::Chain);
        auto &field = find<ModelField>("routeModel");
        QAbstractItemView *list = field.completer()->popup();
        const auto first = [&] { return field.completer()->model()->index(0, 0).data().toString(); };
        m_window->show();
        press("addRoute");
        field.completer()->setCompletionPrefix({});
        field.completer()->complete();
        QCOMPARE(list->model()->rowCount(), 3);
        const QRect row = list->visualRect(list->model()->index(2, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(row.right() - 8, row.center().y()));
        QVERIFY(field.text().isEmpty()); // marked, not chosen
        QCOMPARE(edited().favourites, (std::set {std::pair(ProviderId(text("a")), text("claude-c"))}));
        QCOMPARE(first(), text("claude-a")); // nothing moves under the pointer
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(edited().favourites.size(), std::size_t(2));
        QTest::keyClick(list, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(edited().favourites.size(), std::size_t(1));
        list->hide();
        QCOMPARE(m_window->draft().changes(), 1);
        m_window->setApplied(appliedValues());
        QCOMPARE(first(), text("claude-c"));
    }

    void aWeatherScriptMayBeAFile()
    {
        m_window->findChild<SimulatorPage *>()->useFile(text("/somewhere/gale.json"));
        QCOMPARE(find<QComboBox>("weatherScript").currentText(), text("gale.json"));
        QCOMPARE(appliedValues().weatherScript, text("/somewhere/gale.json"));
    }

    void routesAreReorderedByKeyboard()
    {
        m_window->showPage(PreferencesWindow::Page::Chain);
        QTest::keyClick(&card(0), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(order(edited()), QStringList({text("sonnet"), text("opus"), text("qwen")}));
        QTest::keyClick(&card(2), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(order(edited()), QStringList({text("sonnet"), text("qwen"), text("opus")}));
        QTest::keyClick(&card(0), Qt::Key_Up, Qt::AltModifier); // there is no higher place
        QCOMPARE(order(appliedValues()), QStringList({text("sonnet"), text("qwen"), text("opus")}));
    }

    void routesAreReorderedByDragging()
    {
        m_window->showPage(PreferencesWindow::Page::Chain);
        QWidget *handle = card(0).childAt(20, card(0).height() / 2);
        QVERIFY(handle != nullptr);
        const QPoint below = handle->mapFromGlobal(card(2).mapToGlobal(QPoint(20, card(2).height() - 2)));
        QTest::mousePress(handle, Qt::LeftButton, {}, {8, 8});
        QTest::mouseMove(handle, {8, 40});
        QTest::mouseMove(handle, below);
        QTest::mouseRelease(handle, Qt::LeftButton, {}, below);
        QCOMPARE(order(edited()), QStringList({text("sonnet"), text("qwen"), text("opus")}));
    }

    void theConditionsOfAStepAreEdited()
    {
        m_window->showPage(PreferencesWindow::Page::Chain);
        card(0).findChild<QAbstractButton *>(text("fold"))->click();
        card(0).findChild<NumberField *>(text("waitUpTo"))->setValue(1.7);
        card(0).findChild<MoveOnRow *>(text("overloadedTries"))->findChild<NumberField *>()->setValue(3);
        card(0).findChild<MoveOnRow *>(text("serverErrorTries"))->findChild<QCheckBox *>()->click();
        card(0).findChild<MoveOnRow *>(text("ownLimitTries"))->findChild<QCheckBox *>()->click();
        const ChainStep step = appliedValues().routes.chains.front().steps.front();
        QCOMPARE(step.waitUpTo, Duration(std::chrono::milliseconds(1700)));
        QCOMPARE(step.overloadedTries, std::optional(3));
        QCOMPARE(step.serverErrorTries, std::optional<int>());
        QCOMPARE(step.networkTries, std::optional(2));
        QCOMPARE(step.ownLimitTries, std::optional(2));
    }

    void aRouteIsWorthAWaitDownToATenthOfASecond()
    {
        m_window->showPage(PreferencesWindow::Page::Chain);
        auto *wait = card(0).findChild<NumberField *>(text("waitUpTo"));
        QCOMPARE(wait->value(), 0.5);
        QTest::keyClick(wait, Qt::Key_Down);
        QCOMPARE(appliedValues().routes.chains.front().steps.front().waitUpTo, Duration(std::chrono::milliseconds(400)));
        QVERIFY(card(1).findChild<NumberField *>(text("waitUpTo"))->isEnabled());
        QVERIFY2(!card(2).findChild<NumberField *>(text("waitUpTo"))->isEnabled(), "nothing comes after the last route");
    }

    void everyValueHasItsNameItsUnitAndItsSentence()
    {
        for (const NumberField *field : m_window->findChildren<NumberField *>()) {
            QVERIFY(!field->accessibleName().isEmpty());
            QVERIFY2(field->minimum() < field->maximum(), qPrintable(field->accessibleName()));
        }
        m_window->showPage(PreferencesWindow::Page::Retry);
        for (const SettingRow *row : find<NumberField>("mostAttempts").parentWidget()->parentWidget()->findChildren<SettingRow *>()) {
            QStringList words;
            for (const QLabel *label : row->findChildren<QLabel *>())
                words.append(label->text());
            QVERIFY2(words.size() >= 2 && words[1].endsWith(QLatin1Char('.')), qPrintable(words.join(QLatin1Char('|'))));
            for (const NumberField *field : row->findChildren<NumberField *>())
                QVERIFY2(!field->suffix().isEmpty(), qPrintable(field->objectName()));
        }
    }

    void thePreviewsAreThereWheneverTheirPageIs()
    {
        m_window->resize(1200, 760);
        m_window->show();
        for (const auto page : {PreferencesWindow::Page::Retry, PreferencesWindow::Page::Costs, PreferencesWindow::Page::Retry}) {
            m_window->showPage(page);
            QCoreApplication::processEvents();
            QCOMPARE(m_window->findChild<DelayPreview *>()->isVisible(), page == PreferencesWindow::Page::Retry);
        }
        m_window->resize(800, 560);
        QCoreApplication::processEvents();
        QVERIFY(m_window->findChild<DelayPreview *>()->isVisible());
    }

    void theDefaultsFitIntoTheirFields()
    {
        // A field that cannot hold a value would change it by being shown.
        m_window->showPage(PreferencesWindow::Page::Retry);
        press("restoreDefaults");
        for (NumberField *field : find<NumberField>("mostAttempts").parentWidget()->parentWidget()->findChildren<NumberField *>()) {
            const double shown = field->value();
            field->setValue(field->maximum());
            field->setValue(shown);
        }
        QCOMPARE(edited().policy, PolicySettings());
    }

    void aRouteIsAddedAndRemoved()
    {
        m_window->showPage(PreferencesWindow::Page::Chain);
        press("addRoute");
        press("addRouteNow");
        QVERIFY(find<QLabel>("routeProblem").isVisible());
        QCOMPARE(m_window->draft().changes(), 0);
        type(find<QLineEdit>("routeModel"), text(" claude-haiku "));
        press("addRouteNow");
        QCOMPARE(edited().routes.routes.back().model, text("claude-haiku"));
        QCOMPARE(order(edited()).size(), 4);
        card(0).findChild<QAbstractButton *>(text("fold"))->click();
        card(0).findChild<QAbstractButton *>(text("removeRoute"))->click();
        QCOMPARE(order(edited()), QStringList({text("sonnet"), text("qwen"), text("new1")}));
        QVERIFY2(edited().routes.route(RouteId(text("opus"))) == nullptr, "no chain has it any more");
    }

    void chainsAreMadeNamedAndDeleted()
    {
        m_window->showPage(PreferencesWindow::Page::Chain);
        QVERIFY(!find<QAbstractButton>("deleteChain").isEnabled());
        press("newChain");
        find<QLineEdit>("chainName").setText(text("Cheap"));
        QTest::keyClick(&find<QLineEdit>("chainName"), Qt::Key_Return);
        QCOMPARE(edited().routes.chains.size(), std::size_t(2));
        QCOMPARE(edited().routes.chains.back().name, text("Cheap"));
        press("deleteChain");
        QCOMPARE(edited().routes.chains.size(), std::size_t(1));
        QCOMPARE(edited().routes.chains.front().name, text("Everyday"));
    }

    void theLastResortIsChosen()
    {
        find<QComboBox>("lastResort").setCurrentIndex(1);
        QCOMPARE(appliedValues().routes.chains.front().lastResort, LastResort::GiveUp);
    }

    void aBadAddressIsShownAndKeptButNotTaken()
    {
        QLineEdit &url = find<QLineEdit>("baseUrl");
        type(url, text("htp://loc"));
        QCOMPARE(url.text(), text("htp://loc"));
        QVERIFY(find<QLabel>("urlSentence").isVisible());
        QCOMPARE(edited().routes.providers.front().baseUrl, QUrl(text("https://api.anthropic.com")));
        type(url, text("https://gateway.example"));
        QVERIFY(!find<QLabel>("urlSentence").isVisible());
        QCOMPARE(appliedValues().routes.providers.front().baseUrl, QUrl(text("https://gateway.example")));
    }

    void anOpenAddressIsUsedOnceAPersonAgrees()
    {
        const auto provider = [this] { return edited().routes.providers.front(); };
        auto &agree = find<QCheckBox>("sendUnencrypted");
        QVERIFY(!agree.isVisible());
        type(find<QLineEdit>("baseUrl"), text("http://gateway.example:8080/v1"));
        QVERIFY(find<QLabel>("urlSentence").text().contains(text("Nothing is sent there")));
        QCOMPARE(provider().baseUrl, QUrl(text("http://gateway.example:8080/v1")));
        QVERIFY(awaitsConsent(provider()));
        QVERIFY(agree.isVisible());
        QCOMPARE(agree.text(), text("Send unencrypted to gateway.example"));
        agree.setChecked(true);
        QVERIFY(!awaitsConsent(provider()));
        QVERIFY(!find<QLabel>("urlSentence").text().contains(text("Nothing is sent there")));
        type(find<QLineEdit>("baseUrl"), text("http://other.example"));
        QVERIFY2(!agree.isChecked() && awaitsConsent(provider()), "another host asks again");
        type(find<QLineEdit>("baseUrl"), text("http://gateway.example"));
        QVERIFY2(agree.isChecked(), "what was agreed to is remembered until something else is");
        agree.setChecked(false);
        QVERIFY(awaitsConsent(provider()));
        QVERIFY2(!find<QLineEdit>("certificates").isVisible(), "without encryption there is nothing to vouch for");
        type(find<QLineEdit>("baseUrl"), text("https://gateway.example"));
        QVERIFY(!agree.isVisible());
        QVERIFY(find<QLineEdit>("certificates").isVisible());
    }

    void aRouteThatIsPassedByUntilAPersonAgreesSaysSo()
    {
        Preferences values = sample();
        values.routes.providers.front().baseUrl = QUrl(text("http://gateway.example"));
        m_window->setApplied(values);
        const auto says = [this](int index) {
            const auto labels = card(index).findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *each) { return each->text().contains(text("passed by: not encrypted")); });
        };
        QVERIFY(says(0));
        QVERIFY(!says(2));
    }

    void anOpenAddressIsLaidOutAtEveryWidth()
    {
        type(find<QLineEdit>("baseUrl"), text("http://a-host-with-a-rather-long-name.internal.office.example"));
        for (int width = 720; width < 1300; width += 7) {
            m_window->resize(width, 560);
            QCoreApplication::processEvents(); // ends: nothing goes back and forth
            const auto &agree = find<QCheckBox>("sendUnencrypted");
            QTRY_VERIFY2(agree.height() >= agree.heightForWidth(agree.width()), qPrintable(QString::number(width)));
        }
        QVERIFY(find<QCheckBox>("sendUnencrypted").width() < 700);
    }

    void theTimesToWaitForAProviderFollowThePolicyUntilTheyAreSet()
    {
        const auto own = [this] { return edited().routes.providers.front().patience; };
        auto &connect = find<NumberField>("connectWithin");
        auto &firstToken = find<NumberField>("firstTokenWithin");
        QCOMPARE(connect.value(), 10.0);
        QCOMPARE(firstToken.value(), 60.0); // the headers' limit: it is reached first
        find<NumberField>("firstContentPatience").setValue(70);
        QCOMPARE(firstToken.value(), 60.0);
        find<NumberField>("firstContentPatience").setValue(50);
        QCOMPARE(firstToken.value(), 50.0);
        QCOMPARE(own(), OwnPatience {});
        connect.setValue(25);
        firstToken.setValue(300);
        QCOMPARE(own(), (OwnPatience {std::chrono::seconds(25), std::chrono::seconds(300)}));
        find<NumberField>("firstContentPatience").setValue(40);
        QCOMPARE(firstToken.value(), 300.0);
        connect.setValue(10);
        firstToken.setValue(40);
        QCOMPARE(own(), OwnPatience {});
    }

    void certificatesAreChosenAndAFileThatIsNoneSaysSo()
    {
        const auto path = [this] { return edited().routes.providers.front().certificates; };
        auto &row = *m_window->findChild<CertificateRow *>();
        QVERIFY(!find<QLabel>("certificatesSentence").isVisible());
        const QString authority = text(BREAKWATER_SOURCE_DIR "/tests/data/tls/authority.pem");
        row.use(authority);
        QCOMPARE(path(), authority);
        QCOMPARE(find<QLineEdit>("certificates").text(), text("authority.pem"));
        QVERIFY(find<QLabel>("certificatesSentence").text().contains(text("Test Authority")));
        row.use(text(BREAKWATER_SOURCE_DIR "/README.md"));
        QVERIFY(find<QLabel>("certificatesSentence").text().contains(text("README.md holds no certificate")));
        QVERIFY2(!path().isEmpty(), "it stays chosen: nothing else is trusted in its place");
        press("removeCertificates");
        QCOMPARE(path(), QString());
        QVERIFY(!find<QLabel>("certificatesSentence").isVisible());
    }

    void whatOnlyARealProviderHasIsHiddenForTheSimulator()
    {
        Preferences values = sample();
        Provider simulated;
        simulated.id = ProviderId(text("s"));
        simulated.simulated = true;
        values.routes.providers.push_back(simulated);
        m_window->setApplied(values);
        m_window->showProvider(simulated.id);
        for (const char *name : {"connectWithin", "firstTokenWithin", "certificates", "sendUnencrypted", "baseUrl"})
            QVERIFY2(!find<QWidget>(name).isVisible(), name);
    }

    void aBadKeyIsShownAndNotKept_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("word");
        QTest::newRow("nothing") << text("  ") << text("Paste a key");
        QTest::newRow("a space") << text("sk ant") << text("spaces");
        QTest::newRow("a line break") << text("sk-ant-1\nx-evil: 1") << text("line break");
        QTest::newRow("letters of no key") << QStringLiteral("sk-ant-schlüssel") << text("special letters");
        QTest::newRow("100 kB") << QString(100'000, QLatin1Char('k')) << text("too long");
    }

    void aBadKeyIsShownAndNotKept()
    {
        QFETCH(const QString, pasted);
        QFETCH(const QString, word);
        QLineEdit &key = find<QLineEdit>("key");
        key.insert(pasted); // as pasting does
        QCOMPARE(key.text().size(), pasted.size());
        press("keepKey");
        QVERIFY(m_keys->kept.empty());
        QCOMPARE(key.text().size(), pasted.size()); // nothing of it is lost
        const QString sentence = find<QLabel>("keySentence").text();
        QVERIFY2(sentence.contains(word), qPrintable(sentence));
    }

    void aKeyGoesIntoTheKeychainWhereThereIsOne()
    {
        const ProviderId anthropic(text("a"));
        QCOMPARE(find<QComboBox>("keyPlace").currentText(), text("In the system keychain"));
        type(find<QLineEdit>("key"), text(" sk-ant-1 "));
        press("keepKey");
        QCOMPARE(m_keys->kept[anthropic].size(), std::size_t(1));
        QCOMPARE(m_keys->kept[anthropic].front().key, QByteArrayLiteral("sk-ant-1"));
        QVERIFY(m_keys->kept[anthropic].front().place == KeyPlace::Keychain);
        QCOMPARE(shown<QLineEdit>("keptKey").text(), text("sk-..."));
        QVERIFY(shown<QLineEdit>("keptKey").isReadOnly());
        QVERIFY(find<QLineEdit>("key").text().isEmpty());
        QCOMPARE(shown<QLabel>("keptSentence").text(), text("Kept in the system keychain, never in a file"));
        QVERIFY(m_applied->isEmpty());
        shown<QAbstractButton>("removeKey").click();
        QVERIFY(m_keys->kept[anthropic].empty());
        QVERIFY(find<QLineEdit>("key").isVisibleTo(m_window.get()));
    }

    void withoutAKeychainTheWindowSaysSoAndOffersOtherPlaces()
    {
        m_keys->offered = {KeyPlace::SessionOnly, KeyPlace::PrivateFile};
        Q_EMIT m_keys->changed();
        QVERIFY(find<QLabel>("keySentence").text().startsWith(text("No keychain is running here.")));
        QComboBox &place = find<QComboBox>("keyPlace");
        QCOMPARE(place.count(), 2);
        QCOMPARE(place.currentText(), text("For this session only"));
        place.setCurrentIndex(1);
        type(find<QLineEdit>("key"), text("sk-ant-2"));
        press("keepKey");
        QVERIFY(m_keys->kept[ProviderId(text("a"))].front().place == KeyPlace::PrivateFile);
    }

    void aSlowKeychainIsWaitedForAndWhatWasTypedStaysWhenItFails()
    {
        m_keys->slow = true;
        QLineEdit &key = find<QLineEdit>("key");
        type(key, text("sk-ant-1"));
        press("keepKey");
        QVERIFY(m_keys->kept.empty());
        QVERIFY(find<QLabel>("keySentence").text().startsWith(text("Keeping")));
        QVERIFY(!find<QAbstractButton>("keepKey").isEnabled());
        press("cancelKey"); // nobody has to wait for a keychain that never answers
        QVERIFY(find<QAbstractButton>("keepKey").isEnabled());
        QCOMPARE(key.text(), text("sk-ant-1"));
        press("keepKey");
        m_keys->trouble = KeyTrouble::Keychain;
        m_keys->answer();
        QCOMPARE(key.text(), text("sk-ant-1"));
        QVERIFY(find<QLabel>("keySentence").text().contains(text("locked")));
        m_keys->trouble = KeyTrouble::None;
        press("keepKey");
        m_keys->answer();
        QCOMPARE(m_keys->kept[ProviderId(text("a"))].front().key, QByteArrayLiteral("sk-ant-1"));
    }

    void aSecondKeyHasANameOfItsOwn()
    {
        const ProviderId anthropic(text("a"));
        m_keys->kept[anthropic] = {{text("Key 1"), "sk-ant-1", KeyPlace::Keychain, KeyState::There, {}}};
        Q_EMIT m_keys->changed();
        press("addKey");
        QCOMPARE(find<QLineEdit>("keyName").text(), text("Key 2"));
        type(find<QLineEdit>("keyName"), text("Key 1"));
        type(find<QLineEdit>("key"), text("sk-ant-2"));
        press("keepKey");
        QVERIFY(find<QLabel>("keySentence").text().contains(text("has this name")));
        type(find<QLineEdit>("keyName"), text("Team"));
        press("keepKey");
        QCOMPARE(m_keys->kept[anthropic].size(), std::size_t(2));
        QCOMPARE(m_keys->kept[anthropic].back().name, text("Team"));
        QCOMPARE(m_keys->kept[anthropic].front().key, QByteArrayLiteral("sk-ant-1"));
    }

    void aKeyFromTheEnvironmentNamesItsVariable()
    {
        m_keys->kept[ProviderId(text("a"))] = {{text("ANTHROPIC_API_KEY"), "sk-ant-1", KeyPlace::Environment, KeyState::There, {}}};
        Q_EMIT m_keys->changed();
        QCOMPARE(shown<QLabel>("keptSentence").text(), text("From ANTHROPIC_API_KEY. It is used and never written down."));
        QVERIFY(!shown<QLineEdit>("keptKey").parentWidget()->findChild<QAbstractButton *>(text("removeKey"))->isVisibleTo(m_window.get()));
    }

    void aLockedKeychainIsUnlockedFromHere()
    {
        m_keys->kept[ProviderId(text("a"))] = {{text("Key 1"), {}, KeyPlace::Keychain, KeyState::Locked, {}}};
        Q_EMIT m_keys->changed();
        QCOMPARE(shown<QLabel>("keptSentence").text(), text("The keychain is locked. Unlock it to send. Reading works meanwhile."));
        shown<QAbstractButton>("unlockKey").click();
        QCOMPARE(m_keys->unlocks, 1);
    }

    void anotherHostIsSaidToGetTheKey()
    {
        m_keys->kept[ProviderId(text("a"))] = {{text("Key 1"), "sk-ant-1", KeyPlace::Keychain, KeyState::There, QUrl(text("https://api.anthropic.com"))}};
        Q_EMIT m_keys->changed();
        QVERIFY(!find<QLabel>("keyMoves").isVisible());
        type(find<QLineEdit>("baseUrl"), text("https://proxy.example.com"));
        QVERIFY(find<QLabel>("keyMoves").isVisible());
        const QString sentence = find<QLabel>("keyMoves").text();
        QVERIFY2(sentence.contains(text("kept for api.anthropic.com")) && sentence.contains(text("to proxy.example.com")), qPrintable(sentence));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(QApplication::topLevelWidgets().count(m_window.get()), 1);
        for (const QWidget *each : QApplication::topLevelWidgets())
            QVERIFY2(each == m_window.get() || !each->isVisible(), each->metaObject()->className()); // no row became a window
    }

    void aWellKnownServerNeedsNoAddress()
    {
        addProvider("Ollama");
        const Provider ollama = edited().routes.providers.back();
        QCOMPARE(ollama.name, text("Ollama"));
        QCOMPARE(ollama.dialect, Dialect::OpenAi);
        QCOMPARE(ollama.baseUrl, QUrl(text("http://localhost:11434/v1")));
        addProvider("Anthropic");
        QCOMPARE(edited().routes.providers.back().dialect, Dialect::Anthropic);
        for (const Profile &profile : profiles()) {
            const BaseUrlProblem problem = checkBaseUrl(QUrl(text(profile.baseUrl)));
            QVERIFY2(problem == BaseUrlProblem::None || (profile.local && problem == BaseUrlProblem::Insecure), profile.name);
        }
    }

    void providersAreAddedEditedAndRemoved()
    {
        addProvider("Another server");
        QCOMPARE(edited().routes.providers.size(), std::size_t(3));
        type(find<QLineEdit>("providerName"), text("Office"));
        find<QComboBox>("dialect").setCurrentIndex(0);
        press("useProvider");
        const Provider office = edited().routes.providers.back();
        QCOMPARE(office.name, text("Office"));
        QCOMPARE(office.dialect, Dialect::Anthropic);
        QVERIFY(!office.enabled);
        m_window->showProvider(ProviderId(text("a")));
        press("removeProvider");
        QCOMPARE(order(edited()), QStringList({text("qwen")}));
        press("revert");
        QVERIFY(edited() == sample());
    }

    void aTestIsAskedForAndItsResultShown()
    {
        QSignalSpy asked(m_window.get(), &PreferencesWindow::testRequested);
        press("test");
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<Provider>().id, ProviderId(text("a")));
        QVERIFY2(!find<QAbstractButton>("test").isEnabled(), "one test at a time");
        TestResult result;
        result.steps = {{TestStage::Reached, true, std::chrono::milliseconds(38), text("host")}, {TestStage::KeyAccepted, false, std::nullopt, {}}};
        m_window->showTestResult(ProviderId(text("a")), result);
        QVERIFY(find<QAbstractButton>("test").isEnabled());
        QVERIFY(find<QLabel>("testState").text().startsWith(text("failed at")));
        QVERIFY(!m_window->findChild<QAbstractButton *>(text("showCertificate")));
    }

    void theCertificateThatATestStumbledOverIsShown()
    {
        TestResult result;
        result.steps = {{TestStage::Reached, true, std::chrono::milliseconds(38), text("host")}, {TestStage::Secure, false, std::nullopt, text("Expired.")}};
        result.certificate = CertificateFacts {text("api.example.com"), text("Example CA"), {text("api.example.com")}, {}, {}, text("AB:CD:EF")};
        m_window->showTestResult(ProviderId(text("a")), result);
        QVERIFY(!find<QWidget>("certificateDetails").isVisible());
        press("showCertificate");
        QTRY_VERIFY(find<QWidget>("certificateDetails").isVisible());
        press("copyCertificate");
        QVERIFY(QGuiApplication::clipboard()->text().contains(text("SHA-256: AB:CD:EF")));
        press("showCertificate");
        QVERIFY(!find<QWidget>("certificateDetails").isVisible());
    }

    void findingFiltersRowsAndPages()
    {
        find<QLineEdit>("findSetting").setText(text("probability of nothing"));
        find<QLineEdit>("findSetting").setText(text("Longest pause"));
        int shown = 0;
        for (SettingRow *row : m_window->findChildren<SettingRow *>())
            shown += row->isVisible() ? 1 : 0;
        QCOMPARE(shown, 1);
        find<QLineEdit>("findSetting").clear();
        for (SettingRow *row :
            find<NumberField>("mostAttempts").parentWidget()->parentWidget()->findChildren<SettingRow *>())
            QVERIFY(!row->isHidden());
    }

    void theBreakersLifeComesFromTheBreaker()
    {
        BreakerSettings settings;
        settings.overloadsInARow = 4;
        settings.failuresInARow = 9;
        settings.overloadPause = std::chrono::seconds(20);
        settings.longestPause = std::chrono::seconds(30);
        const BreakerLife life = breakerLife(settings);
        QCOMPARE(life.failures, 4);
        QCOMPARE(life.pauses, std::vector<Duration>({std::chrono::seconds(20), std::chrono::seconds(30)}));
    }

    void theSumOfTheWaitsIsTheOneThatProbabilityTells_data()
    {
        QTest::addColumn<double>("base");
        QTest::addColumn<double>("cap");
        QTest::addColumn<Randomness>("randomness");
        QTest::addColumn<int>("waits");
        QTest::newRow("overloaded") << 2.0 << 30.0 << Randomness::Full << 5;
        QTest::newRow("half") << 2.0 << 30.0 << Randomness::Half << 5;
        QTest::newRow("one wait") << 2.0 << 30.0 << Randomness::Full << 1;
        QTest::newRow("capped at once") << 4.0 << 4.0 << Randomness::Full << 5;
        QTest::newRow("an hour") << 3600.0 << 3600.0 << Randomness::Half << 4;
        QTest::newRow("a tenth") << 0.1 << 0.1 << Randomness::Full << 5;
    }

    void theSumOfTheWaitsIsTheOneThatProbabilityTells()
    {
        QFETCH(double, base);
        QFETCH(double, cap);
        QFETCH(Randomness, randomness);
        QFETCH(int, waits);
        // The distribution of a sum of independent uniform draws, in closed form: no draws, no steps, and not the policy.
        std::vector<double> ranges;
        double least = 0;
        double all = 0;
        for (int wait = 0; wait < waits; ++wait) {
            const double most = std::min(cap, base * std::pow(2.0, wait));
            ranges.push_back(randomness == Randomness::Half ? most / 2 : most);
            least += most - ranges.back();
            all += most;
        }
        const auto within = [&](double seconds) {
            double sum = 0;
            double product = 1;
            for (std::size_t subset = 0; subset < std::size_t(1) << ranges.size(); ++subset) {
                double left = seconds - least;
                double sign = 1;
                for (std::size_t wait = 0; wait < ranges.size(); ++wait) {
                    if (subset & (std::size_t(1) << wait)) {
                        left -= ranges[wait];
                        sign = -sign;
                    }
                }
                sum += left > 0 ? sign * std::pow(left, waits) : 0.0;
            }
            for (std::size_t wait = 0; wait < ranges.size(); ++wait)
                product *= ranges[wait] * static_cast<double>(wait + 1);
            return sum / product;
        };
        const WaitSum sum = waitsTogether({fromSeconds(base), fromSeconds(cap)}, randomness, waits);
        QVERIFY(sum.drawn);
        QVERIFY(std::abs(toSeconds(sum.longest) - all) < 1e-3);
        QVERIFY2(std::abs(within(toSeconds(sum.half)) - 0.5) < 0.003, qPrintable(QString::number(within(toSeconds(sum.half)))));
        QVERIFY2(std::abs(within(toSeconds(sum.nineInTen)) - 0.9) < 0.003, qPrintable(QString::number(within(toSeconds(sum.nineInTen)))));
        double before = 0;
        double total = 0;
        for (std::size_t bar = 0; bar < sum.shares.size(); ++bar) {
            const double until = within(all * static_cast<double>(bar + 1) / static_cast<double>(sum.shares.size()));
            QVERIFY2(std::abs(sum.shares[bar] - (until - before)) < 0.004, qPrintable(QStringLiteral("bar %1: %2, not %3").arg(bar).arg(sum.shares[bar]).arg(until - before)));
            before = until;
            total += sum.shares[bar];
        }
        QVERIFY(std::abs(total - 1) < 1e-6);
    }

    void theFiguresOfThePictureCome()
    {
        const WaitSum sum = waitsTogether({std::chrono::seconds(2), std::chrono::seconds(30)}, Randomness::Full, 5);
        QCOMPARE(waitText(sum.half), text("30 s"));
        QCOMPARE(waitText(sum.nineInTen), text("44 s"));
    }

    void withoutChanceAllTurnsWaitTheSame()
    {
        const WaitSum sum = waitsTogether({std::chrono::seconds(2), std::chrono::seconds(30)}, Randomness::None, 5);
        QVERIFY(!sum.drawn);
        QCOMPARE(sum.half, Duration(std::chrono::seconds(60)));
        QCOMPARE(sum.nineInTen, sum.half);
        QVERIFY(waitsTogether({}, Randomness::Full, 5).shares.empty());
        QVERIFY(waitsTogether({std::chrono::seconds(2), std::chrono::seconds(30)}, Randomness::Full, 0).shares.empty());
    }

    void waitsOfAnyLengthHaveWords()
    {
        QCOMPARE(waitText({}), text("0 s"));
        QCOMPARE(waitText(std::chrono::milliseconds(1500)), text("1.5 s"));
        QCOMPARE(waitText(std::chrono::milliseconds(43900)), text("44 s"));
        QCOMPARE(waitText(std::chrono::seconds(150)), text("2 min 30 s"));
        QCOMPARE(waitText(std::chrono::hours(5)), text("5 h"));
    }

    void thePreviewsFollowEachEdit()
    {
        auto *together = m_window->findChild<WaitSumPreview *>();
        auto *each = m_window->findChild<DelayPreview *>();
        QVERIFY(together && each);
        find<NumberField>("overloadedBase").setValue(2);
        find<NumberField>("overloadedCap").setValue(30);
        find<NumberField>("mostAttempts").setValue(8);
        QCOMPARE(together->accessibleDescription(), text("half within 30 s, nine in ten within 44 s, never over 60 s"));
        QVERIFY2(each->accessibleDescription().endsWith(text("before try 6: half under 15 s, never over 30 s")), qPrintable(each->accessibleDescription()));
        find<NumberField>("overloadedCap").setValue(2);
        QCOMPARE(together->accessibleDescription().section(QLatin1Char(','), 2), text(" never over 10 s"));
        find<NumberField>("mostAttempts").setValue(3);
        QCOMPARE(together->accessibleDescription().section(QLatin1Char(','), 2), text(" never over 4 s"));
        auto &randomness = find<QComboBox>("randomness");
        randomness.setCurrentIndex(randomness.findData(static_cast<int>(Randomness::None)));
        QCOMPARE(together->accessibleDescription(), text("always 4 s"));
        find<NumberField>("mostAttempts").setValue(1);
        QCOMPARE(together->accessibleDescription(), text("no wait"));
    }

    void thePreviewsStandBelowWhereThereIsNoRoomBeside()
    {
        PreferencesDraft draft(sample());
        RetryPage page(draft);
        auto *together = page.findChild<WaitSumPreview *>();
        page.resize(1100, 700);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QTRY_VERIFY(together->isVisible() && together->mapTo(&page, QPoint()).x() > 500);
        page.resize(700, 700);
        QTRY_VERIFY(together->isVisible() && together->mapTo(&page, QPoint()).x() < 200);
        page.resize(1100, 700);
        QTRY_VERIFY(together->isVisible() && together->mapTo(&page, QPoint()).x() > 500);
    }

    void whatIfStandsBelowTheChainWhereThereIsNoRoomBeside()
    {
        m_window->resize(1300, 700);
        m_window->showPage(PreferencesWindow::Page::Chain);
        auto &whatIf = find<QWidget>("whatIf");
        QTRY_VERIFY(whatIf.isVisible() && whatIf.mapTo(m_window.get(), QPoint()).x() > 700);
        m_window->resize(950, 700);
        QTRY_VERIFY(whatIf.isVisible() && whatIf.mapTo(m_window.get(), QPoint()).x() < 400);
        m_window->resize(1300, 700);
        QTRY_VERIFY(whatIf.mapTo(m_window.get(), QPoint()).x() > 700);
    }

    void aNarrowWindowHasTheIconsOfItsPagesAlone()
    {
        auto &search = find<QLineEdit>("findSetting");
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QVERIFY(search.isVisible());
        m_window->resize(720, 520);
        QTRY_VERIFY(!search.isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(search.isVisible());
        QTRY_VERIFY(search.hasFocus());
        m_window->showPage(PreferencesWindow::Page::Retry);
        find<NumberField>("mostAttempts").setFocus();
        QTRY_VERIFY(!search.isVisible());
    }

    void aLongSentenceOfASettingIsSeenWhole()
    {
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        auto *row = new SettingRow(text("Backup"), text("A copy of everything but the keys, as of one moment. ").repeated(3).trimmed());
        auto *control = new QWidget;
        control->setFixedSize(200, 30);
        row->addControl(control);
        column->addWidget(row);
        column->addStretch();
        for (const int width : {800, 460, 330}) {
            page.resize(width, 400);
            page.show();
            QCoreApplication::processEvents();
            for (const QLabel *label : row->findChildren<QLabel *>())
                QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
            QVERIFY2(row->height() < 160, "and no higher than that");
            QVERIFY(control->x() + control->width() <= row->width());
        }
        QVERIFY(control->y() > row->findChildren<QLabel *>().back()->y()); // below the words, at last
    }

    void nothingIsCutOffInTheSmallestWindow_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("at the usual size of text") << 1.0;
        QTest::newRow("at the largest") << 1.5;
    }

    void nothingIsCutOffInTheSmallestWindow()
    {
        QFETCH(const double, scale);
        Theme::instance().setTextScale(scale);
        m_window->resize(720, 520);
        for (int page = 0; page <= static_cast<int>(PreferencesWindow::Page::Simulator); ++page) {
            m_window->showPage(static_cast<PreferencesWindow::Page>(page));
            QCoreApplication::processEvents();
            for (const PreferencesPage *each : m_window->findChildren<PreferencesPage *>()) {
                if (!each->isVisible())
                    continue;
                for (const QScrollArea *scroll : each->findChildren<QScrollArea *>()) {
                    const QString said = QStringLiteral("%1: %2 of %3").arg(each->title()).arg(scroll->widget()->width()).arg(scroll->viewport()->width());
                    if (scroll->isVisible())
                        QVERIFY2(scroll->widget()->width() <= scroll->viewport()->width(), qPrintable(said));
                }
            }
        }
        Theme::instance().setTextScale(1.0);
    }

    void absurdWaitsArePainted()
    {
        for (const Randomness randomness : {Randomness::Full, Randomness::Half, Randomness::None}) {
            for (const Duration wait : {Duration::zero(), Duration(1), Duration(std::chrono::hours(1)), Duration(std::chrono::hours(24 * 365))}) {
                WaitSumPreview together;
                DelayPreview each;
                together.show({wait, wait}, randomness, 5);
                each.show({wait, wait}, randomness, 5);
                for (QWidget *widget : std::initializer_list<QWidget *> {&together, &each}) {
                    widget->resize(widget->sizeHint());
                    QVERIFY(!widget->grab().isNull());
                }
            }
        }
    }

    void otherPreferencesFromOutsideDropTheEdits()
    {
        find<NumberField>("mostAttempts").setValue(5);
        Preferences other = sample();
        other.policy.mostAttempts = 12;
        m_window->setApplied(other);
        QCOMPARE(m_window->draft().changes(), 0);
        QCOMPARE(find<NumberField>("mostAttempts").value(), 12.0);
    }
};

QTEST_MAIN(tst_Preferences)
#include "tst_preferences.moc"
