// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/section.h"

#include "ui/style/theme.h"
#include "ui/weather/themedlabel.h"

#include <QBoxLayout>
#include <QPainter>

namespace breakwater {

Hairline::Hairline(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(1);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().tokens().line);
}

QBoxLayout *tightColumn(QWidget *owner)
{
    auto *made = new QVBoxLayout(owner);
    made->setContentsMargins(0, 0, 0, 0);
    made->setSpacing(0);
    return made;
}

QBoxLayout *titleRow(const QString &title, QLabel *note)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 6);
    row->addWidget(new ThemedLabel(TextRole::InterfaceStrong, &Tokens::text, title), 1);
    if (note)
        row->addWidget(note);
    return row;
}

QWidget *section(const QString &title, QLabel *note, QWidget *content)
{
    auto *made = new QWidget;
    QBoxLayout *lines = tightColumn(made);
    lines->addSpacing(12);
    lines->addWidget(new Hairline);
    lines->addSpacing(12);
    lines->addLayout(titleRow(title, note));
    lines->addWidget(content);
    return made;
}

} // namespace breakwater
