// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo.h"

#include "ui/flight/flightrecordtext.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QPixmap>

#include <array>
#include <cstdio>

namespace breakwater {

namespace {

struct Scene
{
    const char *weather;
    const char *prompt;
};

constexpr std::array scenes {
    Scene {"clear weather", "Hello! What can you do?"},
    Scene {"your own limit: 429 with retry-after", "Make a table of the three harbours and their tides."},
    Scene {"overload: 529 on the first model, the next one answers", "Show me some code that reads a time with its zone."},
    Scene {"the connection breaks in the middle of the answer", "Tell me a short story of the sea."},
};

// The panel is told at most once a second; the picture is taken when it has drawn the last turn.
constexpr Duration settleTime = std::chrono::milliseconds(1500);

void tell(const QString &text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

} // namespace

Demo::Demo(Engine &engine, MainWindow &window, QString picture, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_window(window)
    , m_picture(std::move(picture))
{
    connect(&m_engine.outbox(), &Outbox::turnSettled, this, &Demo::takeSettled);
    connect(&m_engine.outbox(), &Outbox::turnChanged, this, [this](const TurnId &id) {
        const TurnState *turn = m_engine.outbox().turn(id);
        if (turn != nullptr && turn->phase == TurnPhase::Kept)
            takeSettled(id); // the demo does not wait for the outbox
    });
}

void Demo::start()
{
    next();
}

void Demo::next()
{
    if (m_sent == scenes.size()) {
        m_alarm = m_engine.alarms().at(m_engine.time().now() + settleTime, [this] { takePicture(); });
        return;
    }
    const Scene &scene = scenes.at(m_sent++);
    const QString prompt = QString::fromUtf8(scene.prompt);
    tell(QStringLiteral("\n=== Turn %1 of %2, %3\n> %4\n").arg(m_sent).arg(scenes.size()).arg(QLatin1String(scene.weather), prompt));
    m_turn = m_engine.outbox().submit({m_conversation, prompt, {}});
    m_conversation = m_engine.outbox().turn(*m_turn)->conversation;
    m_window.showConversation(m_conversation);
}

void Demo::takeSettled(const TurnId &id)
{
    if (!m_turn || *m_turn != id)
        return;
    const TurnState *turn = m_engine.outbox().turn(id);
    m_turn.reset();
    const Message *answer = m_engine.library().message(turn->conversation, turn->answer);
    if (turn->phase == TurnPhase::Answered && answer != nullptr) {
        ++m_answered;
        tell(answer->text + QLatin1Char('\n'));
    }
    tell(flightRecordText(*turn, QString::fromUtf8(scenes.at(m_sent - 1).prompt), m_engine.routes()));
    next();
}

void Demo::takePicture()
{
    const bool written = m_window.grab().save(m_picture);
    tell(QStringLiteral("\n%1 of %2 turns answered.").arg(m_answered).arg(scenes.size()));
    tell(written ? QStringLiteral("Picture of the window: %1").arg(m_picture) : QStringLiteral("The picture could not be written to %1.").arg(m_picture));
    Q_EMIT finished(written && m_answered == static_cast<int>(scenes.size()) ? 0 : 1);
}

} // namespace breakwater
