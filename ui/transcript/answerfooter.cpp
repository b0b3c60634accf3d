// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/answerfooter.h"

#include "ui/style/button.h"
#include "ui/style/focusring.h"
#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int badgeHeight = 26;
constexpr int leadingSize = 14;

} // namespace

AnswerBadge::AnswerBadge(QWidget *parent)
    : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("Open the flight record"));
    FocusRing::attach(this, badgeHeight / 2.0);
}

QSize AnswerBadge::sizeHint() const
{
    const qreal text = QFontMetricsF(fontFor(TextRole::Small)).horizontalAdvance(this->text());
    return {qCeil(text) + 10 + leadingSize + 6 + 11, scaledUp(badgeHeight)};
}

void AnswerBadge::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.line2, tokens.border));
    painter.setBrush(isDown() ? tokens.selected : underMouse() ? tokens.hover : QColor(Qt::transparent));
    const qreal radius = (height() - 1) / 2.0;
    painter.drawRoundedRect(bordered(rect(), tokens), radius, radius);
    paintIcon(painter, Icon::Route, QRectF(10, 0, leadingSize, height()), leadingSize, tokens.text2);
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(tokens.text2);
    const QRectF room(10 + leadingSize + 6, 0, width() - 10 - leadingSize - 6 - 8, height());
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, QFontMetricsF(painter.font()).elidedText(text(), Qt::ElideRight, room.width()));
}

AnswerFooter::AnswerFooter(QWidget *parent)
    : QWidget(parent)
    , m_badge(new AnswerBadge(this))
    , m_copy(new IconButton(Icon::Copy, tr("Copy answer"), this))
    , m_again(new IconButton(Icon::Refresh, tr("Ask again"), this))
    , m_stop(new Button(Button::Kind::Quiet, tr("Stop"), this))
    , m_show(new Button(Button::Kind::Quiet, tr("Show"), this))
{
    m_show->setSize(Button::Size::Small);
    m_show->setFocusPolicy(Qt::TabFocus);
    connect(m_show, &QAbstractButton::clicked, this, [this] { Q_EMIT foldWanted(m_fold == Fold::Folded ? Fold::Open : Fold::Folded); });
    m_stop->setSize(Button::Size::Small);
    m_stop->setLeadingIcon(Icon::Stop);
    m_stop->setHint(tr("Esc"));
    m_stop->setFocusPolicy(Qt::TabFocus); // as in the retry card
    for (IconButton *button : {m_copy, m_again})
        button->setExtent(badgeHeight, leadingSize);
    connect(m_badge, &QAbstractButton::clicked, this, &AnswerFooter::flightRecordWanted);
    connect(m_copy, &QAbstractButton::clicked, this, &AnswerFooter::copyWanted);
    connect(m_again, &QAbstractButton::clicked, this, &AnswerFooter::askAgainWanted);
    connect(m_stop, &QAbstractButton::clicked, this, &AnswerFooter::stopWanted);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        place();
        update();
    });
    setState(State::Quiet, {});
}

int AnswerFooter::fixedHeight()
{
    return scaledUp(badgeHeight);
}

void AnswerFooter::setState(State state, const QString &words)
{
    if (state == m_state && words == m_words && !m_words.isEmpty())
        return;
    m_state = state;
    m_words = words;
    m_badge->setText(words);
    m_badge->setAccessibleName(words);
    m_badge->setVisible(state == State::Badge);
    m_copy->setVisible(state != State::Writing);
    m_again->setVisible(state == State::Quiet || state == State::Badge);
    m_stop->setVisible(state == State::Writing);
    m_show->setVisible(state == State::SetAside);
    setAccessibleName(words);
    place();
    update();
}

void AnswerFooter::setSetAside(const QString &words, Fold fold)
{
    m_fold = fold;
    m_show->setText(fold == Fold::Folded ? tr("Show") : tr("Hide"));
    m_show->setAccessibleName(fold == Fold::Folded ? tr("Show what came") : tr("Hide what came"));
    setState(State::SetAside, words);
}

void AnswerFooter::place()
{
    const int buttons = m_copy->sizeHint().width() + m_again->sizeHint().width() + 8;
    int x = 0;
    if (m_state == State::Badge) {
        const QSize size = m_badge->sizeHint();
        m_badge->setGeometry(0, (height() - size.height()) / 2, qMin(size.width(), width() - buttons), size.height());
        x = m_badge->width() + 6;
    } else {
        const int text = qCeil(QFontMetricsF(fontFor(TextRole::Small)).horizontalAdvance(m_words));
        // The seconds count up; the button beside them stands still until the text is a step wider.
        constexpr int step = 16;
        x = m_state == State::Writing ? (text + step) / step * step + 6 : text + 6;
    }
    if (m_state == State::Writing) {
        const QSize size = m_stop->sizeHint();
        m_stop->setGeometry(std::min(x, width() - size.width()), (height() - size.height()) / 2, size.width(), size.height());
        return;
    }
    if (m_state == State::SetAside) {
        const QSize size = m_show->sizeHint();
        x = std::min(x + leadingSize + 6, width() - size.width() - m_copy->sizeHint().width() - 2);
        m_show->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
        x += size.width() + 2;
    }
    for (IconButton *button : {m_copy, m_again}) {
        const QSize size = button->sizeHint();
        button->setGeometry(QRect(QPoint(x, (height() - size.height()) / 2), size));
        x += size.width() + 2;
    }
}

void AnswerFooter::resizeEvent(QResizeEvent *)
{
    place();
}

void AnswerFooter::paintEvent(QPaintEvent *)
{
    if (m_state == State::Badge)
        return;
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    QRectF words = rect();
    if (m_state == State::SetAside) {
        paintIcon(painter, Icon::Broken, QRectF(0, 0, leadingSize, height()), leadingSize, tokens.text3);
        words.setLeft(leadingSize + 6);
    }
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(tokens.text3);
    const QWidget *first = m_state == State::Writing ? static_cast<QWidget *>(m_stop) : m_state == State::SetAside ? static_cast<QWidget *>(m_show) : m_copy;
    words.setRight(first->x() - 6);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, QFontMetricsF(painter.font()).elidedText(m_words, Qt::ElideRight, words.width()));
}

} // namespace breakwater
