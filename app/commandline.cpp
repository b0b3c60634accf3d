// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "core/route/provider.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

namespace breakwater {

namespace {

CommandLine wrong(const QString &message)
{
    CommandLine line;
    line.command = Command::Wrong;
    line.message = message;
    return line;
}

} // namespace

QString userDataFolder()
{
    const QString told = qEnvironmentVariable("BREAKWATER_DATA");
    return told.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QLatin1String("/breakwater") : told;
}

CommandLine readCommandLine(const QStringList &arguments, bool hasDisplay)
{
    // English, as the manual is: what is read at a terminal goes into scripts and search engines, too.
    const auto say = [](const char *text) { return QString::fromUtf8(text); };
    QCommandLineParser parser;
    parser.setApplicationDescription(say("A chat client that keeps answering when the provider does not.\n\n"
                                        "  breakwater                    the window (without a display: the demo)\n"
                                        "  breakwater ask \"prompt\"       the answer to standard output, the weather to standard error\n"
                                        "  breakwater demo               four turns through sample weather, without a display\n\n"
                                        "Exit code of ask: 0 answered, 3 failed, 4 kept in the outbox, 130 interrupted."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, say("Show this."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")}, say("Show the version."));
    const QCommandLineOption data(QStringLiteral("data"), say("Keep history and settings in this folder."), say("folder"));
    const QCommandLineOption newConversation(QStringLiteral("new-conversation"), say("Begin with a new conversation; in the program that runs already, if one does."));
    const QCommandLineOption newWindow(QStringLiteral("new-window"), say("Open another window of the program that runs already."));
    const QCommandLineOption weather(QStringLiteral("weather"), say("Use the simulated provider with this weather: the name of a script (clear, storm, ...) or a file."), say("script"));
    const QCommandLineOption speed(QStringLiteral("speed"), say("How fast the simulated provider's time runs: 1 is as written."), say("factor"));
    const QCommandLineOption scheme(QStringLiteral("scheme"), say("light or dark, for this run."), say("scheme"));
    const QCommandLineOption model(QStringLiteral("model"), say("ask: use only this model."), say("model"));
    const QCommandLineOption baseUrl(QStringLiteral("base-url"), say("ask: a server that speaks the Anthropic protocol."), say("address"));
    const QCommandLineOption unencrypted(QStringLiteral("unencrypted"), say("ask: send although an address begins with http:// and is not on this machine."));
    const QCommandLineOption json(QStringLiteral("json"), say("ask: the answer and its flight record as JSON."));
    parser.addOptions({help, version, data, newConversation, newWindow, weather, speed, scheme, model, baseUrl, unencrypted, json});
    parser.addPositionalArgument(QStringLiteral("command"), say("ask or demo"), QStringLiteral("[command]"));

    CommandLine line;
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(help)) {
        line.command = Command::Help;
        line.message = parser.helpText();
        return line;
    }
    if (parser.isSet(version)) {
        line.command = Command::Version;
        return line;
    }
    line.dataFolder = parser.isSet(data) ? parser.value(data) : userDataFolder();
    if (parser.isSet(newWindow))
        line.wish = WindowWish::NewWindow; // which begins with a new conversation
    else if (parser.isSet(newConversation))
        line.wish = WindowWish::NewConversation;
    if (parser.isSet(weather))
        line.weather = parser.value(weather);
    if (parser.isSet(speed)) {
        bool ok = false;
        line.speed = parser.value(speed).toDouble(&ok);
        if (!ok || *line.speed < 0.1 || *line.speed > 1000)
            return wrong(say("--speed takes a number from 0.1 to 1000."));
    }
    if (parser.isSet(scheme)) {
        line.scheme = parser.value(scheme);
        if (line.scheme != QLatin1String("light") && line.scheme != QLatin1String("dark"))
            return wrong(say("--scheme takes light or dark."));
    }
    if (parser.isSet(model))
        line.model = parser.value(model);
    line.json = parser.isSet(json);
    line.unencrypted = parser.isSet(unencrypted);
    if (parser.isSet(baseUrl)) {
        const QUrl url(parser.value(baseUrl), QUrl::StrictMode);
        const auto problem = checkBaseUrl(url);
        if (problem == BaseUrlProblem::HasCredentials)
            return wrong(say("--base-url must not hold a user name or a password."));
        if (problem != BaseUrlProblem::None && problem != BaseUrlProblem::Insecure)
            return wrong(say("--base-url takes an address that begins with http:// or https://."));
        line.baseUrl = url;
    }

    const QStringList words = parser.positionalArguments();
    if (words.isEmpty()) {
        line.command = hasDisplay ? Command::Window : Command::Demo;
    } else if (words.first() == QLatin1String("demo")) {
        line.command = Command::Demo;
    } else if (words.first() == QLatin1String("ask")) {
        line.command = Command::Ask;
        line.prompt = words.mid(1).join(QLatin1Char(' '));
        if (words.size() < 2)
            return wrong(say("ask needs a prompt, or - to read it from standard input."));
    } else {
        return wrong(say("There is no command %1. See breakwater --help.").arg(words.first()));
    }
    return line;
}

} // namespace breakwater
