// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/message.h"
#include "ui/style/filechip.h"
#include "ui/transcript/messagelayout.h"

#include <QImage>
#include <QPointer>
#include <QRectF>

#include <memory>

namespace breakwater {

class AnswerFooter;
class Banner;
class RetryCard;
class ThinkingFold;
class VersionStrip;

/// A file that went along with a question, as it is seen above it.
struct FileMark
{
    QRectF at; ///< from the row's upper left corner
    FileChip chip;
    QImage picture; ///< of an image, at most as large as it is shown
};

/// A message in the transcript and what is seen of it. Its height, estimated until it was laid out, is in RowHeights.
struct TranscriptRow
{
    MessageId id;
    TurnId turn;
    std::size_t place = 0; ///< among the conversation's messages, when last seen
    Role role = Role::User;
    WallTime at;
    bool beginsDay = false;

    std::size_t version = 0; ///< of a question: its place among its versions
    std::vector<TurnId> versions; ///< oldest first; empty where there is only this one

    bool exact = false; ///< laid out for the width in force
    qreal laidOutFor = -1; ///< of a question: the widest that its text may be
    qreal changedFrom = 0; ///< above this it looks as it was painted last
    std::unique_ptr<MessageLayout> layout; ///< only near what is seen

    bool setAside = false; ///< a broken answer that was asked for anew
    QString firstLine; ///< of one that is folded; empty: it is shown whole

    std::unique_ptr<MessageLayout> thinkingLayout; ///< only while what the model thought is shown

    // From the row's upper left corner, once exact.
    QRectF thinking; ///< the line that says that it thought; null: it did not
    QRectF thinkingText; ///< null: folded
    std::vector<FileMark> files;
    QRectF text;
    QRectF bubble; ///< of a question
    QRectF versionStrip; ///< null: there is only one version
    QRectF footer; ///< null: none
    QRectF extra; ///< retry card or banner; null: none

    // Only while the row is seen; children of the viewport.
    QPointer<ThinkingFold> thinkingFold;
    QPointer<VersionStrip> versionWidget;
    QPointer<AnswerFooter> footerWidget;
    QPointer<RetryCard> card;
    QPointer<Banner> banner;
};

} // namespace breakwater
