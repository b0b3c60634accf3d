// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/windowwish.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QObject>

namespace breakwater {

/// One program for each data folder: a second start tells the first one what it wants, and ends.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &dataFolder, WindowWish wish, QObject *parent = nullptr);
    /// Finds out who is first; one of the signals follows on the event loop.
    void look();

Q_SIGNALS:
    void isFirst();
    void isSecond();
    /// A second start wants something.
    void asked(breakwater::WindowWish wish);

private:
    void becomeFirst();
    void hear();

    QString m_name;
    WindowWish m_wish;
    QLocalSocket m_socket;
    QLocalServer m_server;
    bool m_decided = false;
};

} // namespace breakwater
