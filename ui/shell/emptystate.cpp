// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/emptystate.h"

#include "ui/style/button.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace breakwater {

namespace {

constexpr int iconExtent = 26;
constexpr int textWidth = 240;

class Picture : public QWidget
{
public:
    Picture(Icon which, QWidget *parent)
        : QWidget(parent)
        , m_icon(which)
    {
        setFixedSize(iconExtent, iconExtent);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, m_icon, rect(), iconExtent, Theme::instance().tokens().text3);
    }

private:
    Icon m_icon;
};

} // namespace

EmptyState::EmptyState(Icon which, const QString &title, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextRole::InterfaceStrong, &Tokens::text, title, this))
    , m_sentence(new TextLabel(TextRole::Interface, &Tokens::text2, sentence, this))
    , m_action(new Button(Button::Kind::Plain, {}, this))
{
    for (TextLabel *label : {m_title, m_sentence}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setMinimumWidth(textWidth);
        label->setMaximumWidth(textWidth);
    }
    m_action->setSize(Button::Size::Small);
    m_action->hide();
    connect(m_action, &QAbstractButton::clicked, this, &EmptyState::acted);
    // A label that wraps gets the height it needs only where no alignment stands in the way.
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addStretch(1);
    column->addWidget(new Picture(which, this), 0, Qt::AlignHCenter);
    column->addSpacing(12);
    column->addWidget(m_title);
    column->addSpacing(4);
    column->addWidget(m_sentence);
    column->addSpacing(12);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addStretch(1);
    layout->addLayout(column);
    layout->addStretch(1);
}

void EmptyState::setAction(const QString &words)
{
    m_action->setText(words);
    m_action->setVisible(!words.isEmpty());
}

void EmptyState::setTexts(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
}

QString EmptyState::title() const
{
    return m_title->text();
}

QString EmptyState::sentence() const
{
    return m_sentence->text();
}

} // namespace breakwater
