// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/accessiblerole.h"

#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QFrame>
#include <QVariant>

#include <cstring>
#include <optional>

namespace breakwater {

namespace {

constexpr const char *roleProperty = "accessibleRole";

/// Qt knows what its own classes are; one of ours that is none of them, and has a name, holds together what is in it.
bool isNamedPart(const QWidget &widget)
{
    if (widget.accessibleName().isEmpty())
        return false;
    const QMetaObject *kind = widget.metaObject();
    while (std::strncmp(kind->className(), "breakwater::", 12) == 0)
        kind = kind->superClass();
    return kind != widget.metaObject() && (kind == &QWidget::staticMetaObject || kind == &QFrame::staticMetaObject);
}

std::optional<QAccessible::Role> roleOf(const QWidget &widget)
{
    if (const QVariant told = widget.property(roleProperty); told.isValid())
        return static_cast<QAccessible::Role>(told.toInt());
    return isNamedPart(widget) ? std::optional(QAccessible::Grouping) : std::nullopt;
}

class PartAccessible final : public QAccessibleWidget
{
public:
    PartAccessible(QWidget *widget, QAccessible::Role role)
        : QAccessibleWidget(widget, role)
        , m_role(role)
    {
    }
    /// Without a parent it is a window, and many a part is made without one.
    [[nodiscard]] QAccessible::Role role() const override
    {
        return widget() != nullptr && widget()->isWindow() ? QAccessible::Window : m_role;
    }

private:
    QAccessible::Role m_role;
};

QAccessibleInterface *makeWithRole(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    const auto role = widget != nullptr ? roleOf(*widget) : std::nullopt;
    return role ? new PartAccessible(widget, *role) : nullptr;
}

void installRoles()
{
    QAccessible::installFactory(makeWithRole);
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(installRoles)

void setAccessibleRole(QWidget &widget, QAccessible::Role role)
{
    widget.setProperty(roleProperty, static_cast<int>(role));
}

} // namespace breakwater
