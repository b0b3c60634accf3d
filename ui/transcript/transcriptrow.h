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

/// What is seen of a message, where.
struct RowLook
{
    qreal laidOutFor = -1; ///< of a question: the widest that its text may be
    qreal changedFrom = 0; ///< above this it looks as it was painted last
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

/// A message in the transcript. Its height, estimated until it was laid out, is in RowHeights.
///
/// There is one for each message of a conversation, however long: what only a message near the reader needs is in its look.
class TranscriptRow
{
public:
    MessageId id;
    TurnId turn;
    std::size_t place = 0; ///< among the conversation's messages, when last seen
    Role role = Role::User;
    bool beginsDay = false;
    bool beginsSent = false; ///< what is above it is not sent along any more
    bool exact = false; ///< laid out for the width in force
    bool setAside = false; ///< a broken answer that was asked for anew
    bool rewritten = true; ///< its text may be another than what was laid out, not only longer
    WallTime at;

    std::size_t version = 0; ///< of a question: its place among its versions
    std::vector<TurnId> versions; ///< oldest first; empty where there is only this one

    QString firstLine; ///< of one that is folded; empty: it is shown whole
    std::unique_ptr<MessageLayout> layout; ///< only near what is seen

    /// Made when it is asked for first.
    [[nodiscard]] RowLook &look()
    {
        if (!m_look)
            m_look = std::make_unique<RowLook>();
        return *m_look;
    }
    [[nodiscard]] const RowLook &look() const
    {
        static const RowLook none;
        return m_look ? *m_look : none;
    }
    [[nodiscard]] bool hasLook() const { return m_look != nullptr; }
    /// Its widgets have to be gone.
    void dropLook() { m_look.reset(); }

private:
    std::unique_ptr<RowLook> m_look;
};

} // namespace breakwater
