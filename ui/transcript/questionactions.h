// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QWidget>

namespace breakwater {

/// Beside the question under the mouse: what can be done with it. By keyboard the same stands in the context menu. UI thread.
class QuestionActions : public QWidget
{
    Q_OBJECT
public:
    explicit QuestionActions(QWidget *parent = nullptr);

    /// Moves to the left of a question's bubble, given in the parent's coordinates.
    void showBeside(const QRect &bubble, const MessageId &question, const TurnId &turn);

Q_SIGNALS:
    void editWanted(const breakwater::TurnId &turn);
    void copyWanted(const breakwater::MessageId &question);

private:
    MessageId m_question;
    TurnId m_turn;
};

} // namespace breakwater
