// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/versionnote.h"

#include "ui/style/button.h"

namespace breakwater {

VersionNote::VersionNote(QWidget *parent)
    : ComposerNote(parent)
{
    auto *drop = new IconButton(Icon::Close, {}, this);
    drop->setName(tr("Leave the question as it was"), Qt::Key_Escape);
    drop->setObjectName(QStringLiteral("dropVersion"));
    connect(drop, &QAbstractButton::clicked, this, &VersionNote::dropped);
    add(drop);
}

void VersionNote::setShown(bool shown)
{
    setText(shown ? tr("Another version of your question. What was there stays.") : QString());
}

} // namespace breakwater
