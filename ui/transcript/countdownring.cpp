// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/countdownring.h"

#include <QAccessibleWidget>
#include <QCoreApplication>

namespace breakwater {

namespace {

class RingAccessible final : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit RingAccessible(CountdownRing *ring)
        : QAccessibleWidget(ring, QAccessible::ProgressBar)
    {
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this) : QAccessibleWidget::interface_cast(type);
    }
    // Not the widget's name, whose every change would be told.
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name || kind == QAccessible::Value ? ring().words() : QAccessibleWidget::text(kind);
    }
    [[nodiscard]] QVariant currentValue() const override { return ring().left(); }
    void setCurrentValue(const QVariant &) override { }
    [[nodiscard]] QVariant maximumValue() const override { return ring().whole(); }
    [[nodiscard]] QVariant minimumValue() const override { return 0; }
    [[nodiscard]] QVariant minimumStepSize() const override { return 1; }

private:
    [[nodiscard]] const CountdownRing &ring() const { return *static_cast<CountdownRing *>(widget()); }
};

/// What belongs together is a group, named by its title.
QAccessibleInterface *makeGroupAccessible(const QString &className, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (!widget)
        return nullptr;
    if (className == QLatin1String("breakwater::CountdownRing"))
        return new RingAccessible(static_cast<CountdownRing *>(widget));
    if (className == QLatin1String("breakwater::RetryCard") || className == QLatin1String("breakwater::Banner") || className == QLatin1String("breakwater::AnswerFooter")
        || className == QLatin1String("breakwater::VersionStrip"))
        return new QAccessibleWidget(widget, QAccessible::Grouping);
    return nullptr;
}

void installGroupAccessible()
{
    QAccessible::installFactory(makeGroupAccessible);
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(installGroupAccessible)

CountdownRing::CountdownRing(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void CountdownRing::setSeconds(int left, int whole)
{
    m_left = left;
    m_whole = whole;
}

QString CountdownRing::words() const
{
    return m_whole == 1 ? tr("%1 of 1 second left").arg(m_left) : tr("%1 of %2 seconds left").arg(m_left).arg(m_whole);
}

} // namespace breakwater
