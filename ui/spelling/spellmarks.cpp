// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/spellmarks.h"

#include "ui/spelling/spellchecker.h"
#include "ui/spelling/spellwords.h"
#include "ui/style/theme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTextBlock>

namespace breakwater {

namespace {

constexpr int pause = 250; // milliseconds after the last key
constexpr int menuPatience = 250; // milliseconds

} // namespace

SpellMarks::SpellMarks(QPlainTextEdit &edit, SpellChecker &checker, QObject *parent)
    : QObject(parent)
    , m_edit(edit)
    , m_checker(checker)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    m_menuSoon.setSingleShot(true);
    m_menuSoon.setInterval(menuPatience);
    connect(&m_soon, &QTimer::timeout, this, &SpellMarks::mark);
    connect(&m_menuSoon, &QTimer::timeout, this, [this] { offer({}); });
    connect(&edit, &QPlainTextEdit::textChanged, this, [this] {
        m_typing = true;
        m_soon.start();
    });
    connect(&edit, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (!m_soon.isActive()) {
            m_typing = false; // it went elsewhere
            m_soon.start();
        }
    });
    connect(edit.verticalScrollBar(), &QScrollBar::valueChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&checker, &SpellChecker::checked, this, &SpellMarks::mark);
    connect(&checker, &SpellChecker::suggested, this, [this](const QString &word, const QStringList &suggestions) {
        if (m_menuSoon.isActive() && m_asked.selectedText() == word)
            offer(suggestions);
    });
    connect(&Theme::instance(), &Theme::changed, this, &SpellMarks::mark);
    edit.viewport()->installEventFilter(this);
    edit.installEventFilter(this);
}

void SpellMarks::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (m_checker.isOn()) {
        QTextEdit::ExtraSelection mark;
        mark.format.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
        mark.format.setUnderlineColor(Theme::instance().tokens().danger);
        const QTextCursor typed = m_edit.textCursor();
        const int first = m_edit.cursorForPosition({0, 0}).position();
        const int last = m_edit.cursorForPosition({m_edit.viewport()->width(), m_edit.viewport()->height()}).position();
        bool code = false;
        for (QTextBlock block = m_edit.document()->begin(); block.isValid() && block.position() <= last; block = block.next()) {
            const bool fence = isFence(block.text());
            if (fence)
                code = !code;
            if (code || fence || block.position() + block.length() < first)
                continue;
            // Of a line that is longer than what is seen, that part alone, with the words that are cut.
            constexpr int more = 64;
            const int from = std::max(0, first - block.position() - more);
            const QString text = block.text().mid(from, last - first + 2 * more);
            for (const SpelledWord &word : spelledWords(text)) {
                QTextCursor cursor(block);
                cursor.setPosition(block.position() + from + static_cast<int>(word.at));
                cursor.setPosition(cursor.position() + static_cast<int>(word.length), QTextCursor::KeepAnchor);
                const bool beingTyped = m_typing && typed.position() == cursor.position();
                if (!beingTyped && m_checker.isRight(text.mid(word.at, word.length)) == false) {
                    mark.cursor = cursor;
                    marks.append(mark);
                }
            }
        }
    }
    m_edit.setExtraSelections(marks);
}

QTextCursor SpellMarks::wordAt(const QTextCursor &place) const
{
    const QList<QTextEdit::ExtraSelection> marks = m_edit.extraSelections();
    for (const QTextEdit::ExtraSelection &each : marks) {
        if (each.cursor.selectionStart() <= place.position() && place.position() <= each.cursor.selectionEnd())
            return each.cursor;
    }
    return {};
}

bool SpellMarks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ContextMenu)
        return QObject::eventFilter(watched, event);
    const auto *menu = static_cast<QContextMenuEvent *>(event);
    const bool byKey = menu->reason() == QContextMenuEvent::Keyboard;
    if (byKey)
        openMenu(m_edit.viewport()->mapToGlobal(m_edit.cursorRect().bottomLeft()), m_edit.textCursor());
    else
        openMenu(menu->globalPos(), m_edit.cursorForPosition(m_edit.viewport()->mapFromGlobal(menu->globalPos())));
    return true;
}

void SpellMarks::openMenu(const QPoint &globalPosition, const QTextCursor &place)
{
    m_menuAt = globalPosition;
    m_asked = wordAt(place);
    if (m_asked.isNull()) {
        offer({});
        return;
    }
    m_menuSoon.start();
    m_checker.suggest(m_asked.selectedText());
}

void SpellMarks::offer(const QStringList &suggestions)
{
    m_menuSoon.stop();
    QMenu *menu = m_edit.createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_asked.isNull()) {
        QAction *first = menu->actions().value(0);
        const auto add = [menu, first](const QString &text) {
            auto *action = new QAction(text, menu);
            menu->insertAction(first, action);
            return action;
        };
        for (const QString &each : suggestions)
            connect(add(QString(each).replace(QLatin1Char('&'), QLatin1String("&&"))), &QAction::triggered, this, [this, each] { replace(each); });
        if (suggestions.isEmpty())
            add(tr("No suggestion"))->setEnabled(false);
        menu->insertSeparator(first);
        const QString word = m_asked.selectedText();
        connect(add(tr("Add “%1” to the dictionary").arg(word)), &QAction::triggered, this, [this, word] { m_checker.add(word); });
        connect(add(tr("Ignore for now")), &QAction::triggered, this, [this, word] { m_checker.ignore(word); });
        menu->insertSeparator(first);
    }
    menu->popup(m_menuAt);
}

/// One step that can be undone; the cursor stays where it was.
void SpellMarks::replace(const QString &word)
{
    QTextCursor cursor = m_asked;
    cursor.insertText(word);
}

} // namespace breakwater
