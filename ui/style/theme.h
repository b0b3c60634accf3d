// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QObject>

namespace breakwater {

/// Which scheme a person asked for.
enum class SchemeChoice { FollowSystem, Light, Dark };
/// What a person asked for where the system has a setting of its own.
enum class SystemChoice { FollowSystem, On, Off };

/// The look in force: scheme, contrast, text size, motion. One for the process; UI thread.
/// Widgets read `Theme::instance().tokens()` when they paint and repaint on `changed`.
class Theme : public QObject
{
    Q_OBJECT
public:
    [[nodiscard]] static Theme &instance();

    [[nodiscard]] Scheme scheme() const;
    [[nodiscard]] const Tokens &tokens() const { return tokensOf(scheme(), contrast()); }
    [[nodiscard]] SchemeChoice choice() const { return m_choice; }
    [[nodiscard]] double textScale() const { return m_textScale; }
    /// What is read is larger or smaller than the rest by so much.
    [[nodiscard]] double zoom() const { return m_zoom; }
    [[nodiscard]] Contrast contrast() const;
    [[nodiscard]] bool reducedMotion() const;
    [[nodiscard]] bool wrapsCode() const { return m_wrapsCode; }

    void setChoice(SchemeChoice choice);
    /// The system's scheme, as the palette or the desktop says; told by the application object.
    void setSystemScheme(Scheme scheme);
    /// 0.85 to 1.5.
    void setTextScale(double scale);
    /// 0.5 to 2.
    void setZoom(double zoom);
    void setContrast(SystemChoice choice);
    void setSystemContrast(Contrast contrast);
    [[nodiscard]] Contrast systemContrast() const { return m_systemContrast; }
    void setReducedMotion(SystemChoice choice);
    void setSystemReducedMotion(bool reduced);
    /// Long lines of code go on below instead of sideways.
    void setWrapsCode(bool wraps);

Q_SIGNALS:
    /// All is still as it was: who wants to keep its place looks where it is.
    void aboutToChange();
    void changed();

private:
    Theme() = default;
    template <class Value> void set(Value &value, const Value &wanted);

    SchemeChoice m_choice = SchemeChoice::FollowSystem;
    Scheme m_system = Scheme::Light;
    double m_textScale = 1.0;
    double m_zoom = 1.0;
    SystemChoice m_contrast = SystemChoice::FollowSystem;
    Contrast m_systemContrast = Contrast::Usual;
    SystemChoice m_reducedMotion = SystemChoice::FollowSystem;
    bool m_systemReducedMotion = false;
    bool m_wrapsCode = false;
};

/// A length that follows the text: `pixels` at a text size of 100 %, in whole pixels at the present one.
[[nodiscard]] int scaled(double pixels);
/// The same for what has to be hit: never less than `pixels`.
[[nodiscard]] int scaledUp(double pixels);

/// The size of what is read: the text size with the zoom.
[[nodiscard]] double readingScale();
[[nodiscard]] int readingScaled(double pixels);

} // namespace breakwater
