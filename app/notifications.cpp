// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications.h"

#ifdef BREAKWATER_DBUS
#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>
#endif

namespace breakwater {

#ifdef BREAKWATER_DBUS

void notifyDesktop(const QString &title, const QString &sentence)
{
    static uint shown = 0; // the number of the last one
    QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    // The text may be taken for markup.
    call.setArguments({QStringLiteral("Breakwater"), shown, QStringLiteral("breakwater"), title, sentence.toHtmlEscaped(), QStringList(),
        QVariantMap {{QStringLiteral("desktop-entry"), QStringLiteral("breakwater")}}, -1});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), QCoreApplication::instance());
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [](QDBusPendingCallWatcher *done) {
        const QDBusPendingReply<uint> reply = *done;
        if (!reply.isError())
            shown = reply.value();
        done->deleteLater();
    });
}

#else

void notifyDesktop(const QString &, const QString &)
{
}

#endif

} // namespace breakwater
