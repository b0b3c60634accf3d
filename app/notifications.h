// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <map>

namespace breakwater {

/// Notifications of the desktop (org.freedesktop.Notifications on the session bus). Where there is no such service nothing is
/// shown. Never waits. UI thread.
class Notifications : public QObject
{
    Q_OBJECT
public:
    explicit Notifications(QObject *parent = nullptr);

    /// A later one with the same `about` takes the place of the one before. With `action` a click says `chosen(about)`.
    void show(const QString &about, const QString &title, const QString &sentence, const QString &action = {});

Q_SIGNALS:
    void chosen(const QString &about);

private Q_SLOTS:
    void invoked(uint number, const QString &action);
    void closed(uint number, uint reason);

private:
    std::map<QString, uint> m_shown; ///< the service's number of each; 0: it did not answer yet
    bool m_listens = false;
};

} // namespace breakwater
