// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/preferencespage.h"

namespace breakwater {

class Button;
class PromptCard;
class TextLabel;

/// The texts that a person uses again.
class PromptsPage : public PreferencesPage
{
    Q_OBJECT
public:
    explicit PromptsPage(PreferencesDraft &draft, QWidget *parent = nullptr);

    /// Adds one, and the focus goes to its name.
    void add(const Prompt &prompt);

protected:
    void load() override;

private:
    void remove(std::size_t place);

    QVBoxLayout *m_list = nullptr;
    std::vector<PromptCard *> m_cards;
    TextLabel *m_none = nullptr;
};

} // namespace breakwater
