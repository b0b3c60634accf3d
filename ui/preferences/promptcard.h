// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/prompts/prompt.h"
#include "ui/style/card.h"

class QLineEdit;
class QPlainTextEdit;

namespace breakwater {

/// A prompt to edit: its name, its text, and a way to remove it. UI thread.
class PromptCard : public Card
{
    Q_OBJECT
public:
    explicit PromptCard(QWidget *parent = nullptr);

    void setPrompt(const Prompt &prompt);
    void focusName();

Q_SIGNALS:
    void edited(const breakwater::Prompt &prompt);
    void removeWanted();

private:
    QLineEdit *m_name;
    QPlainTextEdit *m_text;
};

} // namespace breakwater
