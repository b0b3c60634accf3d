// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program itself on a screen with a window manager: keys come from the X server (xdotool), and what they did is
// read as a screen reader reads it, from the accessibility bus. Debian's packages xvfb, openbox, xdotool, dbus and
// at-spi2-core.
#include <QtTest>

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace {

constexpr int longestStart = 60'000; // milliseconds; a machine that builds meanwhile is slow
constexpr int longestAnswer = 5'000; // of waiting; each look at the screen takes its own time

// States, by their bits in the protocol.
constexpr quint64 active = 1ULL << 1;
constexpr quint64 busy = 1ULL << 3;
constexpr quint64 focusable = 1ULL << 11;
constexpr quint64 focused = 1ULL << 12;
constexpr quint64 showing = 1ULL << 25;

/// One thing on the screen.
struct Element
{
    QString service;
    QString path;
    QString role;
    QString name;
    quint64 states = 0;
    [[nodiscard]] bool is(quint64 state) const { return (states & state) != 0; }
};

/// Reads what programs tell on an accessibility bus. Waits for each answer.
class ScreenReader
{
public:
    void connectTo(const QString &address)
    {
        m_bus =
            std::make_unique<QDBusConnection>(QDBusConnection::connectToBus(address, QStringLiteral("screen reader")));
    }
    ~ScreenReader() { QDBusConnection::disconnectFromBus(QStringLiteral("screen reader")); }

    /// Everything that is shown by all programs.
    [[nodiscard]] std::vector<Element> read() const
    {
        std::vector<Element> met;
        Element registry;
        registry.service = QStringLiteral("org.a11y.atspi.Registry");
        registry.path = QStringLiteral("/org/a11y/atspi/accessible/root");
        for (const Element &program : children(registry)) {
            for (const Element &window : children(program))
                readInto(met, window, 0);
        }
        return met;
    }
    [[nodiscard]] QString textOf(const Element &element) const
    {
        return ask(element, QStringLiteral("org.a11y.atspi.Text"), QStringLiteral("GetText"), {0, -1})
            .value(0)
            .toString();
    }

private:
    [[nodiscard]] QVariantList ask(
        const Element &whom, const QString &interface, const QString &method, const QVariantList &arguments = {}) const
    {
        QDBusMessage question = QDBusMessage::createMethodCall(whom.service, whom.path, interface, method);
        question.setArguments(arguments);
        return m_bus->call(question, QDBus::Block, longestAnswer).arguments();
    }
    [[nodiscard]] std::vector<Element> children(const Element &of) const
    {
        std::vector<Element> found;
        const auto answer = ask(of, QStringLiteral("org.a11y.atspi.Accessible"), QStringLiteral("GetChildren"))
                                .value(0)
                                .value<QDBusArgument>();
        if (answer.currentType() != QDBusArgument::ArrayType)
            return found;
        answer.beginArray();
        while (!answer.atEnd()) {
            Element child;
            QDBusObjectPath path;
            answer.beginStructure();
            answer >> child.service >> path;
            answer.endStructure();
            child.path = path.path();
            found.push_back(child);
        }
        answer.endArray();
        return found;
    }
    void readInto(std::vector<Element> &met, Element here, int depth) const
    {
        const QString accessible = QStringLiteral("org.a11y.atspi.Accessible");
        const auto halves = ask(here, accessible, QStringLiteral("GetState")).value(0).value<QDBusArgument>();
        QList<uint> bits;
        if (halves.currentType() == QDBusArgument::ArrayType)
            halves >> bits;
        here.states = bits.value(0) | static_cast<quint64>(bits.value(1)) << 32;
        if (!here.is(showing) || depth > 40)
            return;
        here.role = ask(here, accessible, QStringLiteral("GetRoleName")).value(0).toString();
        here.name = ask(here, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
            {accessible, QStringLiteral("Name")})
                        .value(0)
                        .value<QDBusVariant>()
                        .variant()
                        .toString();
        met.push_back(here);
        for (const Element &child : children(here))
            readInto(met, child, depth + 1);
    }

    std::unique_ptr<QDBusConnection> m_bus;
};

QString launcher()
{
    return QStandardPaths::findExecutable(QStringLiteral("at-spi-bus-launcher"),
        {QStringLiteral("/usr/libexec"), QStringLiteral("/usr/lib/at-spi2-core")});
}

} // namespace

class TestWindowManager : public QObject
{
    Q_OBJECT

    /// Runs for as long as the test.
    void start(QProcess &process, const QString &program, const QStringList &arguments)
    {
        process.setProcessEnvironment(m_environment);
        process.start(program, arguments);
        QVERIFY2(process.waitForStarted(), qPrintable(program));
    }
    /// The first line that it says.
    static QString lineOf(QProcess &process)
    {
        (void)QTest::qWaitFor([&process] { return process.canReadLine(); }, longestStart);
        return QString::fromLatin1(process.readLine()).trimmed();
    }
    /// What a person does at the keyboard.
    void press(const QStringList &what)
    {
        QProcess xdotool;
        start(xdotool, QStringLiteral("xdotool"), what);
        QVERIFY(xdotool.waitForFinished(longestAnswer));
        QCOMPARE(xdotool.exitCode(), 0);
    }
    void startProgram()
    {
        start(m_program, QStringLiteral(BREAKWATER_BINARY),
            {QStringLiteral("--data"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("--weather"),
                QStringLiteral("clear")});
        QTRY_VERIFY_WITH_TIMEOUT(isWindowActive(QStringLiteral("Breakwater")), longestStart);
    }
    void key(const char *name) { press({QStringLiteral("key"), QString::fromLatin1(name)}); }
    void type(const char *text) { press({QStringLiteral("type"), QString::fromLatin1(text)}); }
    /// The first on the screen of which that is true.
    template <class Condition> std::optional<Element> seen(const Condition &condition) const
    {
        for (const Element &each : m_reader.read()) {
            if (condition(each))
                return each;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<Element> focusedElement() const
    {
        // Qt says it of the current row of each list, wherever the keys go.
        return seen([](const Element &each) {
            return each.is(focused) && each.is(focusable) && each.role != QLatin1String("list item");
        });
    }
    [[nodiscard]] QString focusedText() const
    {
        const auto now = focusedElement();
        return now ? m_reader.textOf(*now) : QString();
    }
    [[nodiscard]] bool isWindowActive(const QString &title) const
    {
        return seen([&title](const Element &each) { return each.name.contains(title) && each.is(active); }).has_value();
    }
    /// The message that grows, as far as it is written; nothing: none does.
    [[nodiscard]] std::optional<QString> arriving() const
    {
        const auto message =
            seen([](const Element &each) { return each.role == QLatin1String("list item") && each.is(busy); });
        return message ? std::optional(m_reader.textOf(*message)) : std::nullopt;
    }

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QProcess m_screen;
    QProcess m_manager;
    QProcess m_bus;
    QProcess m_launcher;
    QProcess m_program;
    ScreenReader m_reader;

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *tool : {"Xvfb", "openbox", "xdotool", "dbus-daemon"}) {
            if (QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty())
                QSKIP(qPrintable(QLatin1String(tool)
                    + QLatin1String(" is missing: tests/run installs it (Debian's xvfb, openbox, xdotool, dbus).")));
        }
        if (launcher().isEmpty())
            QSKIP("at-spi-bus-launcher is missing: it is in Debian's package at-spi2-core, and tests/run installs it.");

        m_environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
        m_environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
        for (const char *folder : {"HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            m_environment.insert(QLatin1String(folder), m_folder.path());
        m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        m_environment.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));

        start(m_screen, QStringLiteral("Xvfb"),
            {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"),
                QStringLiteral("1400x900x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp")});
        m_environment.insert(QStringLiteral("DISPLAY"), QString(QLatin1Char(':') + lineOf(m_screen)));
        start(m_bus, QStringLiteral("dbus-daemon"),
            {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        const QString session = lineOf(m_bus);
        m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), session);
        start(m_manager, QStringLiteral("openbox"), {});
        start(m_launcher, launcher(), {QStringLiteral("--launch-immediately")});

        QDBusConnection bus = QDBusConnection::connectToBus(session, QStringLiteral("session"));
        const QDBusMessage where = QDBusMessage::createMethodCall(QStringLiteral("org.a11y.Bus"),
            QStringLiteral("/org/a11y/bus"), QStringLiteral("org.a11y.Bus"), QStringLiteral("GetAddress"));
        QString address;
        QTRY_VERIFY_WITH_TIMEOUT(!(address = bus.call(where).arguments().value(0).toString()).isEmpty()
                && address.startsWith(QLatin1String("unix:")),
            longestStart);
        QDBusConnection::disconnectFromBus(QStringLiteral("session"));
        m_reader.connectTo(address);

        startProgram();
    }
    void cleanupTestCase()
    {
        for (QProcess *each : {&m_program, &m_launcher, &m_manager, &m_bus, &m_screen}) {
            if (each->state() == QProcess::NotRunning)
                continue;
            each->terminate();
            QVERIFY(each->waitForFinished(longestStart));
        }
    }

    void whatIsTypedGoesToTheComposer()
    {
        QTRY_VERIFY_WITH_TIMEOUT(focusedElement().has_value(), longestAnswer);
        type("Tell me a story about a lighthouse");
        QTRY_COMPARE_WITH_TIMEOUT(focusedText(), QStringLiteral("Tell me a story about a lighthouse"), longestAnswer);
    }

    void enterSendsAndTheAnswerStreamsUntilEsc()
    {
        key("Return");
        QTRY_VERIFY_WITH_TIMEOUT(!arriving().value_or(QString()).isEmpty(), longestAnswer);
        QCOMPARE(focusedText(), QString());
        key("Escape");
        QTRY_VERIFY_WITH_TIMEOUT(!arriving(), longestAnswer);
        const auto isStopped = [](const Element &each) { return each.name.endsWith(QLatin1String(", stopped")); };
        QTRY_VERIFY_WITH_TIMEOUT(seen(isStopped), longestAnswer); // its words come with the next frame
    }

    void everythingThatTakesTheFocusHasANameAndARole()
    {
        const QStringList unfit {QStringLiteral("unknown"), QStringLiteral("invalid"), QStringLiteral("filler"),
            QStringLiteral("frame"), QString()};
        QStringList wrong;
        QStringList names;
        for (const Element &each : m_reader.read()) {
            if (!each.is(focusable))
                continue;
            names += each.name;
            if (each.name.isEmpty() || unfit.contains(each.role))
                wrong += QStringLiteral("%1 “%2” %3").arg(each.role, each.name, each.path);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
        for (const char *expected : {"Messages", "Send", "Search conversations"})
            QVERIFY2(names.contains(QLatin1String(expected)),
                qPrintable(
                    QLatin1String(expected) + QLatin1String(" is not among ") + names.join(QLatin1String(", "))));
    }

    void controlKLeadsToASetting()
    {
        key("ctrl+k");
        type("Text size");
        QTRY_COMPARE_WITH_TIMEOUT(focusedText(), QStringLiteral("Text size"), longestAnswer);
        key("Return");
        QTRY_VERIFY_WITH_TIMEOUT(isWindowActive(QStringLiteral("Preferences")), longestAnswer);
        QTRY_COMPARE_WITH_TIMEOUT(
            focusedElement().value_or(Element()).name, QStringLiteral("Text size"), longestAnswer);
        key("ctrl+w");
        QTRY_VERIFY_WITH_TIMEOUT(isWindowActive(QStringLiteral("Breakwater")), longestAnswer);
    }

    void quittingEndsTheProgram()
    {
        key("ctrl+q");
        QTRY_COMPARE_WITH_TIMEOUT(m_program.state(), QProcess::NotRunning, longestAnswer);
        QCOMPARE(m_program.exitCode(), 0);
    }

    void aSignalEndsItThoughATurnWaits()
    {
        startProgram();
        QTRY_VERIFY_WITH_TIMEOUT(focusedElement().has_value(), longestAnswer);
        type("Later");
        QTRY_COMPARE_WITH_TIMEOUT(focusedText(), QStringLiteral("Later"), longestAnswer);
        key("ctrl+shift+Return");
        QTRY_VERIFY_WITH_TIMEOUT(focusedText() != QStringLiteral("Later"), longestAnswer);
        m_program.terminate(); // as a session does that ends: nobody answers a question
        QTRY_COMPARE_WITH_TIMEOUT(m_program.state(), QProcess::NotRunning, longestAnswer);
        QCOMPARE(m_program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_program.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestWindowManager)
#include "tst_windowmanager.moc"
