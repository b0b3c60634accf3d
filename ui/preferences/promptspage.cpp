// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/promptspage.h"

#include "ui/preferences/promptcard.h"
#include "ui/style/button.h"
#include "ui/style/textlabel.h"

#include <QTimer>
#include <QVBoxLayout>

namespace breakwater {

PromptsPage::PromptsPage(PreferencesDraft &draft, QWidget *parent)
    : PreferencesPage(tr("Prompts"), tr("Texts that you use again, from the button beside the message. {{topic}} is asked for each time; {{date}} and {{clipboard}} are filled in."),
        tr("templates snippets variables library"), draft, parent)
    , m_list(new QVBoxLayout)
    , m_none(new TextLabel(TextRole::Interface, &Tokens::text3, tr("No prompts yet.")))
{
    m_list->setSpacing(10);
    auto *add = new Button(Button::Kind::Plain, tr("Add a prompt"));
    add->setObjectName(QStringLiteral("addPrompt"));
    add->setLeadingIcon(Icon::Plus);
    connect(add, &QAbstractButton::clicked, this, [this] { PromptsPage::add({}); });
    auto *column = new QVBoxLayout;
    column->setContentsMargins(4, 8, 0, 0); // in line with the title
    column->setSpacing(12);
    column->addWidget(m_none);
    column->addLayout(m_list);
    column->addWidget(add, 0, Qt::AlignLeft);
    body().addLayout(column);
    body().addStretch();
    PromptsPage::load();
}

void PromptsPage::add(const Prompt &prompt)
{
    draft().edit([&prompt](Preferences &values) { values.prompts.push_back(prompt); });
    load();
    // Once it has its place it can be brought into sight.
    QTimer::singleShot(0, m_cards.back(), [card = m_cards.back()] { card->focusName(); });
}

void PromptsPage::remove(std::size_t place)
{
    draft().edit([place](Preferences &values) {
        if (place < values.prompts.size())
            values.prompts.erase(values.prompts.begin() + static_cast<std::ptrdiff_t>(place));
    });
    load();
}

void PromptsPage::load()
{
    const std::vector<Prompt> &prompts = values().prompts;
    while (m_cards.size() > prompts.size()) {
        m_cards.back()->hide(); // it may be the one that is calling
        m_cards.back()->deleteLater();
        m_cards.pop_back();
    }
    while (m_cards.size() < prompts.size()) {
        const std::size_t place = m_cards.size();
        auto *card = new PromptCard;
        connect(card, &PromptCard::edited, this, [this, place](const Prompt &edited) {
            draft().edit([&](Preferences &values) { values.prompts.at(place) = edited; });
        });
        connect(card, &PromptCard::removeWanted, this, [this, place] { remove(place); });
        m_list->addWidget(card);
        m_cards.push_back(card);
    }
    for (std::size_t i = 0; i < prompts.size(); ++i)
        m_cards[i]->setPrompt(prompts[i]);
    m_none->setVisible(prompts.empty());
}

} // namespace breakwater
