// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/composernote.h"

#include "ui/style/textlabel.h"

#include <QAbstractButton>
#include <QHBoxLayout>

namespace breakwater {

ComposerNote::ComposerNote(QWidget *parent)
    : QWidget(parent)
    , m_words(new TextLabel(TextRole::Small, &Tokens::text2, {}, this))
    , m_row(new QHBoxLayout(this))
{
    m_words->setWordWrap(true);
    m_row->setContentsMargins(6, 0, 0, 4);
    m_row->setSpacing(6);
    m_row->addWidget(m_words, 1);
    setCursor(Qt::ArrowCursor);
    hide();
}

void ComposerNote::add(QAbstractButton *button)
{
    button->setCursor(Qt::ArrowCursor);
    m_row->addWidget(button, 0, Qt::AlignTop);
}

QString ComposerNote::text() const
{
    return isHidden() ? QString() : m_words->text();
}

void ComposerNote::setText(const QString &text)
{
    m_words->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

} // namespace breakwater
