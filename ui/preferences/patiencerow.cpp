// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/patiencerow.h"

#include "ui/preferences/durationfield.h"

#include <QBoxLayout>

#include <algorithm>

namespace breakwater {

namespace {

/// What really bounds it where nothing was set: many servers send no headers before the first word.
Duration usualFirstToken(const PatienceSettings &usual)
{
    return std::min(usual.headers, usual.firstContent);
}

} // namespace

PatienceRow::PatienceRow(QWidget *parent)
    : QWidget(parent)
    , m_fields(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_connect(new DurationField(tr("Seconds to connect"), DurationField::Unit::Seconds, std::chrono::seconds(1), std::chrono::minutes(5)))
    , m_firstToken(new DurationField(tr("Seconds to the first token"), DurationField::Unit::Seconds, std::chrono::seconds(1), std::chrono::hours(1)))
{
    m_connect->setObjectName(QStringLiteral("connectWithin"));
    m_connect->setSuffix(tr(" s to connect"));
    m_connect->setToolTip(tr("After this the server counts as not reached. Nothing was sent by then."));
    m_firstToken->setObjectName(QStringLiteral("firstTokenWithin"));
    m_firstToken->setSuffix(tr(" s to first token"));
    m_firstToken->setToolTip(tr("At most, for one try. Where a server is usually quicker, Breakwater notices its silence sooner. A slow model on your own machine may need more."));
    m_fields->setContentsMargins(4, 4, 4, 4);
    m_fields->setSpacing(8);
    m_fields->addWidget(m_connect);
    m_fields->addWidget(m_firstToken);
    m_fields->addStretch();
    const auto setOrUsual = [](Duration typed, Duration usual) { return typed == usual ? std::nullopt : std::optional(typed); };
    connect(m_connect, &DurationField::durationChanged, this, [this, setOrUsual](Duration typed) {
        m_own.connect = setOrUsual(typed, m_usual.connect);
        Q_EMIT edited(m_own);
    });
    connect(m_firstToken, &DurationField::durationChanged, this, [this, setOrUsual](Duration typed) {
        m_own.firstContent = setOrUsual(typed, usualFirstToken(m_usual));
        Q_EMIT edited(m_own);
    });
}

QSize PatienceRow::minimumSizeHint() const
{
    const int widest = std::max(m_connect->sizeHint().width(), m_firstToken->sizeHint().width());
    return {widest + 8, QWidget::minimumSizeHint().height()};
}

void PatienceRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int both = m_connect->sizeHint().width() + m_firstToken->sizeHint().width() + 16;
    m_fields->setDirection(width() < both ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void PatienceRow::show(const OwnPatience &own, const PatienceSettings &usual)
{
    m_own = own;
    m_usual = usual;
    m_connect->setDuration(own.connect.value_or(usual.connect));
    m_firstToken->setDuration(own.firstContent.value_or(usualFirstToken(usual)));
}

} // namespace breakwater
