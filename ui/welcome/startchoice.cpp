// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/startchoice.h"

#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QRadioButton>
#include <QVBoxLayout>

namespace breakwater {

namespace {
constexpr int iconPlace = 36; // from the right edge
constexpr int ringRoom = 4; // beside what stands below: a field's ring of focus reaches out of it
} // namespace

StartChoice::StartChoice(Icon which, const QString &title, const QString &sentence, QWidget *parent)
    : Card(Ground::Raised, parent)
    , m_icon(which)
    , m_radio(new QRadioButton)
    , m_words(new QVBoxLayout)
{
    m_radio->setAccessibleName(title);
    m_radio->setAccessibleDescription(sentence);
    m_radio->setFixedSize(20, 24);
    setCursor(Qt::PointingHandCursor);

    auto *second = new TextLabel(TextRole::Interface, &Tokens::text2, sentence);
    second->setWordWrap(true);
    m_words->setSpacing(1);
    auto *first = new TextLabel(TextRole::Heading, &Tokens::text, title);
    for (TextLabel *words : {first, second}) {
        words->setContentsMargins(ringRoom, 0, 0, 0);
        m_words->addWidget(words);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 16, 50, 16);
    row->setSpacing(12 - ringRoom);
    row->addWidget(m_radio, 0, Qt::AlignTop);
    row->addLayout(m_words, 1);
    connect(m_radio, &QRadioButton::toggled, this, &StartChoice::showState);
    showState();
}

void StartChoice::setDetails(QWidget *details)
{
    m_details = details;
    m_words->addWidget(details);
    details->setVisible(m_radio->isChecked());
}

void StartChoice::showState()
{
    setBorder(m_radio->isChecked() ? Border::Accent : Border::Clear);
    if (m_details != nullptr)
        m_details->setVisible(m_radio->isChecked());
}

void StartChoice::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    paintIcon(painter, m_icon, QRectF(width() - iconPlace, 20, 18, 18), 18, Theme::instance().tokens().text3);
}

void StartChoice::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        m_radio->setChecked(true);
}

} // namespace breakwater
