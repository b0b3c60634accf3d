// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/welcomeposter.h"

#include "ui/style/textlabel.h"
#include "ui/style/theme.h"
#include "ui/welcome/wavedrawing.h"

#include <QPainter>
#include <QVBoxLayout>

namespace breakwater {

namespace {
constexpr int posterWidth = 440;
constexpr int margin = 44;
constexpr int logoSize = 36;
} // namespace

WelcomePoster::WelcomePoster(QWidget *parent)
    : QWidget(parent)
{
    auto *name = new TextLabel(TextRole::Heading, &Tokens::text, tr("Breakwater"));
    name->setContentsMargins(logoSize + 12, 0, 0, 0);
    name->setFixedHeight(logoSize);
    auto *claim = new TextLabel(TextRole::Display, &Tokens::text, tr("Chat that stays calm\nwhen the provider is not"));
    claim->setWordWrap(true);
    auto *sentence = new TextLabel(TextRole::Message, &Tokens::text2,
        tr("If a model is overloaded, Breakwater waits, tries again and moves to another one. You see every step."));
    sentence->setWordWrap(true);

    auto *words = new QVBoxLayout;
    words->setContentsMargins(margin, 0, margin, 0);
    words->setSpacing(0);
    words->addWidget(name);
    words->addSpacing(40);
    words->addWidget(claim);
    words->addSpacing(14);
    words->addWidget(sentence);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, margin, 1, 60);
    column->setSpacing(0);
    column->addLayout(words);
    column->addStretch();
    column->addWidget(new WaveDrawing);
    fit();
    connect(&Theme::instance(), &Theme::changed, this, &WelcomePoster::fit);
}

void WelcomePoster::fit()
{
    setFixedWidth(qRound(posterWidth * qMax(1.0, Theme::instance().textScale())));
    update();
}

void WelcomePoster::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.sidebar);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens.line);
    paintLogo(painter, QRectF(margin, margin, logoSize, logoSize));
}

} // namespace breakwater
