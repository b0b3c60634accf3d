// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/promptmenu.h"

#include "ui/prompts/promptform.h"

#include <QClipboard>
#include <QDate>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>

namespace breakwater {

PromptMenu::PromptMenu(QWidget *parent)
    : IconButton(Icon::Layers, tr("Prompts"), parent)
{
    setObjectName(QStringLiteral("prompts"));
    connect(this, &QAbstractButton::clicked, this, &PromptMenu::openMenu);
}

void PromptMenu::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::vector<Prompt> prompts = m_prompts ? m_prompts() : std::vector<Prompt> {};
    for (const Prompt &prompt : prompts) {
        QAction *action = menu->addAction(QString(prompt.name).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setToolTip(prompt.text);
        connect(action, &QAction::triggered, this, [this, prompt] { use(prompt); });
    }
    if (prompts.empty())
        menu->addAction(tr("No prompts yet"))->setEnabled(false);
    menu->addSeparator();
    QAction *keep = menu->addAction(tr("Keep what is written as a prompt…"), this, &PromptMenu::keepWanted);
    keep->setEnabled(m_hasText);
    menu->addAction(tr("Change prompts…"), this, &PromptMenu::changeWanted);
    menu->setToolTipsVisible(true);
    // Above the button: the composer stands at the lower end of the window.
    menu->popup(mapToGlobal(QPoint(0, -4 - menu->sizeHint().height())));
}

void PromptMenu::use(const Prompt &prompt)
{
    if (variablesIn(prompt.text).isEmpty()) {
        Q_EMIT chosen(prompt.text);
        return;
    }
    const QHash<QString, QString> known {{QStringLiteral("date"), QLocale().toString(QDate::currentDate(), QLocale::LongFormat)},
        {QStringLiteral("clipboard"), QGuiApplication::clipboard()->text()}};
    auto *form = new PromptForm(prompt, known, window());
    connect(form, &PromptForm::filled, this, &PromptMenu::chosen);
    form->open();
}

} // namespace breakwater
