// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptview.h"

#include "ui/style/theme.h"
#include "ui/transcript/letgo.h"
#include "ui/transcript/thinkingfold.h"

#include <QPainter>

#include <algorithm>

namespace breakwater {

namespace {

constexpr qreal belowLine = 4;
constexpr qreal belowText = 14;
constexpr qreal ruleLeft = 6;
constexpr qreal ruleWidth = 2;
constexpr qreal textLeft = 18;

QString thinkingWords(const Message &message)
{
    if (message.text.isEmpty() && message.state == MessageState::Streaming)
        return TranscriptView::tr("Thinking");
    return message.thoughtFor >= std::chrono::seconds(1) ? TranscriptView::tr("Thought for %1").arg(shortSpan(message.thoughtFor)) : TranscriptView::tr("Thought");
}

} // namespace

/// Above the answer: the line that opens it, and what the model thought where the reader opened it.
void TranscriptView::placeThinking(std::size_t index, qreal &y)
{
    TranscriptRow &row = m_rows[index];
    RowLook &look = row.look();
    const Message *message = messageOf(row);
    look.thinking = look.thinkingText = {};
    if (!message || message->thoughts.empty() || message->state == MessageState::SetAside) {
        look.thinkingLayout.reset();
        return;
    }
    look.thinking = {0, y, columnWidth(), static_cast<qreal>(ThinkingFold::fixedHeight())};
    y = look.thinking.bottom() + belowLine;
    const QString text = textOf(message->thoughts);
    if (text.isEmpty() || !m_thinkingShown.contains(row.id)) {
        look.thinkingLayout.reset();
        return;
    }
    if (!look.thinkingLayout)
        look.thinkingLayout = std::make_unique<MessageLayout>(MessageLayout::Kind::Answer);
    look.thinkingLayout->setText(text, message->text.isEmpty() && message->state == MessageState::Streaming);
    const qreal width = columnWidth() - textLeft;
    look.thinkingText = {textLeft, y, width, look.thinkingLayout->layOut(width)};
    y = look.thinkingText.bottom() + belowText;
}

void TranscriptView::setThinkingShown(const MessageId &id, bool shown)
{
    shown ? (void)m_thinkingShown.insert(id) : (void)m_thinkingShown.remove(id);
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&id](const TranscriptRow &each) { return each.id == id; });
    if (row == m_rows.end())
        return;
    m_stick = false; // the reader looks here, not at the end
    row->exact = false;
    arrange(Follow::No);
}

void TranscriptView::syncThinking(std::size_t index)
{
    TranscriptRow &row = m_rows[index];
    RowLook &look = row.look();
    const Message *message = look.thinking.isNull() ? nullptr : messageOf(row);
    if (!message) {
        letGo(look.thinkingFold);
        return;
    }
    if (!look.thinkingFold) {
        look.thinkingFold = new ThinkingFold(viewport());
        connect(look.thinkingFold, &QAbstractButton::clicked, this, [this, id = row.id](bool open) { setThinkingShown(id, open); });
    }
    look.thinkingFold->setState(thinkingWords(*message), !textOf(message->thoughts).isEmpty(), m_thinkingShown.contains(row.id));
    const QPointF origin = originOf(index);
    const int width = std::min(look.thinkingFold->sizeHint().width(), static_cast<int>(look.thinking.width()));
    look.thinkingFold->setGeometry(QRect((look.thinking.topLeft() + origin).toPoint(), QSize(width, ThinkingFold::fixedHeight())));
    look.thinkingFold->show();
}

void TranscriptView::paintThinking(QPainter &painter, const TranscriptRow &row, const QRectF &clip) const
{
    const RowLook &look = row.look();
    if (!look.thinkingLayout || look.thinkingText.isNull())
        return;
    const Tokens &tokens = Theme::instance().tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.line2);
    painter.drawRoundedRect(QRectF(ruleLeft, look.thinkingText.top(), ruleWidth, look.thinkingText.height()), ruleWidth / 2, ruleWidth / 2);
    painter.translate(look.thinkingText.topLeft());
    Tokens quiet = tokens; // it is not the answer
    quiet.text = tokens.text2;
    look.thinkingLayout->paint(painter, clip.translated(-look.thinkingText.topLeft()), quiet, std::nullopt, foundIn(row, true));
    painter.restore();
}

} // namespace breakwater
