// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader learns of the transcript.
#include "ui/transcript/answerfooter.h"
#include "ui/transcript/banner.h"
#include "ui/transcript/retrycard.h"
#include "ui/transcript/thinkingfold.h"
#include "ui/transcript/transcriptview.h"
#include "ui/transcript/versionstrip.h"

#include <QAccessible>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace breakwater {

std::optional<int> TranscriptView::placeOfMessage(const MessageId &id) const
{
    const auto row = rowOf(id);
    return row ? std::optional(static_cast<int>(*row)) : std::nullopt;
}

std::optional<int> TranscriptView::messageUnder(const QPoint &point) const
{
    const auto row = rowAt(point.y());
    return row ? std::optional(static_cast<int>(*row)) : std::nullopt;
}

QString TranscriptView::messageName(int place) const
{
    const auto index = static_cast<std::size_t>(place);
    const TranscriptRow &row = m_rows[index];
    const Message *message = messageOf(row);
    if (!message)
        return {};
    if (row.role == Role::Assistant && isWriting(index))
        return footerWords(index);
    const QString author = row.role == Role::User ? tr("You") : message->model.isEmpty() ? tr("The model") : message->model;
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(row.at.time_since_epoch().count());
    const QString time = QLocale().toString(at.time(), QLocale::ShortFormat);
    return at.date() == QDate::currentDate() ? tr("%1, %2").arg(author, time) : tr("%1, %2, %3").arg(author, QLocale().toString(at.date(), QLocale::LongFormat), time);
}

QString TranscriptView::messageText(int place) const
{
    const TranscriptRow &row = m_rows[static_cast<std::size_t>(place)];
    if (row.exact && row.layout)
        return row.layout->text({}, row.layout->end());
    const Message *message = messageOf(row);
    if (!message)
        return {};
    MessageLayout layout(row.role == Role::User ? MessageLayout::Kind::Question : MessageLayout::Kind::Answer);
    layout.setText(message->text, message->state == MessageState::Streaming);
    return layout.text({}, layout.end());
}

bool TranscriptView::isMessageGrowing(int place) const
{
    const Message *message = messageOf(m_rows[static_cast<std::size_t>(place)]);
    return message && message->state == MessageState::Streaming;
}

QRect TranscriptView::messageRect(int place) const
{
    const auto index = static_cast<std::size_t>(place);
    const QPointF corner = originOf(index);
    return QRect(viewport()->mapToGlobal(corner.toPoint()), QSizeF(columnWidth(), m_heights[index]).toSize());
}

std::vector<QWidget *> TranscriptView::messageWidgets(int place) const
{
    const TranscriptRow &row = m_rows[static_cast<std::size_t>(place)];
    const RowLook &look = row.look();
    std::vector<QWidget *> all {look.thinkingFold, look.versionWidget, look.footerWidget, look.card, look.banner};
    std::erase_if(all, [](const QWidget *each) { return each == nullptr || each->isHidden(); });
    return all;
}

/// Once, and after what is being said.
void TranscriptView::announce(const QString &sentence)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(this, sentence);
    event.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&event);
#else
    // Before 6.8 a reader is told by what the list is about.
    setAccessibleDescription(sentence);
#endif
}

void TranscriptView::speakProgress(const MessageId &id)
{
    const auto place = QAccessible::isActive() ? placeOfMessage(id) : std::nullopt;
    const Message *message = place ? messageOf(m_rows[static_cast<std::size_t>(*place)]) : nullptr;
    if (!message)
        return;
    const AnswerSpeaker::Speech speech = m_speaker.next(*message);
    if (!speech.text.isEmpty()) {
        QAccessibleTextInsertEvent event(this, static_cast<int>(speech.from), speech.text);
        event.setChild(*place);
        QAccessible::updateAccessibility(&event);
    }
    if (!speech.end.isEmpty())
        announce(speech.end);
}

/// After messages came or went.
void TranscriptView::tellReaderOfRows()
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(this, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

} // namespace breakwater
