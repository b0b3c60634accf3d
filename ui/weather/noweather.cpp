// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/noweather.h"

#include "ui/weather/section.h"
#include "ui/weather/themedlabel.h"

#include <QBoxLayout>

namespace breakwater {

NoWeather::NoWeather(QWidget *parent)
    : QWidget(parent)
{
    QBoxLayout *lines = tightColumn(this);
    auto *title = new ThemedLabel(TextRole::Heading, &Tokens::text, tr("No weather yet"));
    auto *sentence = new ThemedLabel(TextRole::Interface, &Tokens::text2, tr("It appears with your first turn."));
    title->setAlignment(Qt::AlignCenter);
    sentence->setAlignment(Qt::AlignCenter);
    lines->addStretch(2);
    lines->addWidget(title);
    lines->addSpacing(4);
    lines->addWidget(sentence);
    lines->addStretch(3);
}

} // namespace breakwater
