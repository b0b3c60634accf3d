// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/offpeak.h"
#include "core/policy/policysettings.h"
#include "core/route/chain.h"
#include "core/spend/price.h"
#include "ui/composer/sendkey.h"
#include "ui/keyboard/shortcuts.h"
#include "ui/prompts/prompt.h"
#include "ui/style/theme.h"

#include <QString>
#include <QStringList>

#include <set>
#include <vector>

namespace breakwater {

/// What the weather does besides being shown.
struct WeatherPreferences
{
    bool readsStatusPages = true; ///< of the providers, while the panel is open or something fails
    bool servesMetrics = false; ///< to a Prometheus on this computer
    int metricsPort = 9529;
    bool tellsStormBegan = false;
    bool tellsStormOver = false;
    bool tellsOutboxSent = false;
    friend bool operator==(const WeatherPreferences &, const WeatherPreferences &) = default;
};

/// What the program does when its last window is closed.
enum class WhenClosed { Quit, KeepRunning };

/// How the program behaves as a whole.
struct GeneralPreferences
{
    QString language; ///< of the interface, as in "de" or "zh_CN"; empty: the system's
    SendKey sendKey = SendKey::Enter;
    bool showsTrayIcon = false;
    WhenClosed whenClosed = WhenClosed::Quit; ///< it runs on only where its icon is shown
    bool tellsAnswerDone = true; ///< by a notification, while no window of ours has the focus
    bool checksSpelling = true; ///< of what is written
    QStringList spellLanguages = {}; ///< as in "en_US"; empty: those of the system
    friend bool operator==(const GeneralPreferences &, const GeneralPreferences &) = default;
};

/// All that a person can set, but for keys: those go through the KeyPort and are never in a value.
struct Preferences
{
    RouteTable routes;
    PolicySettings policy;
    OffPeakHours offPeak;
    Prices prices = usualPrices();
    std::optional<double> dailyLimit = {}; ///< dollars that a day may cost before anything asks
    SchemeChoice scheme = SchemeChoice::FollowSystem;
    double textScale = 1.0; ///< 0.85 to 1.5
    SystemChoice contrast = SystemChoice::FollowSystem; ///< on: high
    SystemChoice reducedMotion = SystemChoice::FollowSystem;
    QString weatherScript; ///< id of a built-in script, or the path of a file; empty: the first built-in one
    bool writesTitles = true; ///< a model writes the title of a conversation
    std::optional<int> keepDays = {}; ///< conversations that nobody touched for so long are deleted; none: all stay
    bool countsTokens = true; ///< what is written is counted by the provider before it is sent
    std::set<std::pair<ProviderId, QString>> favourites; ///< models that come first where one is chosen
    double simulatorSpeed = 1.0; ///< simulated seconds in a second
    WeatherPreferences weather;
    GeneralPreferences general;
    Shortcuts shortcuts;
    std::vector<Prompt> prompts;
    friend bool operator==(const Preferences &, const Preferences &) = default;
};

/// How many settings differ, as a person counts them: each number, each provider, each chain. Pure.
[[nodiscard]] int changesBetween(const Preferences &before, const Preferences &after);

} // namespace breakwater
