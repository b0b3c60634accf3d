// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/banner.h"

#include "ui/style/button.h"
#include "ui/style/statusmark.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QFontMetrics>
#include <QPainter>

namespace breakwater {

namespace {

constexpr int sidePadding = 17;
constexpr int topPadding = 15;
constexpr int iconColumn = 20;
constexpr int columnGap = 14;
constexpr int textLeft = sidePadding + iconColumn + columnGap;

QFont titleFont()
{
    QFont font = fontFor(TextRole::InterfaceStrong);
    font.setPixelSize(qRound(14 * Theme::instance().textScale()));
    return font;
}

Icon iconOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Key:
        return Icon::Key;
    case NoticeKind::Edit:
    case NoticeKind::Declined:
        return Icon::Pencil;
    case NoticeKind::Offline:
    case NoticeKind::Connection:
        return Icon::WifiOff;
    case NoticeKind::Disk:
        return Icon::Disk;
    case NoticeKind::BrokenOff:
        return Icon::Broken;
    case NoticeKind::Paused:
    case NoticeKind::OwnLimit:
    case NoticeKind::Server:
        break;
    }
    return Icon::Server;
}

} // namespace

Banner::Banner(TurnId turn, QWidget *parent)
    : QWidget(parent)
    , m_turn(std::move(turn))
    , m_button(new Button(Button::Kind::Plain, QString(), this))
{
    m_button->setFocusPolicy(Qt::TabFocus); // as in the retry card
    setObjectName(QStringLiteral("Banner"));
    connect(m_button, &QAbstractButton::clicked, this, [this] { Q_EMIT actionWanted(m_turn, m_notice.action); });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        placeButton();
        update();
    });
}

void Banner::setNotice(const Notice &notice, const QString &actionLabel)
{
    const bool changed = !(m_notice.words == notice.words);
    m_notice = notice;
    m_button->setText(actionLabel);
    m_button->setVisible(!actionLabel.isEmpty());
    placeButton();
    update();
    if (!changed)
        return;
    setAccessibleName(notice.words.title);
    setAccessibleDescription(notice.words.sentence);
    // Only what needs the reader may interrupt.
    QAccessibleEvent event(this, notice.needsReader ? QAccessible::Alert : QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

int Banner::textWidth(int width) const
{
    const int button = m_button->isHidden() ? 0 : m_button->sizeHint().width() + columnGap;
    return qMax(80, width - textLeft - sidePadding - button);
}

int Banner::heightForWidth(int width) const
{
    const QRect room(0, 0, textWidth(width), 10'000);
    const int title = QFontMetrics(titleFont()).boundingRect(room, Qt::TextWordWrap, m_notice.words.title).height();
    const int sentence = QFontMetrics(fontFor(TextRole::Interface)).boundingRect(room, Qt::TextWordWrap, m_notice.words.sentence).height();
    return 2 * topPadding + title + 3 + sentence + 4;
}

QSize Banner::sizeHint() const
{
    return {metrics::messageWidth, heightForWidth(metrics::messageWidth)};
}

void Banner::placeButton()
{
    const QSize size = m_button->sizeHint();
    m_button->setGeometry(QRect(QPoint(width() - sidePadding - size.width(), (height() - size.height()) / 2), size));
}

void Banner::resizeEvent(QResizeEvent *)
{
    placeButton();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.line2, tokens.border));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(bordered(rect(), tokens), metrics::cardRadius, metrics::cardRadius);

    const QFont font = titleFont();
    const QRect room(textLeft, topPadding, textWidth(width()), height() - topPadding);
    const QRect title = QFontMetrics(font).boundingRect(room, Qt::TextWordWrap, m_notice.words.title);

    const QRectF iconBox(sidePadding, topPadding + 1, iconColumn, iconColumn);
    if (m_notice.kind == NoticeKind::OwnLimit)
        paintStatusMark(painter, iconBox.adjusted(3, 3, -3, -3), SampleClass::OwnLimit, tokens);
    else if (m_notice.kind == NoticeKind::Paused) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(pausedBrush(tokens, devicePixelRatioF()));
        painter.drawRoundedRect(iconBox.adjusted(2, 4.5, -2, -4.5), 2.5, 2.5);
    } else
        paintIcon(painter, iconOf(m_notice.kind), iconBox, 18, m_notice.needsReader ? tokens.danger : tokens.text2);

    painter.setFont(font);
    painter.setPen(tokens.text);
    painter.drawText(room, Qt::TextWordWrap, m_notice.words.title);
    painter.setFont(fontFor(TextRole::Interface));
    painter.setPen(tokens.text2);
    painter.drawText(room.adjusted(0, title.height() + 3, 0, 0), Qt::TextWordWrap, m_notice.words.sentence);
}

} // namespace breakwater
