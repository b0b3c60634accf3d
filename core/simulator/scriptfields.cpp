// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/scriptfields.h"

#include <cmath>

namespace breakwater {

ScriptFields::ScriptFields(const QJsonValue &value, QString path, std::optional<ScriptProblem> &problem)
    : m_object(value.toObject())
    , m_path(std::move(path))
    , m_problem(problem)
{
    if (!value.isObject())
        complain({}, QStringLiteral("must be an object in braces"));
}

QString ScriptFields::pathOf(const QString &name) const
{
    if (m_path.isEmpty() || name.isEmpty())
        return m_path + name;
    return m_path + QLatin1Char('.') + name;
}

void ScriptFields::complain(const QString &name, const QString &what)
{
    if (m_problem)
        return;
    const QString field = pathOf(name);
    const QString subject = field.isEmpty() ? QStringLiteral("The script") : field;
    m_problem = ScriptProblem {subject + QLatin1Char(' ') + what + QLatin1Char('.'), std::nullopt, field};
}

std::optional<QJsonValue> ScriptFields::value(const char *name)
{
    const QString key = QString::fromLatin1(name);
    m_known.insert(key);
    const auto found = m_object.constFind(key);
    return found == m_object.constEnd() ? std::nullopt : std::optional<QJsonValue>(*found);
}

std::optional<double> ScriptFields::number(const char *name, double least, double most)
{
    const auto field = value(name);
    if (!field)
        return std::nullopt;
    const double read = field->toDouble(least);
    if (field->isDouble() && read >= least && read <= most)
        return read;
    complain(
        QString::fromLatin1(name), QStringLiteral("must be a number from %1 to %2").arg(least).arg(most, 0, 'f', 0));
    return std::nullopt;
}

std::optional<int> ScriptFields::whole(const char *name, int least, int most)
{
    const auto read = number(name, least, most);
    if (!read)
        return std::nullopt;
    if (*read == std::floor(*read))
        return static_cast<int>(*read);
    complain(QString::fromLatin1(name), QStringLiteral("must be a whole number"));
    return std::nullopt;
}

std::optional<Duration> ScriptFields::milliseconds(const char *name)
{
    const auto read = number(name, 0, 3'600'000);
    return read ? std::optional(fromSeconds(*read / 1000)) : std::nullopt;
}

QString ScriptFields::text(const char *name)
{
    const auto field = value(name);
    if (field && !field->isString())
        complain(QString::fromLatin1(name), QStringLiteral("must be a text in quotes"));
    return field ? field->toString() : QString();
}

bool ScriptFields::flag(const char *name)
{
    const auto field = value(name);
    if (field && !field->isBool())
        complain(QString::fromLatin1(name), QStringLiteral("must be true or false"));
    return field && field->toBool();
}

QJsonArray ScriptFields::array(const char *name)
{
    const auto field = value(name);
    if (field && !field->isArray())
        complain(QString::fromLatin1(name), QStringLiteral("must be a list in brackets"));
    return field ? field->toArray() : QJsonArray();
}

void ScriptFields::refuseOthers()
{
    for (auto field = m_object.constBegin(); field != m_object.constEnd(); ++field) {
        if (!m_known.contains(field.key()))
            complain(field.key(), QStringLiteral("is not a field that weather scripts have"));
    }
}

} // namespace breakwater
