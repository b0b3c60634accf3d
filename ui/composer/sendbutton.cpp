// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/sendbutton.h"

#include "ui/style/button.h"

#include <QHBoxLayout>
#include <QMenu>

namespace breakwater {

SendButton::SendButton(QWidget *parent)
    : QWidget(parent)
    , m_send(new Button(Button::Kind::Main, tr("Send"), this))
    , m_more(new Button(Button::Kind::Main, {}, this))
{
    m_send->setJoined(Qt::RightEdge);
    m_more->setJoined(Qt::LeftEdge);
    m_more->setLeadingIcon(Icon::ChevronUp);
    m_more->setObjectName(QStringLiteral("sendMenu"));
    m_more->setAccessibleName(tr("Other times to send"));
    m_more->setToolTip(tr("Other times to send"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->setSizeConstraint(QLayout::SetFixedSize); // whatever else has to give way
    row->addWidget(m_send);
    row->addWidget(m_more);
    connect(m_send, &QAbstractButton::clicked, this, [this] { Q_EMIT sendWanted(Timing::Now); });
    connect(m_more, &QAbstractButton::clicked, this, &SendButton::openMenu);
}

void SendButton::setKeys(const QString &keys)
{
    m_keys = keys;
    m_send->setToolTip(tr("Send now (%1)").arg(keys));
}

void SendButton::openMenu()
{
    const Words words = m_words ? m_words() : Words {};
    const auto line = [](const QString &name, const QString &second, const QString &keys) -> QString {
        const QString first = second.isEmpty() ? name : QString(name + QLatin1Char('\n') + second);
        return first + QLatin1Char('\t') + keys;
    };
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(Icon::ArrowUp), line(tr("Send now"), words.now, m_keys), this, [this] { Q_EMIT sendWanted(Timing::Now); });
    if (words.offPeak.isEmpty())
        menu->addAction(icon(Icon::Moon), line(tr("Send off-peak…"), tr("It has no hours yet"), {}), this, &SendButton::hoursWanted);
    else
        menu->addAction(icon(Icon::Moon), line(tr("Send off-peak"), words.offPeak, tr("Ctrl+Shift+Enter")), this, [this] { Q_EMIT sendWanted(Timing::OffPeak); });
    auto *batch = menu->addAction(icon(Icon::Layers), line(tr("Send as batch"), words.batch.isEmpty() ? tr("No model of this chain takes batches") : tr("%1, half price, answer within 24 hours").arg(words.batch), tr("Ctrl+Alt+Enter")), this,
        [this] { Q_EMIT sendWanted(Timing::Batch); });
    batch->setEnabled(!words.batch.isEmpty());
    // Above the button, and along its right edge: the composer stands at the lower end of the window.
    const QSize size = menu->sizeHint();
    menu->popup(mapToGlobal(QPoint(width() - size.width(), -8 - size.height())));
}

} // namespace breakwater
