// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/wrappingcheckbox.h"

#include <QStyleOptionButton>

#include <algorithm>

namespace breakwater {

WrappingCheckBox::WrappingCheckBox(QWidget *parent)
    : QCheckBox(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum); // fixed, it would be kept at one line
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize WrappingCheckBox::minimumSizeHint() const
{
    constexpr int least = 120;
    return {least, QCheckBox::minimumSizeHint().height()};
}

int WrappingCheckBox::heightForWidth(int width) const
{
    const int lines = static_cast<int>(wrapped(width).count(QLatin1Char('\n'))) + 1;
    return std::max(QCheckBox::sizeHint().height(), lines * fontMetrics().lineSpacing() + 2);
}

/// Drawn in lines, and not kept so: a text that changed with the width would lay the window out again and again.
void WrappingCheckBox::initStyleOption(QStyleOptionButton *option) const
{
    QCheckBox::initStyleOption(option);
    option->text = wrapped(width());
}

QString WrappingCheckBox::wrapped(int width) const
{
    const int room = width - style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, this) - style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing, nullptr, this);
    QString all;
    QString line;
    for (const QString &word : text().split(QLatin1Char(' '))) {
        const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
        if (!line.isEmpty() && fontMetrics().horizontalAdvance(longer) > room) {
            all += line + QLatin1Char('\n');
            line = word;
        } else {
            line = longer;
        }
    }
    return all + line;
}

} // namespace breakwater
