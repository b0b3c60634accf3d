// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/prompt.h"

#include <QRegularExpression>

namespace breakwater {

namespace {

constexpr qsizetype longestName = 40;

const QRegularExpression &variable()
{
    static const QRegularExpression form(QStringLiteral("\\{\\{\\s*([^{}\\s][^{}\\n]{0,59}?)\\s*\\}\\}"));
    return form;
}

} // namespace

QStringList variablesIn(const QString &text)
{
    QStringList names;
    for (auto match = variable().globalMatch(text); match.hasNext();) {
        const QString name = match.next().captured(1);
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

/// In one go: what was filled in may look like a variable itself.
QString filledIn(const QString &text, const QHash<QString, QString> &values)
{
    QString filled;
    qsizetype from = 0;
    for (auto match = variable().globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch each = match.next();
        const auto value = values.constFind(each.captured(1));
        if (value == values.cend())
            continue;
        filled += QStringView(text).mid(from, each.capturedStart() - from);
        filled += *value;
        from = each.capturedEnd();
    }
    return filled + QStringView(text).mid(from);
}

QString promptNameFrom(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= longestName ? line : line.left(line.lastIndexOf(QLatin1Char(' '), longestName) > 0 ? line.lastIndexOf(QLatin1Char(' '), longestName) : longestName) + QChar(0x2026);
}

} // namespace breakwater
