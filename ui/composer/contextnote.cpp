// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/contextnote.h"

#include "ui/style/button.h"

#include <QLocale>

namespace breakwater {

ContextNote::ContextNote(QWidget *parent)
    : ComposerNote(parent)
    , m_leaveOut(new Button(Button::Kind::Plain, {}, this))
    , m_other(new Button(Button::Kind::Plain, {}, this))
    , m_sendAll(new Button(Button::Kind::Plain, tr("Send all along"), this))
{
    m_leaveOut->setObjectName(QStringLiteral("leaveOut"));
    m_other->setObjectName(QStringLiteral("useLargerModel"));
    m_sendAll->setObjectName(QStringLiteral("sendAll"));
    m_leaveOut->setToolTip(tr("The oldest turns are not sent along any more. They stay on screen."));
    for (Button *each : {m_leaveOut, m_other, m_sendAll}) {
        each->setSize(Button::Size::Small);
        add(each);
    }
    connect(m_leaveOut, &QAbstractButton::clicked, this, [this] { Q_EMIT leaveOutWanted(TurnId(m_last)); });
    connect(m_other, &QAbstractButton::clicked, this, [this] { Q_EMIT modelWanted(ChainId(m_chain)); });
    connect(m_sendAll, &QAbstractButton::clicked, this, &ContextNote::sendAllWanted);
    setLeftOut(0);
}

void ContextNote::setFit(const ContextFit &fit, int leftOut, const ModelWindow &first, const ModelWindow *other)
{
    if (!fit.isTooLong()) {
        setLeftOut(leftOut);
        return;
    }
    const QLocale locale;
    QString words = tr("Too long for %1: about %2 tokens, and it takes %3.").arg(first.model, locale.toString(fit.tokens), locale.toString(fit.most));
    if (fit.more == 0 && other == nullptr)
        words += QLatin1Char(' ') + tr("A shorter message fits.");
    setText(words);
    m_last = fit.lastLeftOut;
    m_leaveOut->setText(fit.more == 1 ? tr("Leave out the oldest turn") : tr("Leave out the oldest %1").arg(fit.more));
    m_leaveOut->setVisible(fit.more > 0);
    m_chain = other != nullptr ? other->chain : ChainId();
    m_other->setText(other != nullptr ? tr("Use %1").arg(other->model) : QString());
    m_other->setVisible(other != nullptr);
    m_sendAll->hide();
}

void ContextNote::setLeftOut(int leftOut)
{
    setText(leftOut == 0 ? QString()
            : leftOut == 1 ? tr("The oldest turn is left out: it is not sent along.")
                           : tr("The oldest %1 turns are left out: they are not sent along.").arg(leftOut));
    m_leaveOut->hide();
    m_other->hide();
    m_sendAll->setVisible(leftOut > 0);
}

} // namespace breakwater
