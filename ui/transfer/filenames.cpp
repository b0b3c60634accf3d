// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/filenames.h"

#include <QRegularExpression>

namespace breakwater {

QString safeFileName(const QString &title)
{
    constexpr qsizetype mostBytes = 100;
    QString name;
    for (const QChar each : title.left(400)) {
        static const QString forbidden = QStringLiteral("/\\:*?\"<>|");
        name += forbidden.contains(each) || (!each.isPrint() && !each.isSurrogate()) ? QChar(u' ') : each;
    }
    name = name.isValidUtf16() ? name.simplified() : QString::fromUtf8(name.toUtf8()).simplified();
    const auto atTheEnds = [](QChar each) { return each == u'.' || each == u' ' || each == u'~'; };
    while (!name.isEmpty() && atTheEnds(name.front()))
        name.remove(0, 1);
    while (name.toUtf8().size() > mostBytes || (!name.isEmpty() && (name.back().isHighSurrogate() || atTheEnds(name.back()))))
        name.chop(1);
    static const QRegularExpression reserved(QStringLiteral("^(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?$"), QRegularExpression::CaseInsensitiveOption);
    if (name.isEmpty())
        return QStringLiteral("Conversation");
    return reserved.match(name).hasMatch() ? QLatin1Char('_') + name : name;
}

QString FileNames::next(const QString &title, const QString &ending)
{
    const QString name = safeFileName(title);
    for (int number = 1;; ++number) {
        const QString whole = name + (number > 1 ? QStringLiteral(" (%1)").arg(number) : QString()) + ending;
        const QString key = whole.toCaseFolded();
        if (m_taken.contains(key))
            continue;
        m_taken.insert(key);
        return whole;
    }
}

} // namespace breakwater
