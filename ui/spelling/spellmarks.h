// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTimer>

namespace breakwater {

class SpellChecker;

/// Underlines what is misspelled in the part of a text that is seen, a moment after the last key, and offers what was meant in
/// its menu. The word that is being typed is left alone. Changes nothing in the text by itself. UI thread.
class SpellMarks : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    SpellMarks(QPlainTextEdit &edit, SpellChecker &checker, QObject *parent = nullptr);

    /// The misspelled word at a place of the text; a null cursor where there is none.
    [[nodiscard]] QTextCursor wordAt(const QTextCursor &place) const;
    /// Opens the menu of the text there, with what was meant where a misspelled word is.
    void openMenu(const QPoint &globalPosition, const QTextCursor &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void mark();
    void offer(const QStringList &suggestions);
    void replace(const QString &word);

    QPlainTextEdit &m_edit;
    SpellChecker &m_checker;
    QTimer m_soon;
    QTimer m_menuSoon; ///< the menu does not wait for suggestions for long
    QTextCursor m_asked; ///< the word that the menu is about
    QPoint m_menuAt;
    bool m_typing = false;
};

} // namespace breakwater
