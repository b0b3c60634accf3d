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

void Theme::setChoice(SchemeChoice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    Q_EMIT changed();
}

void Theme::setSystemScheme(Scheme scheme)
{
    if (m_system == scheme)
        return;
    m_system = scheme;
    Q_EMIT changed();
}

void Theme::setTextScale(double scale)
{
    const double bounded = qBound(0.85, scale, 1.5);
    if (qFuzzyCompare(m_textScale, bounded))
        return;
    m_textScale = bounded;
    Q_EMIT changed();
}

void Theme::setReducedMotion(bool reduced)
{
    if (m_reducedMotion == reduced)
        return;
    m_reducedMotion = reduced;
    Q_EMIT changed();
}

void Theme::setWrapsCode(bool wraps)
{
    if (m_wrapsCode == wraps)
        return;
    m_wrapsCode = wraps;
    Q_EMIT changed();
}

int scaled(double pixels)
{
    return qRound(pixels * Theme::instance().textScale());
}

int scaledUp(double pixels)
{
    return qRound(pixels * std::max(1.0, Theme::instance().textScale()));
}

} // namespace breakwater
