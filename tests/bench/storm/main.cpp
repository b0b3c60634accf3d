// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/storm/storm.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace breakwater;

namespace {

constexpr int wrongUse = 2;

/// Reads options; the first that is missing or makes no sense is said on stderr.
class Options
{
public:
    explicit Options(QCommandLineParser &parser)
        : m_parser(parser)
    {
    }
    [[nodiscard]] QString text(const char *name)
    {
        const QString value = m_parser.value(QLatin1String(name));
        if (value.isEmpty())
            complain(name, "is missing");
        return value;
    }
    [[nodiscard]] quint64 whole(const char *name, quint64 least, quint64 most)
    {
        bool isNumber = false;
        const quint64 value = m_parser.value(QLatin1String(name)).toULongLong(&isNumber);
        if (!isNumber || value < least || value > most)
            complain(name, "must be a whole number that makes sense");
        return value;
    }
    [[nodiscard]] QUrl url(const char *name)
    {
        const QUrl value(m_parser.value(QLatin1String(name)), QUrl::StrictMode);
        const BaseUrlProblem problem = checkBaseUrl(value);
        if (problem != BaseUrlProblem::None && problem != BaseUrlProblem::Insecure)
            complain(name, "must be an address that begins with http:// or https://");
        return value;
    }
    [[nodiscard]] bool good() const { return m_good; }

private:
    void complain(const char *name, const char *what)
    {
        if (std::exchange(m_good, false))
            std::fprintf(stderr, "breakwater-storm: --%s %s; see --help.\n", name, what);
    }

    QCommandLineParser &m_parser;
    bool m_good = true;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("breakwater-storm"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BREAKWATER_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Drives Breakwater's core with many users at once and writes one line of JSON for each turn.\n\n"
        "The chain is claude-sonnet-5 and claude-haiku-5-5 at --base-url (Anthropic's API), then gpt-4.1 at\n"
        "--fallback-base-url (OpenAI's), always streamed, with the policy as it ships. A user waits up to 1.5 s, then\n"
        "sends one turn after another, each in a conversation of its own, with 0.5 to 1.5 s between; none begins after\n"
        "--seconds, and open ones may go on for 15 s. The message is \"[[turn K-u-n]] Please answer turn K-u-n.\"\n"
        "All users share one key: BREAKWATER_STORM_KEY, or \"storm-key\"."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("base-url"), QStringLiteral("The first provider, without /v1."), QStringLiteral("URL")},
        {QStringLiteral("fallback-base-url"), QStringLiteral("The second provider, with /v1."), QStringLiteral("URL")},
        {QStringLiteral("users"), QStringLiteral("How many users there are."), QStringLiteral("N")},
        {QStringLiteral("seconds"), QStringLiteral("How long turns begin."), QStringLiteral("S")},
        {QStringLiteral("seed"), QStringLiteral("The seed of all chance."), QStringLiteral("K")},
        {QStringLiteral("out"), QStringLiteral("Where the lines go; an older file is replaced."), QStringLiteral("FILE")},
    });
    if (!parser.parse(QCoreApplication::arguments())) {
        std::fprintf(stderr, "breakwater-storm: %s\n", qPrintable(parser.errorText()));
        return wrongUse;
    }
    if (parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("version")))
        parser.process(application); // says it and ends

    Options options(parser);
    StormPlan plan;
    plan.baseUrl = options.url("base-url");
    plan.fallbackBaseUrl = options.url("fallback-base-url");
    plan.users = static_cast<int>(options.whole("users", 1, 10'000));
    plan.length = std::chrono::seconds(options.whole("seconds", 1, 86'400));
    plan.seed = options.whole("seed", 0, 9'007'199'254'740'991); // as far as JSON counts
    plan.key = qEnvironmentVariable("BREAKWATER_STORM_KEY", QStringLiteral("storm-key")).toUtf8();
    QFile out(options.text("out"));
    if (!parser.positionalArguments().isEmpty()) {
        std::fprintf(stderr, "breakwater-storm: %s is no option; see --help.\n", qPrintable(parser.positionalArguments().first()));
        return wrongUse;
    }
    if (!options.good())
        return wrongUse;
    if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        std::fprintf(stderr, "breakwater-storm: %s cannot be written: %s.\n", qPrintable(out.fileName()), qPrintable(out.errorString()));
        return wrongUse;
    }

    Storm storm(plan, out);
    QObject::connect(&storm, &Storm::over, &application, &QCoreApplication::quit);
    storm.begin();
    return QCoreApplication::exec();
}
