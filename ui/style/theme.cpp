// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"

#include <algorithm>

namespace breakwater {

namespace {

bool isOn(SystemChoice choice, bool system)
{
    switch (choice) {
    case SystemChoice::On:
        return true;
    case SystemChoice::Off:
        return false;
    case SystemChoice::FollowSystem:
        break;
    }
    return system;
}

} // namespace

Theme &Theme::instance()
{
    static Theme theme;
    return theme;
}

Scheme Theme::scheme() const
{
    switch (m_choice) {
    case SchemeChoice::Light:
        return Scheme::Light;
    case SchemeChoice::Dark:
        return Scheme::Dark;
    case SchemeChoice::FollowSystem:
        break;
    }
    return m_system;
}

template <class Value> void Theme::set(Value &value, const Value &wanted)
{
    if (value == wanted)
        return;
    Q_EMIT aboutToChange();
    value = wanted;
    Q_EMIT changed();
}

void Theme::setChoice(SchemeChoice choice)
{
    set(m_choice, choice);
}

void Theme::setSystemScheme(Scheme scheme)
{
    set(m_system, scheme);
}

void Theme::setTextScale(double scale)
{
    set(m_textScale, qBound(0.85, scale, 1.5));
}

void Theme::setZoom(double zoom)
{
    set(m_zoom, qBound(0.5, zoom, 2.0));
}

Contrast Theme::contrast() const
{
    return isOn(m_contrast, m_systemContrast == Contrast::High) ? Contrast::High : Contrast::Usual;
}

void Theme::setContrast(SystemChoice choice)
{
    set(m_contrast, choice);
}

void Theme::setSystemContrast(Contrast contrast)
{
    set(m_systemContrast, contrast);
}

bool Theme::reducedMotion() const
{
    return isOn(m_reducedMotion, m_systemReducedMotion);
}

void Theme::setReducedMotion(SystemChoice choice)
{
    set(m_reducedMotion, choice);
}

void Theme::setSystemReducedMotion(bool reduced)
{
    set(m_systemReducedMotion, reduced);
}

void Theme::setWrapsCode(bool wraps)
{
    set(m_wrapsCode, wraps);
}

int scaled(double pixels)
{
    return qRound(pixels * Theme::instance().textScale());
}

double readingScale()
{
    return Theme::instance().textScale() * Theme::instance().zoom();
}

int readingScaled(double pixels)
{
    return qRound(pixels * readingScale());
}

int scaledUp(double pixels)
{
    return qRound(pixels * std::max(1.0, Theme::instance().textScale()));
}

} // namespace breakwater
