// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/rowtext.h"

#include "ui/style/theme.h"

#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int mostLinesOfAll = 500; // more than any screen has

} // namespace

RowText::RowText(const QString &name, int mostLines, Room room, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_mostLines(mostLines)
    , m_room(room)
{
    setAccessibleName(name);
    setReadOnly(true);
    setTabChangesFocus(true);
    // The caret shows where the keyboard is; without it nothing of the text can be selected by keys.
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(8);
    setSizePolicy(QSizePolicy::Expanding, room == Room::Grows ? QSizePolicy::Expanding : QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, &RowText::wear);
    wear();
}

void RowText::wear()
{
    const Tokens &tokens = Theme::instance().tokens();
    QFont font = fontFor(TextRole::Interface);
    font.setPixelSize(qRound(14 * Theme::instance().textScale()));
    setFont(font);
    QPalette colors = palette();
    colors.setColor(QPalette::Base, tokens.sunken);
    colors.setColor(QPalette::Text, tokens.text);
    setPalette(colors);
    fit();
}

void RowText::setWhole(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    setPlainText(text);
    fit();
}

/// Of so many lines at most.
int RowText::heightOf(int lines) const
{
    const qreal margin = document()->documentMargin();
    const qreal most = lines * QFontMetricsF(font()).lineSpacing() + margin;
    qreal text = 0; // with the margin below the last block
    for (QTextBlock block = document()->begin(); block.isValid() && text < most; block = block.next())
        text += blockBoundingRect(block).height();
    return qCeil(std::min(text, most) + margin) + 1 + 2 * frameWidth(); // a pixel more, or it scrolls
}

void RowText::fit()
{
    const int few = heightOf(m_mostLines);
    setMinimumHeight(few);
    setMaximumHeight(m_room == Room::Grows ? heightOf(mostLinesOfAll) : few);
}

void RowText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

} // namespace breakwater
