// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/noticebar.h"

#include "ui/style/button.h"
#include "ui/style/card.h"
#include "ui/style/textlabel.h"

#include <QAccessible>
#include <QBoxLayout>

#include <utility>

namespace breakwater {

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(Card::Ground::Raised, this))
    , m_title(new TextLabel(TextRole::InterfaceStrong, &Tokens::text, {}, m_card))
    , m_sentence(new TextLabel(TextRole::Small, &Tokens::text2, {}, m_card))
    , m_action(new Button(Button::Kind::Plain, {}, m_card))
{
    setMaximumWidth(metrics::composerWidth);
    m_card->setBorder(Card::Border::Clear);
    m_sentence->setWordWrap(true);
    auto *close = new IconButton(Icon::Close, tr("Close this notice"), m_card);
    close->setExtent(metrics::smallControlHeight, 14);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    texts->addWidget(m_title);
    texts->addWidget(m_sentence);
    auto *row = new QHBoxLayout(m_card);
    row->setContentsMargins(16, 10, 8, 10);
    row->setSpacing(8);
    row->addLayout(texts, 1);
    row->addWidget(m_action);
    row->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->addWidget(m_card);
    connect(m_action, &QAbstractButton::clicked, this, &NoticeBar::clickAction);
    connect(close, &QAbstractButton::clicked, this, &NoticeBar::dismiss);
    hide();
}

void NoticeBar::show(const QString &title, const QString &sentence, const QString &action, std::function<void()> act)
{
    dismiss();
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_action->setText(action);
    m_action->updateGeometry();
    m_action->setVisible(!action.isEmpty());
    m_act = std::move(act);
    setAccessibleName(title + QLatin1Char(' ') + sentence);
    setVisible(true);
    QAccessibleEvent told(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void NoticeBar::dismiss()
{
    if (isHidden())
        return;
    m_act = {};
    hide();
    Q_EMIT dismissed();
}

QString NoticeBar::title() const
{
    return isHidden() ? QString() : m_title->text();
}

void NoticeBar::clickAction()
{
    const std::function<void()> act = std::exchange(m_act, {});
    if (act)
        act();
    dismiss();
}

} // namespace breakwater
