// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/prompttemplate.h"

#include <QRegularExpression>

namespace breakwater {

PromptTemplate::PromptTemplate(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\{\\{\\s*([^{}\\s][^{}\\n]{0,59}?)\\s*\\}\\}"));
    qsizetype from = 0;
    for (auto match = form.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch each = match.next();
        const QString name = each.captured(1);
        if (each.capturedStart() > from)
            m_pieces.push_back({text.mid(from, each.capturedStart() - from), {}});
        m_pieces.push_back({each.captured(), name});
        from = each.capturedEnd();
        if (!m_variables.contains(name))
            m_variables.append(name);
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
