// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"

namespace breakwater {

class MainWindow;

/// Plays four turns through the sample weather (clear, own limit, overload, a break in mid-answer) in the real window,
/// prints each turn's flight record and answer, and writes a picture of the window.
class Demo : public QObject
{
    Q_OBJECT
public:
    Demo(Engine &engine, MainWindow &window, QString picture, QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    /// 0 only if every turn was answered and the picture was written.
    void finished(int exitCode);

private:
    void next();
    void takeSettled(const TurnId &id);
    void takePicture();

    Engine &m_engine;
    MainWindow &m_window;
    QString m_picture;
    ConversationId m_conversation;
    std::optional<TurnId> m_turn;
    std::size_t m_sent = 0;
    int m_answered = 0;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace breakwater
