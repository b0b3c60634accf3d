// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/batchdetail.h"

#include "ui/outbox/batchlines.h"
#include "ui/style/button.h"
#include "ui/style/scrollfocus.h"
#include "ui/style/textlabel.h"
#include "ui/weather/weatherwords.h"
#include "ui/words/faultwords.h"
#include "ui/words/moneywords.h"

#include <QBoxLayout>
#include <QScrollArea>

namespace breakwater {

BatchDetail::BatchDetail(QWidget *parent)
    : Ground(&Tokens::canvas, Qt::LeftEdge, parent)
    , m_title(new TextLabel(TextRole::Heading, &Tokens::text, {}, this))
    , m_made(new TextLabel(TextRole::Small, &Tokens::text2, {}, this))
    , m_counts(new TextLabel(TextRole::Interface, &Tokens::text, {}, this))
    , m_standing(new TextLabel(TextRole::Small, &Tokens::text2, {}, this))
    , m_cost(new TextLabel(TextRole::Interface, &Tokens::text, {}, this))
    , m_open(new Button(Button::Kind::Main, tr("Open answers"), this))
    , m_look(new Button(Button::Kind::Plain, tr("Look now"), this))
{
    setAccessibleName(tr("Batch"));
    m_look->setToolTip(tr("Asks the provider how far it is"));
    for (TextLabel *label : {m_title, m_made, m_counts, m_standing, m_cost})
        label->setWordWrap(true);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 20, 24, 8);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_made);
    column->addSpacing(18);
    column->addWidget(new TextLabel(TextRole::InterfaceStrong, &Tokens::text, tr("How it stands"), content));
    column->addSpacing(4);
    column->addWidget(m_counts);
    column->addWidget(m_standing);
    column->addSpacing(18);
    column->addWidget(new TextLabel(TextRole::InterfaceStrong, &Tokens::text, tr("What it cost"), content));
    column->addSpacing(4);
    column->addWidget(m_cost);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(24, 8, 24, 20);
    buttons->setSpacing(8);
    buttons->addWidget(m_open);
    buttons->addWidget(m_look);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scrolled(content, tr("Batch"), this), 1);
    layout->addLayout(buttons);
    connect(m_open, &QAbstractButton::clicked, this, [this] { Q_EMIT openWanted(m_batch); });
    connect(m_look, &QAbstractButton::clicked, this, [this] { Q_EMIT lookWanted(m_batch); });
}

void BatchDetail::show(const Batch &batch, bool isUnderWay, const RouteTable &routes, WallTime now)
{
    m_batch = batch.id;
    m_title->setText(batch.title);
    m_made->setText(tr("Made at %1, for %2").arg(weatherwords::clockTime(batch.createdAt, now), routeName(routes, batch.route)));
    m_counts->setText(batchlines::counts(batch, now));
    const QString ends = isUnderWay ? batchlines::ends(batch, now) : QString();
    const QString standing = batchlines::standing(batch, isUnderWay);
    const bool countsCome = isUnderWay && batch.counts.answered + batch.counts.failed == 0 && standing == batchlines::underWay();
    QString words = standing.isEmpty() || ends.isEmpty() ? QString(standing + ends) : tr("%1, %2").arg(standing, ends);
    if (!words.isEmpty())
        words[0] = words.at(0).toUpper(); // here it is a sentence
    m_standing->setText(countsCome ? tr("%1. The provider says what came of it only at the end.").arg(words) : words);
    m_standing->setVisible(!words.isEmpty());
    const bool isFree = batch.dollars && *batch.dollars <= 0.0;
    m_cost->setText(isFree ? tr("Nothing") : batch.dollars ? tr("%1, half of what it costs otherwise").arg(money(*batch.dollars)) : isUnderWay ? tr("Nothing yet") : tr("Nothing, or its price is not known"));
    m_open->setText(batch.counts.answered > 0 ? tr("Open answers") : tr("Open"));
    if (!isUnderWay && m_look->hasFocus())
        m_open->setFocus(Qt::OtherFocusReason); // it goes, and the focus would jump
    m_look->setVisible(isUnderWay);
}

} // namespace breakwater
