// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/attachmentrow.h"

#include "ui/composer/attachmentwords.h"
#include "ui/style/button.h"
#include "ui/style/icons.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int gap = 8;
constexpr int chipHeight = 30;
constexpr int iconSize = 14;
constexpr int side = 10;
constexpr int inner = 7;
constexpr int mostName = 180;
constexpr int textLeft = 8; // as the text of the composer begins

int scaled(int pixels)
{
    return qRound(pixels * qMax(1.0, Theme::instance().textScale()));
}

/// A file of the draft: what it is, its name, its size, and a way to leave it out.
class Chip : public QWidget
{
public:
    Chip(const Attachment &attachment, QWidget *parent)
        : QWidget(parent)
        , m_icon(attachment.kind == AttachmentKind::Image ? Icon::Image : Icon::File)
        , m_name(attachment.name)
        , m_size(sizeWords(attachment.data.size()))
        , m_remove(new IconButton(Icon::Close, AttachmentRow::tr("Remove %1").arg(attachment.name), this))
    {
        m_remove->setExtent(24, 12);
        m_remove->setCursor(Qt::ArrowCursor);
        setAccessibleName(AttachmentRow::tr("%1, %2").arg(m_name, m_size));
        setToolTip(m_name);
        setCursor(Qt::ArrowCursor);
    }
    [[nodiscard]] IconButton *removeButton() const { return m_remove; }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {side + iconSize + inner + nameWidth() + inner + sizeWidth() + 2 + m_remove->sizeHint().width() + 3, scaled(chipHeight)};
    }

protected:
    void resizeEvent(QResizeEvent *) override
    {
        const QSize size = m_remove->sizeHint();
        m_remove->setGeometry(QRect(QPoint(width() - size.width() - 3, (height() - size.height()) / 2), size));
    }
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = Theme::instance().tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens.line, 1));
        painter.setBrush(tokens.sunken);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::controlRadius, metrics::controlRadius);
        paintIcon(painter, m_icon, QRectF(side, 0, iconSize, height()), iconSize, tokens.text3);
        painter.setFont(fontFor(TextRole::Small));
        painter.setPen(tokens.text);
        int x = side + iconSize + inner;
        const int room = width() - x - inner - sizeWidth() - 2 - m_remove->width() - 3;
        painter.drawText(QRect(x, 0, room, height()), Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(m_name, Qt::ElideMiddle, room));
        x += room + inner;
        painter.setPen(tokens.text3);
        painter.drawText(QRect(x, 0, sizeWidth() + 1, height()), Qt::AlignVCenter | Qt::AlignLeft, m_size);
    }

private:
    [[nodiscard]] int nameWidth() const { return std::min(QFontMetrics(fontFor(TextRole::Small)).horizontalAdvance(m_name) + 1, scaled(mostName)); }
    [[nodiscard]] int sizeWidth() const { return QFontMetrics(fontFor(TextRole::Small)).horizontalAdvance(m_size); }

    Icon m_icon;
    QString m_name;
    QString m_size;
    IconButton *m_remove;
};

} // namespace

AttachmentRow::AttachmentRow(QWidget *parent)
    : QWidget(parent)
    , m_refusal(new TextLabel(TextRole::Small, &Tokens::danger, {}, this))
{
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    setAccessibleName(tr("Attachments"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
    connect(&Theme::instance(), &Theme::changed, this, &AttachmentRow::refresh);
}

void AttachmentRow::setAttachments(const std::vector<Attachment> &attachments)
{
    for (QWidget *chip : m_chips) { // it may be a chip that is calling
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    for (const Attachment &attachment : attachments) {
        auto *chip = new Chip(attachment, this);
        connect(chip->removeButton(), &QAbstractButton::clicked, this, [this, id = attachment.id] { Q_EMIT removeWanted(id); });
        chip->show();
        m_chips.push_back(chip);
    }
    refresh();
}

void AttachmentRow::refuse(const QString &sentence)
{
    m_refusal->setText(sentence);
    m_refusal->setVisible(!sentence.isEmpty());
    refresh();
}

QString AttachmentRow::refusal() const
{
    return m_refusal->text();
}

void AttachmentRow::refresh()
{
    setVisible(!m_chips.empty() || !m_refusal->text().isEmpty());
    if (width() > 0)
        setFixedHeight(place(width(), false));
    updateGeometry();
}

int AttachmentRow::place(int width, bool measureOnly) const
{
    int x = 0;
    int y = 0;
    for (QWidget *chip : m_chips) {
        const QSize size = chip->sizeHint().boundedTo(QSize(width, INT_MAX));
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += size.height() + gap;
        }
        if (!measureOnly)
            chip->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + gap;
    }
    if (!m_chips.empty())
        y += scaled(chipHeight) + gap;
    if (m_refusal->text().isEmpty())
        return y;
    const int height = m_refusal->heightForWidth(width - textLeft);
    if (!measureOnly)
        m_refusal->setGeometry(textLeft, y, width - textLeft, height);
    return y + height + gap;
}

int AttachmentRow::heightForWidth(int width) const
{
    return place(width, true);
}

QSize AttachmentRow::sizeHint() const
{
    return {200, place(std::max(width(), 200), true)};
}

void AttachmentRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        refresh();
}

} // namespace breakwater
