// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/archive.h"
#include "tests/support/faketime.h"
#include "ui/weather/weatherpanel.h"
#include "ui/weather/weatherwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <random>

// What a week of weather costs: writing a sample down, reading the week back, opening it, and keeping it live. No Google
// Benchmark: each figure is a median of calls on one and the same history. usage: bench_weather [SAMPLES]

using namespace breakwater;

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/// Milliseconds of the thread's own time.
double cpu()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double quantile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

const std::array routes {RouteId(QStringLiteral("opus")), RouteId(QStringLiteral("sonnet")), RouteId(QStringLiteral("haiku"))};
const ProviderId provider(QStringLiteral("anthropic"));

/// Attempts as they come in a week: two turns in three answered at once, storms now and then.
class Maker
{
public:
    Sample at(WallTime when)
    {
        const double hour = static_cast<double>(when.time_since_epoch().count() / 60'000) / 60.0;
        const bool storm = std::fmod(hour, 24.0) > 9.0 && std::fmod(hour, 24.0) < 11.0;
        const double drawn = m_share(m_random);
        Sample sample;
        sample.at = when;
        sample.route = routes[m_random() % routes.size()];
        if (!m_open || m_share(m_random) < 0.7)
            m_turn = makeId<TurnId>(when);
        sample.turn = m_turn;
        sample.total = std::chrono::milliseconds(400 + m_random() % 9000);
        if (drawn < (storm ? 0.3 : 0.93)) {
            sample.firstContent = std::chrono::milliseconds(300 + m_random() % 1500);
            sample.status = 200;
            m_open = false;
        } else {
            const bool own = m_share(m_random) < 0.2;
            sample.result = own ? SampleClass::OwnLimit : SampleClass::Overloaded;
            sample.fault = own ? FaultKind::RateLimited : FaultKind::Overloaded;
            sample.status = own ? 429 : 529;
            sample.wait = SampleWait {own ? Duration(std::chrono::seconds(4)) : Duration {}, std::chrono::milliseconds(m_random() % 12000)};
            m_open = true;
        }
        return sample;
    }

private:
    std::mt19937 m_random {7};
    std::uniform_real_distribution<double> m_share {0.0, 1.0};
    TurnId m_turn;
    bool m_open = false;
};

RouteTable table()
{
    RouteTable made;
    made.providers = {Provider {provider, QStringLiteral("Anthropic"), Dialect::Anthropic, {}, true, false}};
    for (const RouteId &route : routes)
        made.routes.push_back({route, provider, route.text(), route.text()});
    return made;
}

/// Shows it and waits for its first picture.
template <class View>
double opening(const WeatherSources &sources, WeatherRange range)
{
    QElapsedTimer clock;
    clock.start();
    View view(sources);
    if constexpr (std::is_same_v<View, WeatherWindow>)
        view.feed().setRange(range);
    else
        view.setRange(range);
    view.resize(view.sizeHint());
    view.show();
    (void)view.grab(); // all of it is laid out and painted
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

/// CPU of a view that is shown while a sample comes each second, in per cent of a core.
template <class View>
double living(const WeatherSources &sources, WeatherRange range, FakeTime &time, HealthLog &log, Maker &maker)
{
    View view(sources);
    if constexpr (std::is_same_v<View, WeatherWindow>)
        view.feed().setRange(range);
    else
        view.setRange(range);
    view.resize(view.sizeHint());
    view.show();
    for (int warm = 0; warm < 5; ++warm)
        QCoreApplication::processEvents();
    constexpr int beats = 60;
    const double before = cpu();
    for (int beat = 0; beat < beats; ++beat) {
        log.add(maker.at(time.wall()));
        time.advance(std::chrono::seconds(1)); // the log tells once, the view shows it
        QCoreApplication::processEvents();
    }
    return (cpu() - before) / beats / 10.0; // of a second
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    const QTemporaryDir folder;
    FakeTime time;
    Maker maker;
    auto archive = Archive::open(folder.filePath(QStringLiteral("history.db")), time);
    if (!archive) {
        out() << "no history: " << archive.error().detail << '\n';
        return 1;
    }

    std::vector<double> writing;
    const auto step = std::chrono::duration_cast<std::chrono::milliseconds>(healthKept) / (count + 1);
    for (int each = 0; each < count; ++each) {
        const Sample sample = maker.at(time.wall() - step * (count - each));
        QElapsedTimer clock;
        clock.start();
        if (!archive->addSample(sample))
            return 1;
        writing.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e3);
    }
    out() << "writing a sample: p50 " << quantile(writing, 0.5) << " µs, p99 " << quantile(writing, 0.99) << " µs (on the store's thread)\n";

    std::vector<double> readings;
    HealthPast past;
    for (int each = 0; each < 5; ++each) {
        QElapsedTimer clock;
        clock.start();
        past = *archive->healthPast();
        readings.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    out() << "reading a week of " << count << " back: " << quantile(readings, 0.5) << " ms (on the store's thread)\n";

    HealthLog log(time, time);
    QElapsedTimer clock;
    clock.start();
    log.restore(past);
    out() << "taking it over: " << static_cast<double>(clock.nsecsElapsed()) / 1e6 << " ms\n";
    time.advance(std::chrono::seconds(1));
    const RouteTable routeTable = table();
    const WeatherSources sources {log, [&routeTable]() -> const RouteTable & { return routeTable; }, [] { return std::vector<RouteId>(routes.begin(), routes.end()); }, time, {}};

    std::vector<double> counting;
    std::vector<double> searching;
    for (int each = 0; each < 10; ++each) {
        clock.start();
        (void)log.window(WeatherRange::Week);
        counting.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        clock.start();
        (void)log.storms(WeatherRange::Week);
        searching.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    out() << "counting a week: p50 " << quantile(counting, 0.5) << " ms; finding its storms: p50 " << quantile(searching, 0.5) << " ms\n";

    (void)opening<WeatherWindow>(sources, WeatherRange::Hour); // the libraries are loaded
    std::vector<double> weeks;
    std::vector<double> days;
    std::vector<double> panels;
    for (int each = 0; each < 10; ++each) {
        weeks.push_back(opening<WeatherWindow>(sources, WeatherRange::Week));
        days.push_back(opening<WeatherWindow>(sources, WeatherRange::Day));
        panels.push_back(opening<WeatherPanel>(sources, WeatherRange::Hour));
    }
    out() << "opening the window, 7 days: p50 " << quantile(weeks, 0.5) << " ms, most " << quantile(weeks, 1.0) << " ms\n";
    out() << "opening the window, 24 h: p50 " << quantile(days, 0.5) << " ms\n";
    out() << "opening the panel, 1 h: p50 " << quantile(panels, 0.5) << " ms\n";
    out() << "the panel, live, 1 h: " << living<WeatherPanel>(sources, WeatherRange::Hour, time, log, maker) << " % of a core\n";
    out() << "the window, live, 24 h: " << living<WeatherWindow>(sources, WeatherRange::Day, time, log, maker) << " % of a core\n";
    out() << "the window, live, 7 days: " << living<WeatherWindow>(sources, WeatherRange::Week, time, log, maker) << " % of a core\n";
    return 0;
}
