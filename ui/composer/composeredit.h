// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/draft.h"
#include "ui/composer/sendkey.h"

#include <QImage>
#include <QPlainTextEdit>
#include <QUrl>

namespace breakwater {

/// Whether all of it is files on this computer: links go into the text.
[[nodiscard]] bool holdsFiles(const QMimeData &data);

/// The text of the composer: plain, as high as its text from one to eight lines, then it scrolls. UI thread.
class ComposerEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit ComposerEdit(QWidget *parent = nullptr);

    void setSendKey(SendKey key) { m_sendKey = key; }
    /// Replaces all of the text by a step that can be undone.
    void replaceText(const QString &text);
    /// What stands there is one of the person's own questions, as long as nothing is written.
    void setRecalled(bool recalled);
    /// Whether there is more than white space. Does not copy the text.
    [[nodiscard]] bool hasText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void sendWanted(breakwater::Timing timing);
    /// Files, an image or a very long text were pasted or dropped: they go along beside the text.
    void filesGiven(const QList<QUrl> &files);
    void imageGiven(const QImage &image);
    void longTextGiven(const QString &text);
    /// Up was pressed while there is no text, or above all of a text that was recalled and is as it was.
    void earlierWanted();
    /// Down, below all of such a text.
    void laterWanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void grow();
    void wear();
    [[nodiscard]] int wantedHeight() const;
    [[nodiscard]] bool leavesBy(QTextCursor::MoveOperation move) const;

    SendKey m_sendKey = SendKey::Enter;
    bool m_recalled = false;
    bool m_composing = false; // an input method is in the middle of a word
};

} // namespace breakwater
