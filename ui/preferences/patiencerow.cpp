// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/patiencerow.h"

#include "ui/preferences/durationfield.h"

#include <QHBoxLayout>

namespace breakwater {

PatienceRow::PatienceRow(QWidget *parent)
    : QWidget(parent)
    , m_connect(new DurationField(tr("Seconds to connect"), DurationField::Unit::Seconds, std::chrono::seconds(1), std::chrono::minutes(5)))
    , m_firstToken(new DurationField(tr("Seconds to the first token"), DurationField::Unit::Seconds, std::chrono::seconds(1), std::chrono::hours(1)))
{
    m_connect->setObjectName(QStringLiteral("connectWithin"));
    m_connect->setSuffix(tr(" s to connect"));
    m_connect->setToolTip(tr("After this the server counts as not reached. Nothing was sent by then."));
    m_firstToken->setObjectName(QStringLiteral("firstTokenWithin"));
    m_firstToken->setSuffix(tr(" s to first token"));
    m_firstToken->setToolTip(tr("At most, for one try. Where a server is usually quicker, Breakwater notices its silence sooner. A slow model on your own machine may need more."));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 4, 4, 4);
    row->setSpacing(8);
    row->addWidget(m_connect);
    row->addWidget(m_firstToken);
    row->addStretch();
    const auto setOrUsual = [](Duration typed, Duration usual) { return typed == usual ? std::nullopt : std::optional(typed); };
    connect(m_connect, &DurationField::durationChanged, this, [this, setOrUsual](Duration typed) {
        m_own.connect = setOrUsual(typed, m_usual.connect);
        Q_EMIT edited(m_own);
    });
    connect(m_firstToken, &DurationField::durationChanged, this, [this, setOrUsual](Duration typed) {
        m_own.firstContent = setOrUsual(typed, m_usual.firstContent);
        Q_EMIT edited(m_own);
    });
}

void PatienceRow::show(const OwnPatience &own, const PatienceSettings &usual)
{
    m_own = own;
    m_usual = usual;
    m_connect->setDuration(own.connect.value_or(usual.connect));
    m_firstToken->setDuration(own.firstContent.value_or(usual.firstContent));
}

} // namespace breakwater
