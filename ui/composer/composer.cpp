// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/composer.h"

#include "ui/composer/routechip.h"
#include "ui/style/button.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace breakwater {

QString tokenEstimate(qsizetype characters)
{
    const qsizetype tokens = (characters + 3) / 4;
    qsizetype unit = 1;
    while (tokens / unit >= 100)
        unit *= 10;
    const qsizetype rounded = (tokens + unit / 2) / unit * unit;
    if (rounded == 1)
        return Composer::tr("about 1 token");
    return Composer::tr("about %1 tokens").arg(QLocale().toString(static_cast<qlonglong>(rounded)));
}

Composer::Composer(std::function<const RouteTable &()> routes, QWidget *parent)
    : QWidget(parent)
    , m_edit(new ComposerEdit(this))
    , m_chip(new RouteChip(std::move(routes), this))
    , m_estimate(new TextLabel(TextRole::Small, &Tokens::text3, {}, this))
    , m_send(new Button(Button::Kind::Main, tr("Send"), this))
{
    setAccessibleName(tr("Composer"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaximumWidth(metrics::composerWidth);
    setCursor(Qt::IBeamCursor);
    m_chip->setCursor(Qt::ArrowCursor);
    m_send->setCursor(Qt::ArrowCursor);
    m_send->setToolTip(tr("Send now (Enter)"));
    setTabOrder(m_edit, m_chip);
    setTabOrder(m_chip, m_send);

    auto *text = new QVBoxLayout;
    text->setContentsMargins(6, 0, 2, 8);
    text->addWidget(m_edit);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(4);
    bar->addWidget(m_chip);
    bar->addStretch(1);
    bar->addWidget(m_estimate);
    bar->addSpacing(10);
    bar->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->setSpacing(0);
    layout->addLayout(text);
    layout->addLayout(bar);

    m_edit->installEventFilter(this);
    connect(m_edit, &ComposerEdit::sendWanted, this, &Composer::submit);
    connect(m_edit, &ComposerEdit::previousWanted, this, &Composer::previousWanted);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        refresh();
        Q_EMIT edited();
    });
    connect(m_send, &QAbstractButton::clicked, this, &Composer::submit);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    setTurnUnderWay(false);
    refresh();
}

QString Composer::text() const
{
    return m_edit->toPlainText();
}

bool Composer::isEmpty() const
{
    return m_edit->document()->isEmpty();
}

void Composer::setText(const QString &text)
{
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
}

void Composer::setTurnUnderWay(bool underWay)
{
    m_edit->setPlaceholderText(underWay ? tr("Write a message. It waits its turn.") : tr("Write a message"));
    m_edit->viewport()->update(); // Qt 6.4 repaints it only when it appears or goes
}

void Composer::setContext(qsizetype characters)
{
    m_context = characters;
    refresh();
}

QString Composer::estimate() const
{
    return m_estimate->text();
}

void Composer::submit()
{
    if (m_edit->hasText())
        Q_EMIT submitted(text());
}

void Composer::refresh()
{
    const bool some = m_edit->hasText();
    m_send->setEnabled(some);
    m_estimate->setText(some ? tokenEstimate(m_context + m_edit->document()->characterCount() - 1) : QString());
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::eventFilter(watched, event);
}

void Composer::mousePressEvent(QMouseEvent *)
{
    m_edit->setFocus(Qt::MouseFocusReason);
}

void Composer::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_edit->hasFocus() ? tokens.control : tokens.line2, 1));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::bubbleRadius, metrics::bubbleRadius);
}

} // namespace breakwater
