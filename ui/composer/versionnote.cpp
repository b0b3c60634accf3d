// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/versionnote.h"

#include "ui/style/button.h"
#include "ui/style/textlabel.h"

#include <QHBoxLayout>

namespace breakwater {

VersionNote::VersionNote(QWidget *parent)
    : QWidget(parent)
{
    auto *label = new TextLabel(TextRole::Small, &Tokens::text2, tr("Another version of your question. What was there stays."), this);
    auto *drop = new IconButton(Icon::Close, {}, this);
    drop->setName(tr("Leave the question as it was"), Qt::Key_Escape);
    drop->setObjectName(QStringLiteral("dropVersion"));
    drop->setCursor(Qt::ArrowCursor);
    connect(drop, &QAbstractButton::clicked, this, &VersionNote::dropped);
    setAccessibleName(label->text());
    setCursor(Qt::ArrowCursor);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 0, 4);
    layout->setSpacing(4);
    layout->addWidget(label, 1);
    layout->addWidget(drop);
    hide();
}

} // namespace breakwater
