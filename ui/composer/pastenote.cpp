// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/pastenote.h"

#include "ui/style/button.h"

#include <QLocale>

namespace breakwater {

PasteNote::PasteNote(QWidget *parent)
    : ComposerNote(parent)
{
    auto *asText = new Button(Button::Kind::Plain, tr("Put it into the text"), this);
    asText->setObjectName(QStringLiteral("pasteAsText"));
    asText->setSize(Button::Size::Small);
    auto *close = new IconButton(Icon::Close, tr("Leave it as a file"), this);
    close->setObjectName(QStringLiteral("leaveAsFile"));
    close->setExtent(24, 12);
    add(asText);
    add(close);
    connect(asText, &QAbstractButton::clicked, this, [this] {
        const AttachmentId file = m_file;
        const QString pasted = m_pasted;
        forget();
        Q_EMIT textWanted(file, pasted);
    });
    connect(close, &QAbstractButton::clicked, this, &PasteNote::forget);
}

void PasteNote::offer(const AttachmentId &file, const QString &pasted)
{
    m_file = file;
    m_pasted = pasted;
    setText(tr("What you pasted has %1 characters: it goes along as a file.").arg(QLocale().toString(pasted.size())));
}

void PasteNote::forget()
{
    m_file = {};
    m_pasted.clear();
    setText({});
}

} // namespace breakwater
