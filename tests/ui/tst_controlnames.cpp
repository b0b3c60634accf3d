// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/everyplace.h"
#include "tests/ui/screenreader.h"

#include <QSet>
#include <QtTest>

using namespace breakwater;

namespace {

bool isFocusable(const QAccessibleInterface &element)
{
    return element.state().focusable || element.state().selectable;
}

/// What people with a screen reader know how to work with.
bool isFitting(QAccessible::Role role)
{
    static const QSet<QAccessible::Role> fitting {QAccessible::PushButton, QAccessible::CheckBox,
        QAccessible::RadioButton, QAccessible::ComboBox, QAccessible::SpinBox, QAccessible::EditableText,
        QAccessible::List, QAccessible::ListItem, QAccessible::Table, QAccessible::Cell, QAccessible::Tree,
        QAccessible::TreeItem, QAccessible::Link, QAccessible::Slider, QAccessible::Chart, QAccessible::Grouping,
        QAccessible::HotkeyField, QAccessible::StaticText, QAccessible::PageTabList, QAccessible::PageTab,
        QAccessible::MenuItem};
    return fitting.contains(role);
}

bool isButton(QAccessible::Role role)
{
    return role == QAccessible::PushButton || role == QAccessible::CheckBox || role == QAccessible::RadioButton;
}

QString wayTo(const std::vector<QAccessibleInterface *> &way)
{
    QStringList names;
    for (const QAccessibleInterface *each : way) {
        if (const QString name = each->text(QAccessible::Name); !name.isEmpty())
            names += name;
    }
    const QObject *object = way.back()->object();
    return QStringLiteral("%1 %2 %3: %4")
        .arg(roleName(way.back()->role()),
            object != nullptr ? QString::fromLatin1(object->metaObject()->className()) : QString(),
            object != nullptr ? object->objectName() : QString(), names.join(QLatin1String(" > ")));
}

} // namespace

/// Each place as a screen reader finds it.
class TestControlNames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareForPlaces(); }

    void everyControlHasANameARoleAndAnAction_data() { addEveryPlace(); }
    void everyControlHasANameARoleAndAnAction()
    {
        QFETCH(QString, place);
        const auto open = openPlace(place);
        QStringList wrong;
        QSet<QString> met;
        int controls = 0;
        readPart(*open->part(), [&](const std::vector<QAccessibleInterface *> &way) {
            QAccessibleInterface &here = *way.back();
            const QAccessible::Role role = here.role();
            if (!isFocusable(here) && !isButton(role))
                return true;
            ++controls;
            const QString name = here.text(QAccessible::Name).trimmed();
            const bool isPartOfList = role == QAccessible::ListItem || role == QAccessible::Cell;
            if (name.isEmpty() && !isPartOfList)
                wrong += QLatin1String("no name: ") + wayTo(way);
            if (!isFitting(role))
                wrong += QLatin1String("no fitting role: ") + wayTo(way);
            if (isButton(role) && !here.state().disabled
                && (here.actionInterface() == nullptr || here.actionInterface()->actionNames().isEmpty()))
                wrong += QLatin1String("no action: ") + wayTo(way);
            if (const QString whole = wayTo(way);
                !isPartOfList && std::exchange(met, met + QSet<QString> {whole}).contains(whole))
                wrong += QLatin1String("twice: ") + whole;
            return true;
        });
        for (const QString &each : wrong)
            qWarning("%s", qPrintable(each)); // more than a failure has room for
        QVERIFY(wrong.isEmpty());
        QVERIFY(controls > 0);
    }
};

QTEST_MAIN(TestControlNames)
#include "tst_controlnames.moc"
