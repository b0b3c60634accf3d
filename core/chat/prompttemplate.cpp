// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/prompttemplate.h"

#include <QRegularExpression>

namespace breakwater {

std::vector<VariablePlace> variablePlacesIn(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\{\\{\\s*([^{}\\s][^{}\\n]{0,59}?)\\s*\\}\\}"));
    std::vector<VariablePlace> places;
    for (auto match = form.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch each = match.next();
        places.push_back({each.captured(1), each.capturedStart(), each.capturedLength()});
    }
    return places;
}

PromptTemplate::PromptTemplate(const QString &text)
{
    qsizetype from = 0;
    for (const VariablePlace &each : variablePlacesIn(text)) {
        if (each.at > from)
            m_pieces.push_back({text.mid(from, each.at - from), {}});
        m_pieces.push_back({text.mid(each.at, each.length), each.name});
        from = each.at + each.length;
        if (!m_variables.contains(each.name))
            m_variables.append(each.name);
    }
    if (from < text.size())
        m_pieces.push_back({text.mid(from), {}});
}

QString PromptTemplate::filledIn(const QHash<QString, QString> &values) const
{
    QString filled;
    for (const Piece &piece : m_pieces) {
        const auto value = piece.variable.isEmpty() ? values.cend() : values.constFind(piece.variable);
        filled += value == values.cend() ? piece.text : *value;
    }
    return filled;
}

QStringList variablesIn(const QString &text)
{
    return PromptTemplate(text).variables();
}

QString filledIn(const QString &text, const QHash<QString, QString> &values)
{
    return PromptTemplate(text).filledIn(values);
}

} // namespace breakwater
