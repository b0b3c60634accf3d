// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QObject>
#include <QVariant>

class QPalette;

namespace breakwater {

/// What a desktop asks of the programs on it.
struct DesktopWishes
{
    bool highContrast = false;
    bool reducedMotion = false;
    friend bool operator==(const DesktopWishes &, const DesktopWishes &) = default;
};

/// The settings of a desktop by namespace and key, as its portal tells them.
using DesktopSettings = QMap<QString, QVariantMap>;

/// GNOME, KDE and the desktops that follow neither name these things in their own ways; what is not told is not wished. Pure.
[[nodiscard]] DesktopWishes wishesIn(const DesktopSettings &settings);
/// Black and white and nothing between: a palette of high contrast. Pure.
[[nodiscard]] bool isHighContrast(const QPalette &palette);

/// Tells the Theme what the desktop asks for, now and when it changes.
///
/// Asked of the settings portal, without waiting for it; where there is none, or no D-Bus, the palette alone speaks.
class SystemLook : public QObject
{
    Q_OBJECT
public:
    /// `paletteIsHigh`: the desktop's own palette is one of high contrast.
    SystemLook(bool paletteIsHigh, QObject *parent);

private Q_SLOTS:
    void ask();

private:
    void take(const DesktopWishes &wishes) const;

    bool m_paletteIsHigh = false;
};

} // namespace breakwater
