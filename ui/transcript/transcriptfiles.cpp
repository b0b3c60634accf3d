// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptview.h"

#include "ui/composer/attachmentwords.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QImageReader>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace breakwater {

namespace {

constexpr qreal gap = 8;
constexpr qreal chipHeight = 30;
constexpr qreal iconSize = 14;
constexpr qreal side = 10;
constexpr qreal inner = 7;
constexpr qreal mostName = 220;
constexpr QSize mostPicture(240, 180);
constexpr qint64 mostPixels = 100'000'000; // a small file may unpack to any size

qreal scaled(qreal pixels)
{
    return std::round(pixels * std::max(1.0, Theme::instance().textScale()));
}

/// Read at the size it is shown; null when it cannot be read.
QImage pictureOf(const Attachment &attachment, qreal ratio)
{
    QByteArray bytes = attachment.data;
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || qint64(size.width()) * size.height() > mostPixels)
        return {};
    const QSize most = mostPicture * ratio;
    if (size.width() > most.width() || size.height() > most.height())
        reader.setScaledSize(size.scaled(most, Qt::KeepAspectRatio));
    QImage picture = reader.read();
    picture.setDevicePixelRatio(ratio);
    return picture;
}

} // namespace

/// To the right, as the bubble is; in as many lines as they need.
void TranscriptView::placeFiles(TranscriptRow &row, const Message &message, qreal &y) const
{
    std::vector<FileMark> before = std::exchange(row.files, {});
    if (message.attachments.empty())
        return;
    const QFontMetricsF metrics(fontFor(TextRole::Small));
    for (std::size_t i = 0; i < message.attachments.size(); ++i) {
        const Attachment &attachment = message.attachments[i];
        FileMark mark;
        mark.kind = attachment.kind;
        mark.name = attachment.name;
        mark.size = sizeWords(attachment.data.size());
        if (i < before.size())
            mark.picture = before[i].picture;
        else if (attachment.kind == AttachmentKind::Image)
            mark.picture = pictureOf(attachment, devicePixelRatioF());
        const qreal words = std::min(metrics.horizontalAdvance(mark.name) + 1, scaled(mostName)) + inner + metrics.horizontalAdvance(mark.size);
        mark.at.setSize(mark.picture.isNull() ? QSizeF(side + iconSize + inner + words + side, scaled(chipHeight)) : mark.picture.deviceIndependentSize());
        mark.at.setWidth(std::min(std::round(mark.at.width()), columnWidth()));
        row.files.push_back(std::move(mark));
    }
    for (auto first = row.files.begin(); first != row.files.end();) { // one line after the other
        qreal width = 0;
        qreal height = 0;
        auto last = first;
        for (; last != row.files.end() && (last == first || width + gap + last->at.width() <= columnWidth()); ++last) {
            width += (last == first ? 0 : gap) + last->at.width();
            height = std::max(height, last->at.height());
        }
        qreal x = columnWidth() - width;
        for (; first != last; ++first) {
            first->at.moveTo(x, y + height - first->at.height());
            x += first->at.width() + gap;
        }
        y += height + gap;
    }
}

void TranscriptView::paintFiles(QPainter &painter, const TranscriptRow &row)
{
    const Tokens &tokens = Theme::instance().tokens();
    for (const FileMark &mark : row.files) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        if (!mark.picture.isNull()) {
            QPainterPath rounded;
            rounded.addRoundedRect(mark.at, metrics::controlRadius, metrics::controlRadius);
            painter.setClipPath(rounded);
            painter.drawImage(mark.at, mark.picture);
            painter.restore();
            continue;
        }
        painter.setPen(QPen(tokens.line, 1));
        painter.setBrush(tokens.sunken);
        painter.drawRoundedRect(mark.at.adjusted(0.5, 0.5, -0.5, -0.5), metrics::controlRadius, metrics::controlRadius);
        QRectF room = mark.at.adjusted(side, 0, -side, 0);
        paintIcon(painter, mark.kind == AttachmentKind::Image ? Icon::Image : Icon::File, QRectF(room.left(), room.top(), iconSize, room.height()), iconSize, tokens.text3);
        room.setLeft(room.left() + iconSize + inner);
        painter.setFont(fontFor(TextRole::Small));
        const QFontMetricsF words(painter.font());
        painter.setPen(tokens.text3);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, mark.size);
        room.setRight(room.right() - words.horizontalAdvance(mark.size) - inner);
        painter.setPen(tokens.text);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, words.elidedText(mark.name, Qt::ElideMiddle, room.width()));
        painter.restore();
    }
}

} // namespace breakwater
