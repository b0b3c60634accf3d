// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/usagewords.h"

#include "ui/words/moneywords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace breakwater {

namespace {

struct UsageWordsSaying
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::UsageWords)
};

QString count(const std::optional<qint64> &tokens)
{
    return QLocale().toString(tokens.value_or(0));
}

} // namespace

QString usageWords(const Usage &usage, std::optional<double> dollars)
{
    QStringList parts;
    if (usage.input)
        parts += usage.cacheRead.value_or(0) > 0 ? UsageWordsSaying::tr("%1 tokens read, %2 of them from the cache").arg(count(usage.input), count(usage.cacheRead))
                                                 : UsageWordsSaying::tr("%1 tokens read").arg(count(usage.input));
    if (usage.output)
        parts += usage.thinking.value_or(0) > 0 ? UsageWordsSaying::tr("%1 written, %2 of them thinking").arg(count(usage.output), count(usage.thinking))
                                                : UsageWordsSaying::tr("%1 written").arg(count(usage.output));
    if (dollars)
        parts += *dollars > 0.0 ? money(*dollars) : UsageWordsSaying::tr("at no cost");
    return parts.join(QStringLiteral("; "));
}

} // namespace breakwater
