// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchfields.h"

#include "ui/style/card.h"
#include "ui/style/focusring.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QVBoxLayout>

namespace breakwater {

FieldEdit::FieldEdit(int least, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_least(least)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    FocusRing::attach(this, metrics::controlRadius);
    connect(&Theme::instance(), &Theme::changed, this, &QWidget::updateGeometry);
}

void FieldEdit::setShown()
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

QSize FieldEdit::sizeHint() const
{
    return {scaledUp(160), scaledUp(m_least)};
}

TextLabel *fieldHeading(const QString &words, QWidget *field)
{
    auto *heading = new TextLabel(TextRole::InterfaceStrong, &Tokens::text, words);
    heading->setBuddy(field);
    return heading;
}

TextLabel *fieldSentence(const QString &words)
{
    auto *sentence = new TextLabel(TextRole::Small, &Tokens::text2, words);
    sentence->setWordWrap(true);
    return sentence;
}

QWidget *fieldCard(FieldEdit *edit)
{
    auto *card = new Card(Card::Ground::Raised);
    card->setBorder(Card::Border::Clear);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(6, 4, 6, 4);
    inside->addWidget(edit);
    return card;
}

} // namespace breakwater
