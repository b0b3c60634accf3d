// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/systemlook.h"

#include "ui/style/theme.h"

#include <QPalette>

#ifdef BREAKWATER_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

namespace breakwater {

namespace {

// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
const QString sharedLook = QStringLiteral("org.freedesktop.appearance");
const QString gnomeLook = QStringLiteral("org.gnome.desktop.interface");
const QString gnomeHelp = QStringLiteral("org.gnome.desktop.a11y.interface");
const QString kdeLook = QStringLiteral("org.kde.kdeglobals.KDE");

} // namespace

DesktopWishes wishesIn(const DesktopSettings &settings)
{
    const auto value = [&settings](const QString &space, const char *key) { return settings.value(space).value(QLatin1String(key)); };
    DesktopWishes wishes;
    wishes.highContrast = value(sharedLook, "contrast").toUInt() == 1 || value(gnomeHelp, "high-contrast").toBool()
        || value(gnomeLook, "gtk-theme").toString().startsWith(QLatin1String("HighContrast")); // GNOME before 42
    const QVariant animates = value(gnomeLook, "enable-animations");
    const QVariant factor = value(kdeLook, "AnimationDurationFactor");
    bool isNumber = false;
    const double speed = factor.toString().toDouble(&isNumber);
    wishes.reducedMotion = value(sharedLook, "reduced-motion").toUInt() == 1 || (animates.isValid() && !animates.toBool()) || (isNumber && speed == 0);
    return wishes;
}

bool isHighContrast(const QPalette &palette)
{
    const auto isPure = [](const QColor &color) { return color.lightness() == 0 || color.lightness() == 255; };
    const QColor ground = palette.color(QPalette::Window);
    const QColor text = palette.color(QPalette::WindowText);
    return isPure(ground) && isPure(text) && ground.lightness() != text.lightness() && palette.color(QPalette::Button).lightness() == ground.lightness();
}

void SystemLook::take(const DesktopWishes &wishes) const
{
    Theme::instance().setSystemContrast(wishes.highContrast || m_paletteIsHigh ? Contrast::High : Contrast::Usual);
    Theme::instance().setSystemReducedMotion(wishes.reducedMotion);
}

#ifdef BREAKWATER_DBUS

SystemLook::SystemLook(bool paletteIsHigh, QObject *parent)
    : QObject(parent)
    , m_paletteIsHigh(paletteIsHigh)
{
    qDBusRegisterMetaType<DesktopSettings>();
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("SettingChanged"), this, SLOT(ask()));
    ask();
}

void SystemLook::ask()
{
    QDBusMessage question = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("ReadAll"));
    question << QStringList {sharedLook, gnomeLook, gnomeHelp, kdeLook};
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<DesktopSettings> reply = *watcher;
        watcher->deleteLater();
        if (reply.isValid())
            take(wishesIn(reply.value()));
    });
}

#else

SystemLook::SystemLook(bool paletteIsHigh, QObject *parent)
    : QObject(parent)
    , m_paletteIsHigh(paletteIsHigh)
{
}

void SystemLook::ask() { }

#endif

} // namespace breakwater
