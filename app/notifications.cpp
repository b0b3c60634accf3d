// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications.h"

#ifdef BREAKWATER_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

#include <algorithm>
#endif

namespace breakwater {

Notifications::Notifications(QObject *parent)
    : QObject(parent)
{
}

#ifdef BREAKWATER_DBUS

namespace {
const QString notifyService = QStringLiteral("org.freedesktop.Notifications");
const QString notifyPath = QStringLiteral("/org/freedesktop/Notifications");
} // namespace

void Notifications::show(const QString &about, const QString &title, const QString &sentence, const QString &action)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!m_listens) { // at the first one: nothing is connected for who wants none
        m_listens = bus.connect(notifyService, notifyPath, notifyService, QStringLiteral("ActionInvoked"), this, SLOT(invoked(uint, QString)))
            && bus.connect(notifyService, notifyPath, notifyService, QStringLiteral("NotificationClosed"), this, SLOT(closed(uint, uint)));
    }
    QStringList actions;
    if (!action.isEmpty())
        actions = QStringList {QStringLiteral("default"), action};
    QDBusMessage call = QDBusMessage::createMethodCall(notifyService, notifyPath, notifyService, QStringLiteral("Notify"));
    // The text may be taken for markup.
    call.setArguments({QStringLiteral("Breakwater"), m_shown[about], QStringLiteral("breakwater"), title, sentence.toHtmlEscaped(), actions,
        QVariantMap {{QStringLiteral("desktop-entry"), QStringLiteral("breakwater")}}, -1});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, about](QDBusPendingCallWatcher *done) {
        const QDBusPendingReply<uint> reply = *done;
        if (!reply.isError())
            m_shown[about] = reply.value();
        done->deleteLater();
    });
}

void Notifications::invoked(uint number, const QString &action)
{
    // Others show notifications too, and everybody hears of every click.
    const auto found = std::find_if(m_shown.begin(), m_shown.end(), [number](const auto &each) { return each.second == number; });
    if (number == 0 || found == m_shown.end() || action != QLatin1String("default"))
        return;
    Q_EMIT chosen(QString(found->first)); // a copy: closing may follow, and remove it
}

void Notifications::closed(uint number, uint)
{
    std::erase_if(m_shown, [number](const auto &each) { return each.second == number; });
}

#else

void Notifications::show(const QString &, const QString &, const QString &, const QString &)
{
}

void Notifications::invoked(uint, const QString &)
{
}

void Notifications::closed(uint, uint)
{
}

#endif

} // namespace breakwater
