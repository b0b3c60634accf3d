// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace breakwater {

/// A text that a person uses again. "{{topic}}" in it stands for what is asked when it is used.
struct Prompt
{
    QString name;
    QString text;
    friend bool operator==(const Prompt &, const Prompt &) = default;
};

/// What is to be filled in, each once, in its order. Pure.
[[nodiscard]] QStringList variablesIn(const QString &text);

/// `text` with the values in place of their variables; those without one stay. Pure.
[[nodiscard]] QString filledIn(const QString &text, const QHash<QString, QString> &values);

/// What a new prompt is called that begins like this. Pure.
[[nodiscard]] QString promptNameFrom(const QString &text);

} // namespace breakwater
