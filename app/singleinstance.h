// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLocalSocket>
#include <QObject>

namespace breakwater {

/// One window for each data folder: a second start raises the first one and ends.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);
    /// Finds out who is first; one of the signals follows on the event loop.
    void look();

Q_SIGNALS:
    void isFirst();
    void isSecond();
    /// A second start asked for the window.
    void raised();

private:
    void becomeFirst();

    QString m_name;
    QLocalSocket m_socket;
    QLocalServer m_server;
    bool m_decided = false;
};

} // namespace breakwater
