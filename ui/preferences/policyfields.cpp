// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/policyfields.h"

#include <QSignalBlocker>

namespace breakwater {

PolicyFields::PolicyFields(PreferencesDraft &draft)
    : m_draft(draft)
{
}

DurationField *PolicyFields::duration(const char *objectName, const QString &name, DurationField::Unit unit,
    Duration least, Duration most, Access<Duration> access)
{
    auto *field = new DurationField(name, unit, least, most);
    field->setObjectName(QLatin1String(objectName));
    QObject::connect(field, &DurationField::durationChanged, &m_draft, [&draft = m_draft, access](Duration value) {
        draft.edit([&](Preferences &values) { access(values.policy) = value; });
    });
    m_loaders.emplace_back([field, access](PolicySettings &policy) { field->setDuration(access(policy)); });
    return field;
}

NumberField *PolicyFields::count(
    const char *objectName, const QString &name, const QString &unit, int least, int most, Access<int> access)
{
    auto *field = new NumberField(name);
    field->setObjectName(QLatin1String(objectName));
    field->setSuffix(unit);
    field->setRange(least, most);
    QObject::connect(field, &NumberField::valueChanged, &m_draft, [&draft = m_draft, access](double value) {
        draft.edit([&](Preferences &values) { access(values.policy) = qRound(value); });
    });
    m_loaders.emplace_back([field, access](PolicySettings &policy) {
        const QSignalBlocker quiet(field);
        field->setValue(access(policy));
    });
    return field;
}

NumberField *PolicyFields::number(const char *objectName, const QString &name, const QString &unit, double least,
    double most, int decimals, double factor, Access<double> access)
{
    auto *field = new NumberField(name);
    field->setObjectName(QLatin1String(objectName));
    field->setSuffix(unit);
    field->setDecimals(decimals);
    field->setRange(least, most);
    field->setSingleStep(decimals > 0 ? 0.1 : 1.0);
    QObject::connect(field, &NumberField::valueChanged, &m_draft, [&draft = m_draft, access, factor](double value) {
        draft.edit([&](Preferences &values) { access(values.policy) = value / factor; });
    });
    m_loaders.emplace_back([field, access, factor](PolicySettings &policy) {
        const QSignalBlocker quiet(field);
        field->setValue(access(policy) * factor);
    });
    return field;
}

void PolicyFields::load()
{
    PolicySettings policy = m_draft.edited().policy;
    for (const auto &loader : m_loaders)
        loader(policy);
}

} // namespace breakwater
