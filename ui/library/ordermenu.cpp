// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/ordermenu.h"

#include "ui/library/folderdialog.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace breakwater {

namespace {

QString orderText(const char *text)
{
    return QCoreApplication::translate("breakwater::OrderMenu", text);
}

} // namespace

QStringList foldersOf(const Library &library)
{
    QStringList folders;
    for (const Conversation *each : library.conversations()) {
        if (!each->folder.isEmpty() && !folders.contains(each->folder))
            folders += each->folder;
    }
    std::sort(folders.begin(), folders.end(), [](const QString &left, const QString &right) { return QString::compare(left, right, Qt::CaseInsensitive) < 0; });
    return folders;
}

void addOrderActions(QMenu &menu, const Library &library, const ConversationId &id, std::function<void(const Conversation &)> change)
{
    const Conversation *conversation = library.conversation(id);
    if (conversation == nullptr)
        return;
    // What it is by then, with one thing changed.
    const auto with = [&library, id, change = std::move(change)](auto edit) {
        if (const Conversation *known = library.conversation(id)) {
            Conversation changed = *known;
            edit(changed);
            change(changed);
        }
    };
    QObject *context = menu.parent();
    const bool pinned = conversation->pinned;
    menu.addAction(pinned ? orderText(QT_TRANSLATE_NOOP("breakwater::OrderMenu", "Unpin")) : orderText(QT_TRANSLATE_NOOP("breakwater::OrderMenu", "Pin")), context,
        [with, pinned] { with([pinned](Conversation &each) { each.pinned = !pinned; }); });

    QMenu *folders = menu.addMenu(orderText(QT_TRANSLATE_NOOP("breakwater::OrderMenu", "Folder")));
    auto *which = new QActionGroup(folders);
    const auto offer = [&](const QString &words, const QString &folder) {
        QAction *action = folders->addAction(words, context, [with, folder] { with([folder](Conversation &each) { each.folder = folder; }); });
        action->setCheckable(true);
        action->setChecked(conversation->folder == folder);
        which->addAction(action);
    };
    offer(orderText(QT_TRANSLATE_NOOP("breakwater::OrderMenu", "None")), {});
    for (const QString &folder : foldersOf(library))
        offer(QString(folder).replace(QLatin1Char('&'), QLatin1String("&&")), folder);
    folders->addSeparator();
    auto *window = qobject_cast<QWidget *>(context);
    folders->addAction(orderText(QT_TRANSLATE_NOOP("breakwater::OrderMenu", "New folder…")), context,
        [with, window] {
            auto *dialog = new FolderDialog(window);
            QObject::connect(dialog, &FolderDialog::named, window, [with](const QString &folder) { with([folder](Conversation &each) { each.folder = folder; }); });
            dialog->open();
        });

    const bool archived = conversation->archived;
    menu.addAction(archived ? orderText(QT_TRANSLATE_NOOP("breakwater::OrderMenu", "Take out of the archive")) : orderText(QT_TRANSLATE_NOOP("breakwater::OrderMenu", "Archive")),
        context, [with, archived] { with([archived](Conversation &each) { each.archived = !archived; }); });
}

} // namespace breakwater
