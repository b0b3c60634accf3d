// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/fieldpicture.h"

#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace breakwater {

void setFieldPicture(QLineEdit &field, Icon which)
{
    constexpr int extent = 16;
    constexpr int before = 7;
    constexpr int behind = 5;
    auto *picture = new QLabel(&field);
    picture->setAttribute(Qt::WA_TransparentForMouseEvents);
    const auto wear = [picture, which] { picture->setPixmap(icon(which, &Tokens::text3).pixmap(extent, extent)); };
    wear();
    QObject::connect(&Theme::instance(), &Theme::changed, picture, wear);
    auto *row = new QHBoxLayout(&field);
    row->setContentsMargins(before, 0, 0, 0);
    row->addWidget(picture);
    row->addStretch();
    field.setTextMargins(extent + behind, 0, 0, 0);
}

} // namespace breakwater
