// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/message.h"
#include "ui/transcript/messagelayout.h"

#include <QPointer>
#include <QRectF>

#include <memory>

namespace breakwater {

class AnswerFooter;
class Banner;
class RetryCard;

/// A message in the transcript: its height, estimated until it was laid out, and what is seen of it.
struct TranscriptRow
{
    MessageId id;
    TurnId turn;
    Role role = Role::User;
    WallTime at;
    bool beginsDay = false;

    qreal height = 0;
    bool exact = false; ///< laid out for the width in force
    std::unique_ptr<MessageLayout> layout; ///< only near what is seen

    bool setAside = false; ///< a broken answer that was asked for anew
    QString firstLine; ///< of one that is folded; empty: it is shown whole

    // From the row's upper left corner, once exact.
    QRectF text;
    QRectF bubble; ///< of a question
    QRectF footer; ///< null: none
    QRectF extra; ///< retry card or banner; null: none

    // Only while the row is seen; children of the viewport.
    QPointer<AnswerFooter> footerWidget;
    QPointer<RetryCard> card;
    QPointer<Banner> banner;
};

} // namespace breakwater
