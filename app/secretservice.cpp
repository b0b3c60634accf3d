// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secretservice.h"

#ifdef BREAKWATER_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

namespace breakwater {

#ifdef BREAKWATER_DBUS

void askWhetherLocked(QObject &context, std::function<void(bool)> told)
{
    // https://specifications.freedesktop.org/secret-service/latest/org.freedesktop.Secret.Collection.html
    QDBusMessage question = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets/aliases/default"),
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    question << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), &context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, &context, [watcher, told = std::move(told)] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        told(reply.isValid() && reply.value().variant().toBool());
    });
}

#else

void askWhetherLocked(QObject &context, std::function<void(bool)> told)
{
    QMetaObject::invokeMethod(&context, [told = std::move(told)] { told(false); }, Qt::QueuedConnection);
}

#endif

} // namespace breakwater
