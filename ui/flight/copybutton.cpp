// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flight/copybutton.h"

#include <QClipboard>
#include <QFontMetrics>
#include <QGuiApplication>

namespace breakwater {

CopyButton::CopyButton(Kind kind, const QString &text, Look look, QWidget *parent)
    : Button(kind, text, parent)
    , m_text(text)
    , m_look(look)
{
    if (m_look == Look::Icon)
        setLeadingIcon(Icon::Copy);
    m_over.setSingleShot(true);
    connect(&m_over, &QTimer::timeout, this, [this] { say(m_text, Icon::Copy); });
}

void CopyButton::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    say(tr("Copied"), Icon::Check);
    m_over.start(2000);
}

void CopyButton::say(const QString &text, Icon which)
{
    setText(text);
    if (m_look == Look::Icon)
        setLeadingIcon(which);
}

QSize CopyButton::sizeHint() const
{
    const QFontMetrics measure(fontFor(TextRole::Interface));
    const int more = std::max(measure.horizontalAdvance(m_text), measure.horizontalAdvance(tr("Copied"))) - measure.horizontalAdvance(text());
    return Button::sizeHint() + QSize(std::max(0, more), 0);
}

} // namespace breakwater
