// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/moneywords.h"

#include <QCoreApplication>
#include <QLocale>

namespace breakwater {

QString money(double dollars)
{
    constexpr double least = 0.0001;
    const auto figure = [](double amount, int decimals) -> QString { return QLatin1Char('$') + QLocale().toString(amount, 'f', decimals); };
    if (dollars <= 0.0)
        return figure(0.0, 2);
    if (dollars < least)
        return QCoreApplication::translate("breakwater::MoneyWords", "under %1").arg(figure(least, 4));
    return figure(dollars, dollars < 0.00995 ? 4 : dollars < 0.0995 ? 3 : 2);
}

} // namespace breakwater
