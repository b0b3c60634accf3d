// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/askcommand.h"
#include "app/commandline.h"
#include "app/coredumps.h"
#include "app/demo.h"
#include "app/desktop.h"
#include "app/dress.h"
#include "app/firstroutes.h"
#include "app/interrupt.h"
#include "app/singleinstance.h"
#include "app/translations.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QLocale>
#include <QProcess>

#include <cstdio>

using namespace breakwater;

namespace {

void say(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fprintf(stream, "%s\n", bytes.constData());
}

bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

QStringList plainArguments(int argc, char **argv)
{
    QStringList arguments;
    for (int at = 0; at < argc; ++at)
        arguments.append(QString::fromLocal8Bit(argv[at]));
    return arguments;
}

int ask(int argc, char **argv, const CommandLine &line)
{
    QCoreApplication application(argc, argv);
    Engine engine(line.dataFolder);
    AskCommand command(engine, line);
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::raised, &command, &AskCommand::interrupt);
    QObject::connect(&command, &AskCommand::finished, &application, [](int code) { QCoreApplication::exit(code); });
    command.start();
    return QCoreApplication::exec();
}

int demo(int argc, char **argv, const CommandLine &line)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        if (line.command == Command::Demo && !hasDisplay())
            say(stdout, QStringLiteral("There is no display here, so Breakwater plays its demo: four turns through sample weather, nothing is sent anywhere."));
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    // Its own folder, begun anew: the demo never touches a person's history.
    const QString folder = line.dataFolder + QLatin1String("/demo");
    QDir(folder).removeRecursively();
    Engine engine(folder);
    Preferences preferences = engine.settings().preferences;
    speak(preferences.general.language);
    preferences.routes = simulatedRoutes();
    preferences.weatherScript = line.weather.value_or(QStringLiteral("demo"));
    preferences.simulatorSpeed = line.speed.value_or(1.0);
    preferences.scheme = line.scheme == QLatin1String("dark") ? SchemeChoice::Dark : SchemeChoice::Light;
    engine.settings().welcomed = true;
    engine.apply(preferences);
    if (const auto problem = engine.setWeather(preferences.weatherScript, preferences.simulatorSpeed)) {
        say(stderr, *problem);
        return exitcode::wrongUse;
    }
    dressApplication(preferences);
    Desktop desktop(engine);
    desktop.window().resize(1280, 820);
    desktop.start();
    desktop.window().setWeatherVisible(true);
    Demo play(engine, desktop.window(), folder + QLatin1String("/breakwater-demo.png"));
    QObject::connect(&play, &Demo::finished, &application, [](int code) { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    QMetaObject::invokeMethod(&play, &Demo::start, Qt::QueuedConnection);
    return QApplication::exec();
}

int window(int argc, char **argv, const CommandLine &line)
{
    QApplication application(argc, argv);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/app/icons/breakwater.svg")));
    auto instance = std::make_unique<SingleInstance>(line.dataFolder, line.wish);
    bool restart = false;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<Desktop> desktop;
    QObject::connect(instance.get(), &SingleInstance::isSecond, &application, [] {
        say(stderr, QStringLiteral("Breakwater runs already; it was told."));
        QCoreApplication::exit(0);
    });
    QObject::connect(instance.get(), &SingleInstance::isFirst, &application, [&] {
        engine = std::make_unique<Engine>(line.dataFolder);
        Preferences preferences = engine->settings().preferences;
        speak(preferences.general.language);
        if (line.weather || line.speed || line.scheme) {
            preferences.weatherScript = line.weather.value_or(preferences.weatherScript);
            preferences.simulatorSpeed = line.speed.value_or(preferences.simulatorSpeed);
            if (line.scheme)
                preferences.scheme = line.scheme == QLatin1String("dark") ? SchemeChoice::Dark : SchemeChoice::Light;
            engine->settings().welcomed = engine->settings().welcomed || line.weather.has_value();
            engine->apply(preferences);
        }
        dressApplication(preferences);
        desktop = std::make_unique<Desktop>(*engine);
        QObject::connect(desktop.get(), &Desktop::restartWanted, &application, [&restart] {
            restart = true;
            QCoreApplication::quit();
        }, Qt::QueuedConnection); // when the window is closed
        // Later, when the window is closed: quitting asks each window that is open.
        QObject::connect(desktop.get(), &Desktop::quitWanted, &application, &QCoreApplication::quit, Qt::QueuedConnection);
        desktop->start(line.wish);
    });
    QObject::connect(instance.get(), &SingleInstance::asked, &application, [&](WindowWish wish) {
        if (desktop)
            desktop->fulfil(wish);
    });
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::raised, &application, [&] {
        if (desktop)
            desktop->window().close();
        QCoreApplication::exit(); // nobody is there to be asked: what waits goes after the next start
    });
    instance->look();
    const int code = QApplication::exec();
    desktop.reset();
    engine.reset();
    instance.reset(); // so that the next one is the first
    if (restart)
        QProcess::startDetached(QCoreApplication::applicationFilePath(), QCoreApplication::arguments().mid(1));
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    forbidCoreDumps();
    QCoreApplication::setApplicationName(QStringLiteral("breakwater"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BREAKWATER_VERSION));
    // The C locale writes times to the second and no thousands; people read neither.
    if (QLocale().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const CommandLine line = readCommandLine(plainArguments(argc, argv), hasDisplay());
    switch (line.command) {
    case Command::Help:
        say(stdout, line.message);
        return 0;
    case Command::Version:
        say(stdout, QStringLiteral("Breakwater " BREAKWATER_VERSION));
        return 0;
    case Command::Wrong:
        say(stderr, line.message);
        return exitcode::wrongUse;
    case Command::Ask:
        return ask(argc, argv, line);
    case Command::Demo:
        return demo(argc, argv, line);
    case Command::Window:
        return window(argc, argv, line);
    }
    return exitcode::wrongUse;
}
