// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/message.h"

#include <QAccessibleWidget>
#include <QHash>

namespace breakwater {

class TranscriptView;

/// What a screen reader sees of the transcript: a list, whose items are its messages, also those out of sight. An item is
/// named by its author and time, can be read by characters, words and paragraphs, and has the buttons of its message in it.
/// UI thread.
class TranscriptAccessible final : public QAccessibleWidget
{
public:
    explicit TranscriptAccessible(TranscriptView *view);
    ~TranscriptAccessible() override;
    Q_DISABLE_COPY_MOVE(TranscriptAccessible)

    /// Has QAccessible make one for each TranscriptView.
    static void install();

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;

private:
    [[nodiscard]] TranscriptView &view() const;

    mutable QHash<MessageId, QAccessible::Id> m_items; ///< made when they are asked for
};

} // namespace breakwater
