// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/rowpage.h"
#include "ui/shell/ground.h"
#include "ui/words/faultwords.h"

class QBoxLayout;

namespace breakwater {

class Button;
class CopyButton;
class RowText;
class TextLabel;

/// One row of a batch whole: what was asked, what came of it, and what it cost. UI thread.
class RowDetail : public Ground
{
    Q_OBJECT
public:
    /// Where it stands: beside the table, below it where that is narrow, or in its place where that is low, too.
    enum class Place { Beside, Below, Alone };

    explicit RowDetail(QWidget *parent = nullptr);

    void setPlace(Place place);
    /// What it needs beside the table, at the present size of text.
    [[nodiscard]] static int leastWidthBeside();

    using QWidget::show;
    /// `context` has the names of the provider and the model that were asked. `hasConversation`: it is a turn of one.
    void show(const WholeRow &row, const FaultContext &context, std::optional<double> dollars, bool hasConversation);
    /// Nothing is known of the row.
    void clear() { m_number = 0; }
    /// Zero: none is shown.
    [[nodiscard]] qint64 number() const { return m_number; }
    [[nodiscard]] RowState state() const { return m_state; }
    /// The answer, or else the prompt, takes the focus.
    void focusText();

Q_SIGNALS:
    void conversationWanted(qint64 row);
    /// From its own place to the table.
    void backWanted();

private:
    class Mark;
    [[nodiscard]] QWidget *buildAsked();
    [[nodiscard]] QWidget *buildAnswered();
    void fit();

    Place m_place = Place::Beside;
    qint64 m_number = 0;
    RowState m_state = RowState::Open;
    QBoxLayout *m_columns;
    TextLabel *m_title;
    Mark *m_mark;
    TextLabel *m_status;
    TextLabel *m_cost;
    TextLabel *m_systemCaption;
    RowText *m_system;
    TextLabel *m_before; ///< messages that go along
    TextLabel *m_files;
    RowText *m_prompt;
    CopyButton *m_copyPrompt;
    TextLabel *m_caption; ///< over what came of it
    TextLabel *m_faultTitle;
    TextLabel *m_faultSentence;
    RowText *m_answer;
    CopyButton *m_copyAnswer;
    Button *m_open;
    Button *m_back;
};

} // namespace breakwater
