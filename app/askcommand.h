// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/engine.h"

namespace breakwater {

namespace exitcode {
inline constexpr int answered = 0;
inline constexpr int wrongUse = 2;
inline constexpr int failed = 3;
inline constexpr int kept = 4;
inline constexpr int interrupted = 130;
} // namespace exitcode

/// `breakwater ask`: one turn without a window. The answer goes to standard output, what the weather does to standard
/// error, a line each. A terminal shows the answer as it comes; a pipe or a file gets of it only what stays, since an
/// answer that breaks off early is asked for anew.
class AskCommand : public QObject
{
    Q_OBJECT
public:
    AskCommand(Engine &engine, CommandLine line, QObject *parent = nullptr);
    /// Chooses the routes, opens the history, sends. `finished` comes later, once.
    void start();
    void interrupt();

Q_SIGNALS:
    void finished(int exitCode);

private:
    [[nodiscard]] std::optional<QString> chooseRoutes();
    void send();
    void takeKeys();
    void takeText(const MessageId &message);
    void printAnswer(const TurnState &turn);
    void takeChange(const TurnId &id);
    void finish(int exitCode);
    void say(const QString &sentence);

    Engine &m_engine;
    CommandLine m_line;
    ChainId m_chain;
    std::optional<TurnId> m_turn;
    MessageId m_answer; ///< the one that is printed
    qsizetype m_printed = 0; ///< of it, in characters
    bool m_terminal = false; ///< somebody watches
    std::size_t m_told = 0; ///< attempts whose end was told
    bool m_finished = false;
};

} // namespace breakwater
