// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace breakwater {

/// A text in which "{{topic}}" stands for what is filled in, read once to be filled in many times. A name has up to 60
/// letters, and neither braces nor a line break. Pure values.
class PromptTemplate
{
public:
    explicit PromptTemplate(const QString &text);

    /// What is to be filled in, each once, in its order.
    [[nodiscard]] const QStringList &variables() const { return m_variables; }
    /// The text with the values in place of their variables; those without one stay. What a value says is never read as a
    /// variable.
    [[nodiscard]] QString filledIn(const QHash<QString, QString> &values) const;

private:
    struct Piece
    {
        QString text; ///< as it stands: of a variable with its braces
        QString variable; ///< empty: plain text
    };
    std::vector<Piece> m_pieces;
    QStringList m_variables;
};

/// Where a variable stands in a text, with its braces.
struct VariablePlace
{
    QString name;
    qsizetype at = 0;
    qsizetype length = 0;
    friend bool operator==(const VariablePlace &, const VariablePlace &) = default;
};
[[nodiscard]] std::vector<VariablePlace> variablePlacesIn(const QString &text);

/// The same for a text that is used once.
[[nodiscard]] QStringList variablesIn(const QString &text);
[[nodiscard]] QString filledIn(const QString &text, const QHash<QString, QString> &values);

} // namespace breakwater
