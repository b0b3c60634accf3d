// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptview.h"

#include "ui/style/theme.h"
#include "ui/words/attachmentwords.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <utility>

namespace breakwater {

namespace {

constexpr qreal fileGap = 8;
constexpr QSize mostPicture(240, 180);
constexpr qint64 mostPixels = 100'000'000; // a small file may unpack to any size

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
    RowLook &look = row.look();
    std::vector<FileMark> before = std::exchange(look.files, {});
    if (message.attachments.empty())
        return;
    for (std::size_t i = 0; i < message.attachments.size(); ++i) {
        const Attachment &attachment = message.attachments[i];
        FileMark mark;
        mark.chip = {attachment.kind == AttachmentKind::Image ? Icon::Image : Icon::File, attachment.name, fileWords(attachment)};
        if (i < before.size())
            mark.picture = before[i].picture;
        else if (attachment.kind == AttachmentKind::Image)
            mark.picture = pictureOf(attachment, devicePixelRatioF());
        mark.at.setSize(mark.picture.isNull() ? QSizeF(mark.chip.width(), FileChip::height()) : mark.picture.deviceIndependentSize());
        mark.at.setWidth(std::min(std::round(mark.at.width()), columnWidth()));
        look.files.push_back(std::move(mark));
    }
    for (auto first = look.files.begin(); first != look.files.end();) { // one line after the other
        qreal width = 0;
        qreal height = 0;
        auto last = first;
        for (; last != look.files.end() && (last == first || width + fileGap + last->at.width() <= columnWidth()); ++last) {
            width += (last == first ? 0 : fileGap) + last->at.width();
            height = std::max(height, last->at.height());
        }
        qreal x = columnWidth() - width;
        for (; first != last; ++first) {
            first->at.moveTo(x, y + height - first->at.height());
            x += first->at.width() + fileGap;
        }
        y += height + fileGap;
    }
}

void TranscriptView::paintFiles(QPainter &painter, const TranscriptRow &row)
{
    for (const FileMark &mark : row.look().files) {
        if (mark.picture.isNull()) {
            mark.chip.paint(painter, mark.at);
            continue;
        }
        QPainterPath rounded;
        rounded.addRoundedRect(mark.at, metrics::controlRadius, metrics::controlRadius);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipPath(rounded);
        painter.drawImage(mark.at, mark.picture);
        painter.restore();
    }
}

} // namespace breakwater
