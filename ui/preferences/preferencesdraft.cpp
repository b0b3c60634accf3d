// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferencesdraft.h"

namespace breakwater {

PreferencesDraft::PreferencesDraft(const Preferences &applied, QObject *parent)
    : QObject(parent)
    , m_applied(applied)
    , m_edited(applied)
{
}

void PreferencesDraft::edit(const std::function<void(Preferences &)> &change)
{
    Preferences changed = m_edited;
    change(changed);
    if (changed == m_edited)
        return;
    m_edited = std::move(changed);
    Q_EMIT this->changed();
}

void PreferencesDraft::replace(const Preferences &edited)
{
    m_edited = edited;
    Q_EMIT reloaded();
    Q_EMIT changed();
}

void PreferencesDraft::apply()
{
    m_applied = m_edited;
    Q_EMIT changed();
}

void PreferencesDraft::reset(const Preferences &applied)
{
    m_applied = applied;
    replace(applied);
}

} // namespace breakwater
