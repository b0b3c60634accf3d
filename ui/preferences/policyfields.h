// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/durationfield.h"
#include "ui/preferences/preferencesdraft.h"

#include <functional>
#include <vector>

namespace breakwater {

/// Ties fields to single values of the policy: one accessor each, used to read and to write. UI thread.
///
/// A field's object name is the name of the value it sets.
class PolicyFields
{
public:
    explicit PolicyFields(PreferencesDraft &draft);

    template <class Value> using Access = std::function<Value &(PolicySettings &)>;

    [[nodiscard]] DurationField *duration(const char *objectName, const QString &name, DurationField::Unit unit,
        Duration least, Duration most, Access<Duration> access);
    [[nodiscard]] NumberField *count(
        const char *objectName, const QString &name, const QString &unit, int least, int most, Access<int> access);
    /// `factor` is how much of the field is 1 of the value: 100 for a share shown in percent.
    [[nodiscard]] NumberField *number(const char *objectName, const QString &name, const QString &unit, double least,
        double most, int decimals, double factor, Access<double> access);

    /// Every field shows the edited values.
    void load();

private:
    PreferencesDraft &m_draft;
    std::vector<std::function<void(PolicySettings &)>> m_loaders;
};

} // namespace breakwater
