// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/filtermenu.h"

#include "core/chat/searchtyping.h"
#include "ui/library/daydialog.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

namespace breakwater {

namespace {

QString filterText(const char *text)
{
    return QCoreApplication::translate("breakwater::FilterMenu", text);
}

} // namespace

void FilterMenu::fill(QMenu &menu) const
{
    QObject *context = menu.parent();
    // What is chosen once more is taken back.
    const auto offer = [this, context](QMenu &in, const QString &words, SearchFilter filter, const QString &value) {
        const bool on = QString::compare(filterIn(typed, filter), value, Qt::CaseInsensitive) == 0;
        QAction *action = in.addAction(QString(words).replace(QLatin1Char('&'), QLatin1String("&&")), context,
            [write = type, text = withFilter(typed, filter, on ? QString() : value)] { write(text); });
        action->setCheckable(true);
        action->setChecked(on);
    };
    offer(menu, filterText(QT_TRANSLATE_NOOP("breakwater::FilterMenu", "From me")), SearchFilter::From, QStringLiteral("me"));
    offer(menu, filterText(QT_TRANSLATE_NOOP("breakwater::FilterMenu", "From the model")), SearchFilter::From, QStringLiteral("model"));
    menu.addSeparator();
    const auto list = [&](const char *name, SearchFilter filter, QStringList values) {
        const QString now = filterIn(typed, filter);
        if (!now.isEmpty() && !values.contains(now, Qt::CaseInsensitive))
            values.prepend(now); // typed, perhaps only a part of a name
        QMenu *below = menu.addMenu(now.isEmpty() ? filterText(name) : QCoreApplication::translate("breakwater::FilterMenu", "%1: %2").arg(filterText(name), QString(now).replace(QLatin1Char('&'), QLatin1String("&&"))));
        below->setEnabled(!values.isEmpty());
        for (const QString &value : values)
            offer(*below, value, filter, value);
    };
    list(QT_TRANSLATE_NOOP("breakwater::FilterMenu", "Model"), SearchFilter::Model, choices.models);
    list(QT_TRANSLATE_NOOP("breakwater::FilterMenu", "Provider"), SearchFilter::Provider, choices.providers);
    list(QT_TRANSLATE_NOOP("breakwater::FilterMenu", "Folder"), SearchFilter::Folder, choices.folders);
    menu.addSeparator();
    auto *window = qobject_cast<QWidget *>(context);
    const auto day = [&](const QString &words, const QString &question, SearchFilter filter, const QDate &usual) {
        const QDate now = QDate::fromString(filterIn(typed, filter), Qt::ISODate);
        QAction *action = menu.addAction(now.isValid() ? QString(words + QLatin1Char(' ') + now.toString(Qt::ISODate)) : QString(words + QStringLiteral("…")), context,
            [write = type, text = typed, question, filter, now, usual, window] {
                auto *dialog = new DayDialog(question, now.isValid() ? now : usual, now.isValid(), window);
                QObject::connect(dialog, &DayDialog::chosen, window, [write, text, filter](const QDate &chosen) { write(withFilter(text, filter, chosen.toString(Qt::ISODate))); });
                dialog->open();
            });
        action->setCheckable(true);
        action->setChecked(now.isValid());
    };
    day(filterText(QT_TRANSLATE_NOOP("breakwater::FilterMenu", "After")), filterText(QT_TRANSLATE_NOOP("breakwater::FilterMenu", "From which day on?")), SearchFilter::After,
        today.addDays(-7));
    day(filterText(QT_TRANSLATE_NOOP("breakwater::FilterMenu", "Before")), filterText(QT_TRANSLATE_NOOP("breakwater::FilterMenu", "Before which day?")), SearchFilter::Before, today);
    menu.addSeparator();
    auto *orders = new QActionGroup(&menu);
    const auto one = [&](const QString &words, SearchOrder which) {
        QAction *action = menu.addAction(words, context, [set = setOrder, which] { set(which); });
        action->setCheckable(true);
        action->setChecked(order == which);
        orders->addAction(action);
    };
    one(filterText(QT_TRANSLATE_NOOP("breakwater::FilterMenu", "Newest first")), SearchOrder::NewestFirst);
    one(filterText(QT_TRANSLATE_NOOP("breakwater::FilterMenu", "Best first")), SearchOrder::BestFirst);
    menu.addSeparator();
    const QString plain = withoutFilters(typed);
    menu.addAction(filterText(QT_TRANSLATE_NOOP("breakwater::FilterMenu", "Remove all filters")), context, [write = type, plain] { write(plain); })->setEnabled(plain != typed);
}

} // namespace breakwater
