// SPDX-License-Identifier: GPL-3.0-or-later
// The virtual storm of resilience 2.14, one line for each weather: what the shipped policy makes of it, beside its aim.
#include "tests/support/virtualstorm.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

using namespace breakwater;

namespace {

struct Run
{
    StormResult result;
    double cpu = 0.0; ///< milliseconds
};

/// The middle one; of an even number the upper of the two in the middle.
template <class Measure>
double median(const std::vector<Run> &runs, Measure measure)
{
    std::vector<double> values;
    for (const Run &run : runs)
        values.push_back(measure(run));
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void printSeconds(double value)
{
    if (std::isnan(value))
        std::printf("%7s", "-");
    else if (std::isinf(value))
        std::printf("%7s", "never");
    else
        std::printf("%7.2f", value);
}

void printRow(const StormWeather &weather, const std::vector<Run> &runs)
{
    const auto of = [&runs](auto measure) { return median(runs, [&measure](const Run &run) { return static_cast<double>(measure(run.result)); }); };
    std::printf("%-3s %-24s %6.2f %5.0f |%7.2f%7.2f%7.2f |%5.1f |%7.2f |%5.2f |%6.1f |", qPrintable(weather.name), qPrintable(weather.title),
        100 * of([](const StormResult &one) { return one.answeredShare(); }), of([](const StormResult &one) { return one.wrong; }),
        of([](const StormResult &one) { return one.p50; }), of([](const StormResult &one) { return one.p95; }),
        of([](const StormResult &one) { return one.p99; }), weather.aimP99, of([](const StormResult &one) { return one.requestsPerAnswer(); }),
        weather.aimRequests, 100 * of([](const StormResult &one) { return one.wantedShare(); }));
    const bool windowed = weather.ends().has_value();
    const double never = std::numeric_limits<double>::infinity();
    printSeconds(windowed ? of([](const StormResult &one) { return one.recovery.value_or(0.0); }) : std::nan(""));
    printSeconds(windowed ? of([never](const StormResult &one) { return one.wantedBack.value_or(never); }) : std::nan(""));
    std::printf(" |%5.0f |%6.0f\n", of([](const StormResult &one) { return one.mostAttempts; }), median(runs, [](const Run &run) { return run.cpu; }));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto word = [](const char *text) { return QString::fromLatin1(text); };
    const QCommandLineOption weatherOption(word("weather"), word("Only these weathers, by letter, separated by commas."), word("names"));
    const QCommandLineOption seedsOption(word("seeds"), word("Storms for each weather; a row shows the median."), word("count"), word("3"));
    const QCommandLineOption seedOption(word("seed"), word("The first seed."), word("number"), word("1"));
    const QCommandLineOption usersOption(word("users"), word("People at once."), word("count"), word("24"));
    const QCommandLineOption secondsOption(word("seconds"), word("How long people begin turns."), word("count"), word("60"));
    const QCommandLineOption traceOption(word("trace"), word("One seed; a line for each request, outcome and turn."));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({weatherOption, seedsOption, seedOption, usersOption, secondsOption, traceOption});
    parser.process(application);

    const bool traced = parser.isSet(traceOption);
    StormSetup setup;
    setup.users = std::max(1, parser.value(usersOption).toInt());
    setup.length = std::chrono::seconds(std::max(1, parser.value(secondsOption).toInt()));
    if (traced)
        setup.trace = [](const QString &line) { std::printf("%s\n", qPrintable(line)); };
    const int seeds = traced ? 1 : std::max(1, parser.value(seedsOption).toInt());
    const std::uint64_t firstSeed = parser.value(seedOption).toULongLong();
    const QStringList chosen = parser.value(weatherOption).split(QLatin1Char(','), Qt::SkipEmptyParts);

    std::printf("%-28s %6s %5s |%7s%7s%7s |%5s |%7s |%5s |%6s |%7s%7s |%5s |%6s\n", "weather", "answ%", "wrong", "p50", "p95", "p99", "aim", "req/ans", "aim",
        "want%", "recov", "back", "most", "cpu ms");
    bool found = false;
    for (const StormWeather &weather : stormWeathers()) {
        if (!chosen.isEmpty() && !chosen.contains(weather.name))
            continue;
        found = true;
        std::vector<Run> runs;
        for (int each = 0; each < seeds; ++each) {
            setup.seed = firstSeed + static_cast<std::uint64_t>(each);
            const std::clock_t before = std::clock();
            const StormResult result = playStorm(weather, setup);
            runs.push_back({result, 1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC});
        }
        printRow(weather, runs);
    }
    if (!found)
        std::fprintf(stderr, "No such weather. There are: a to j, d2, d3, d4, e2, g2.\n");
    return found ? 0 : 1;
}
