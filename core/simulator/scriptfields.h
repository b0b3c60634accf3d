// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/weatherscript.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace breakwater {

/// Reads the fields of one JSON object of a script and remembers the first thing that is wrong,
/// so that a reader lists its fields without a branch for each.
class ScriptFields
{
public:
    ScriptFields(const QJsonValue &value, QString path, std::optional<ScriptProblem> &problem);

    [[nodiscard]] std::optional<double> number(const char *name, double least, double most);
    [[nodiscard]] std::optional<int> whole(const char *name, int least, int most);
    [[nodiscard]] std::optional<Duration> milliseconds(const char *name);
    [[nodiscard]] QString text(const char *name);
    [[nodiscard]] bool flag(const char *name);
    [[nodiscard]] QJsonArray array(const char *name);
    [[nodiscard]] std::optional<QJsonValue> value(const char *name);
    [[nodiscard]] QString pathOf(const QString &name) const;

    /// Complains about a field, unless something was wrong before.
    void complain(const QString &name, const QString &what);
    /// Complains about fields that nobody asked for: most are misspelt.
    void refuseOthers();

private:
    QJsonObject m_object;
    QString m_path;
    QSet<QString> m_known;
    std::optional<ScriptProblem> &m_problem;
};

} // namespace breakwater
