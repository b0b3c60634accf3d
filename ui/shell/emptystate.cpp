// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/emptystate.h"

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
{
    for (TextLabel *label : {m_title, m_sentence}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setFixedWidth(textWidth);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(0);
    layout->addStretch(1);
    layout->addWidget(new Picture(which, this), 0, Qt::AlignHCenter);
    layout->addSpacing(12);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addSpacing(4);
    layout->addWidget(m_sentence, 0, Qt::AlignHCenter);
    layout->addStretch(1);
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
