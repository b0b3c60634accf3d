// SPDX-License-Identifier: GPL-3.0-or-later
//
// Serves the simulated provider with a weather script for the storm bench: two doors, one provider behind them. Prints
// one line of JSON with both addresses and the time at which the script began, then answers each line of stdin with
// another: "counts", or "answer MODEL TEXT" for the hash of the only right answer. Ends with stdin.
#include "core/base/systemtime.h"
#include "core/simulator/answers.h"
#include "core/simulator/simulatedprovider.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <cstdio>

#include <unistd.h>

using namespace breakwater;

namespace {

void print(const QJsonObject &object)
{
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
}

QJsonObject countsOf(const WireCount &counts)
{
    QJsonObject models;
    for (auto each = counts.byModel.begin(); each != counts.byModel.end(); ++each)
        models.insert(each.key(), each.value());
    QJsonObject statuses;
    for (auto each = counts.byStatus.begin(); each != counts.byStatus.end(); ++each)
        statuses.insert(QString::number(each.key()), each.value());
    return {{QStringLiteral("requests"), counts.messages}, {QStringLiteral("by_model"), models}, {QStringLiteral("by_status"), statuses},
        {QStringLiteral("answered"), counts.answered}, {QStringLiteral("abandoned"), counts.abandoned}};
}

QJsonObject rightAnswer(const QString &model, const QString &text)
{
    ChatRequest request;
    request.model = model;
    request.turns = {{SpokenRole::User, text, 0}};
    const QByteArray answer = answerText(request).toUtf8();
    return {{QStringLiteral("sha256"), QString::fromLatin1(QCryptographicHash::hash(answer, QCryptographicHash::Sha256).toHex())},
        {QStringLiteral("length"), answer.size()}};
}

void obey(const QString &line, const SimulatedProvider &provider)
{
    if (line == QLatin1String("counts"))
        print(countsOf(provider.counts()));
    else if (line.startsWith(QLatin1String("answer ")))
        print(rightAnswer(line.section(QLatin1Char(' '), 1, 1), line.section(QLatin1Char(' '), 2)));
    else
        print({{QStringLiteral("error"), QStringLiteral("unknown command")}});
}

std::optional<WeatherScript> readScript(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "breakwater-weather: %s cannot be read: %s.\n", qPrintable(path), qPrintable(file.errorString()));
        return std::nullopt;
    }
    const auto script = WeatherScript::parse(file.readAll());
    if (!script) {
        std::fprintf(stderr, "breakwater-weather: %s: %s\n", qPrintable(path), qPrintable(script.error().sentence));
        return std::nullopt;
    }
    return *script;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Serves scripted weather to a storm. Commands come on stdin: counts, answer MODEL TEXT."));
    parser.addHelpOption();
    const QCommandLineOption seed(QStringLiteral("seed"), QStringLiteral("Another seed than the script's."), QStringLiteral("N"));
    parser.addOption(seed);
    parser.addPositionalArgument(QStringLiteral("script"), QStringLiteral("The weather, a file of JSON."));
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);

    auto script = readScript(parser.positionalArguments().first());
    if (!script)
        return 1;
    if (parser.isSet(seed))
        script->seed = parser.value(seed).toULongLong();
    const SystemTime time;
    SimulatedProvider provider(time);
    if (!provider.listen(2)) {
        std::fprintf(stderr, "breakwater-weather: no free port on this machine.\n");
        return 1;
    }

    QByteArray pending;
    QSocketNotifier commands(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&commands, &QSocketNotifier::activated, &application, [&] {
        char bytes[65536];
        const ssize_t size = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (size <= 0) {
            QCoreApplication::quit();
            return;
        }
        pending.append(bytes, size);
        for (qsizetype end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n')) {
            obey(QString::fromUtf8(pending.first(end)), provider);
            pending.remove(0, end + 1);
        }
    });

    provider.setScript(*script);
    print({{QStringLiteral("base_url"), provider.baseUrl(1).toString()},
        {QStringLiteral("fallback_base_url"), QString(provider.baseUrl(2).toString() + QLatin1String("/v1"))},
        {QStringLiteral("started_ms"), qint64(time.wall().time_since_epoch().count())}});
    return QCoreApplication::exec();
}
