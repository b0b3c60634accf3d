// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/preferences.h"

#include <QObject>

#include <functional>

namespace breakwater {

/// The copy of the preferences that the pages edit, beside the one in force. UI thread.
class PreferencesDraft : public QObject
{
    Q_OBJECT
public:
    explicit PreferencesDraft(const Preferences &applied, QObject *parent = nullptr);

    [[nodiscard]] const Preferences &applied() const { return m_applied; }
    [[nodiscard]] const Preferences &edited() const { return m_edited; }
    [[nodiscard]] int changes() const { return changesBetween(m_applied, m_edited); }

    /// A page changed a value that its own controls already show.
    void edit(const std::function<void(Preferences &)> &change);
    /// A change that controls have to follow: revert, defaults.
    void replace(const Preferences &edited);
    /// The edited values are in force now.
    void apply();
    /// Others came into force; edits are dropped.
    void reset(const Preferences &applied);

Q_SIGNALS:
    void changed();
    /// Controls have to show `edited()` afresh. `changed` follows.
    void reloaded();

private:
    Preferences m_applied;
    Preferences m_edited;
};

} // namespace breakwater
