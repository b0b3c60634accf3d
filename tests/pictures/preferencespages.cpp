// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spend/ledger.h"
#include "tests/pictures/harbour.h"
#include "tests/pictures/picture.h"
#include "tests/support/faketime.h"
#include "ui/preferences/keyport.h"
#include "ui/preferences/preferenceswindow.h"
#include "ui/preferences/whatifrunner.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QSpinBox>
#include <QThreadPool>

namespace breakwater {

namespace {

using namespace std::chrono_literals;
using Page = PreferencesWindow::Page;

/// One key for each real provider, that the office's was refused.
class ShownKeys final : public KeyPort
{
public:
    std::vector<ShownKey> keys(const Provider &provider) const override
    {
        if (provider.simulated || provider.dialect == Dialect::OpenAi)
            return {};
        const bool office = provider.name.startsWith(QLatin1String("Office"));
        return {{{}, QStringLiteral("sk-ant-••••••••••••••••7Q2A"), KeyPlace::Keychain, office ? KeyState::Refused : KeyState::There, {}}};
    }
    std::vector<KeyPlace> places() override { return {KeyPlace::Keychain, KeyPlace::PrivateFile, KeyPlace::SessionOnly}; }
    void setKey(const Provider &, const QString &, const QByteArray &, KeyPlace, Done) override { }
    void removeKey(const Provider &, const QString &, Done) override { }
    void unlock() override { }
};

Preferences preferences()
{
    Preferences values;
    values.routes = harbour::routes();
    Provider office;
    office.id = ProviderId(QStringLiteral("office"));
    office.name = QStringLiteral("Office gateway");
    office.baseUrl = QUrl(QStringLiteral("https://gateway.example.org"));
    Provider simulated;
    simulated.id = ProviderId(QStringLiteral("simulated"));
    simulated.name = QStringLiteral("Simulated");
    simulated.simulated = true;
    simulated.enabled = false;
    values.routes.providers.push_back(office);
    values.routes.providers.push_back(simulated);
    return values;
}

TestResult passedTest()
{
    TestResult result;
    result.steps = {{TestStage::Reached, true, 38ms, QStringLiteral("api.anthropic.com")}, {TestStage::Secure, true, 71ms, {}}, {TestStage::KeyAccepted, true, 203ms, {}},
        {TestStage::ModelsFound, true, 96ms, QStringLiteral("3")}, {TestStage::Answered, true, 600ms, {}}};
    result.limits = {{RoomLeft::Dimension::Requests, 50, 50, {}}, {RoomLeft::Dimension::InputTokens, 30'000, 30'000, {}}, {RoomLeft::Dimension::OutputTokens, 8'000, 8'000, {}}};
    result.requestId = QStringLiteral("req_011CVRr2nWm8yHsXkU28Wd5s");
    result.at = std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + 14h + 32min;
    return result;
}

struct Settings
{
    FakeTime time {std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + 14h + 34min};
    ShownKeys keys;
    Ledger ledger {time};
    PreferencesWindow window {preferences(), {{QStringLiteral("clear"), QStringLiteral("Clear")}}, keys, [] { return QStringLiteral("fresh"); }};
};

Scene pageOf(Page page, const QSize &size, const std::function<void(PreferencesWindow &)> &then = {})
{
    auto settings = std::make_shared<Settings>();
    settings->window.setLedger(settings->ledger);
    settings->window.setRecordedWeather([wall = settings->time.wall()](Duration) {
        auto samples = harbour::weatherOf(
            {{SampleClass::Answered, 110, 60min, 0min, harbour::opus}, {SampleClass::Overloaded, 40, 24min, 4min, harbour::opus}, {SampleClass::Answered, 30, 24min, 0min, harbour::sonnet},
                {SampleClass::Answered, 12, 24min, 0min, harbour::haiku}, {SampleClass::ServerError, 3, 40min, 8min, harbour::sonnet}},
            wall);
        return samples;
    });
    settings->window.resize(size);
    settings->window.show();
    settings->window.showPage(page);
    settle();
    WhatIfRunner::pool().waitForDone();
    settle();
    if (then)
        then(settings->window);
    return {settings, &settings->window};
}

PicturePart part(Scheme scheme, Page page, const std::function<void(PreferencesWindow &)> &then = {})
{
    return {scheme, smallerWindow, [page, then](const QSize &size) { return pageOf(page, size, then); }};
}

} // namespace

std::vector<Picture> preferencesPictures()
{
    const auto openTheFirst = [](PreferencesWindow &window) {
        window.findChild<QAbstractButton *>(QStringLiteral("fold"))->click();
        settle();
        for (QDoubleSpinBox *field : window.findChildren<QDoubleSpinBox *>(QStringLiteral("waitUpTo"))) {
            if (field->isEnabled())
                field->setValue(field->value() + 15);
        }
        settle();
        WhatIfRunner::pool().waitForDone();
    };
    const auto test = [](PreferencesWindow &window) { window.showTestResult(harbour::anthropic, passedTest()); };
    return {
        {QStringLiteral("04-preferences-fallback-chain"), {part(Scheme::Light, Page::Chain, openTheFirst)}},
        {QStringLiteral("05-preferences-retry-breaker"), {part(Scheme::Dark, Page::Retry)}},
        {QStringLiteral("06-preferences-providers"), {part(Scheme::Light, Page::Providers, test)}},
        // Pages that the design has no picture of.
        {QStringLiteral("preferences-general"), {part(Scheme::Light, Page::General)}},
        {QStringLiteral("preferences-appearance"), {part(Scheme::Dark, Page::Appearance)}},
        {QStringLiteral("preferences-costs"), {part(Scheme::Light, Page::Costs)}},
        {QStringLiteral("preferences-outbox"), {part(Scheme::Light, Page::Outbox)}},
        {QStringLiteral("preferences-weather"), {part(Scheme::Dark, Page::Weather)}},
        {QStringLiteral("preferences-keyboard"), {part(Scheme::Light, Page::Keyboard)}},
        {QStringLiteral("preferences-data"), {part(Scheme::Light, Page::Data)}},
        {QStringLiteral("preferences-simulator"), {part(Scheme::Light, Page::Simulator)}},
    };
}

} // namespace breakwater
