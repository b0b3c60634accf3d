// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"

#include <algorithm>

namespace breakwater {

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

void Theme::setReducedMotion(bool reduced)
{
    set(m_reducedMotion, reduced);
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
