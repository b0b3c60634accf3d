// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/prompts/prompt.h"
#include "ui/style/button.h"

#include <functional>
#include <vector>

namespace breakwater {

/// The button of the composer that opens the prompts: to use one, to keep what is written as one, or to change them. UI thread.
class PromptMenu : public IconButton
{
    Q_OBJECT
public:
    explicit PromptMenu(QWidget *parent = nullptr);

    /// Those that there are, asked when the menu opens.
    void setPrompts(std::function<std::vector<Prompt>()> prompts) { m_prompts = std::move(prompts); }
    /// Whether something is written that may be kept as one.
    void setHasText(bool hasText) { m_hasText = hasText; }
    void openMenu();
    /// Asks for what it leaves open, and gives it.
    void use(const Prompt &prompt);

Q_SIGNALS:
    void chosen(const QString &text);
    void keepWanted();
    void changeWanted();

private:
    std::function<std::vector<Prompt>()> m_prompts;
    bool m_hasText = false;
};

} // namespace breakwater
