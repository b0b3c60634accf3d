// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/composeredit.h"

#include "ui/keyboard/keysinforce.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace breakwater {

namespace {

constexpr int mostLines = 8;
constexpr qsizetype longestPaste = 20'000; // letters; more is nothing to write in, but something to send along

bool isReturn(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

} // namespace

bool holdsFiles(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return !urls.isEmpty() && std::all_of(urls.begin(), urls.end(), [](const QUrl &each) { return each.isLocalFile(); });
}

ComposerEdit::ComposerEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Message"));
    document()->setDocumentMargin(2);
    wear();
    connect(&Theme::instance(), &Theme::changed, this, &ComposerEdit::wear);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &ComposerEdit::grow);
    connect(this, &QPlainTextEdit::textChanged, this, &ComposerEdit::grow);
}

void ComposerEdit::wear()
{
    setFont(fontFor(TextRole::Message));
    grow();
}

void ComposerEdit::replaceText(const QString &text)
{
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.insertText(text);
    moveCursor(QTextCursor::End);
}

bool ComposerEdit::hasText() const
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.length() <= 1)
            continue;
        const QString line = block.text();
        if (std::any_of(line.begin(), line.end(), [](QChar each) { return !each.isSpace(); }))
            return true;
    }
    return false;
}

/// Looks at the first lines alone: laying out all of a huge text here would be felt at every key.
int ComposerEdit::wantedHeight() const
{
    const qreal line = fontMetrics().lineSpacing();
    const qreal most = line * mostLines;
    qreal height = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && height < most; block = block.next())
        height += blockBoundingRect(block).height();
    return static_cast<int>(std::ceil(qBound(line, height, most) + 2 * document()->documentMargin()));
}

QSize ComposerEdit::sizeHint() const
{
    return {200, wantedHeight()};
}

void ComposerEdit::grow()
{
    const int wanted = wantedHeight();
    if (wanted != height() || minimumHeight() != wanted)
        setFixedHeight(wanted);
}

void ComposerEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        grow();
}

bool ComposerEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // What Qt's text widgets know from elsewhere (Ctrl K, B, F) belongs to the window where it has a command for it.
        if (KeysInForce::instance().map().holder(QKeySequence(static_cast<QKeyEvent *>(event)->keyCombination())))
            return false;
    }
    return QPlainTextEdit::event(event);
}

void ComposerEdit::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
    if (isReturn(*event)) {
        if (m_composing)
            return; // it ends the word, whatever the platform makes of it
        if (held == Qt::ControlModifier || (held == Qt::NoModifier && m_sendKey == SendKey::Enter)) {
            Q_EMIT sendWanted(Timing::Now);
            return;
        }
        if (held == (Qt::ControlModifier | Qt::ShiftModifier)) {
            Q_EMIT sendWanted(Timing::OffPeak);
            return;
        }
        if (held == (Qt::ControlModifier | Qt::AltModifier)) {
            Q_EMIT sendWanted(Timing::Batch);
            return;
        }
        if (held == Qt::ShiftModifier || held == Qt::NoModifier) {
            textCursor().insertBlock(); // a paragraph, where Qt's own key would put a line separator
            ensureCursorVisible();
            return;
        }
    }
    if (event->key() == Qt::Key_Up && held == Qt::NoModifier && (document()->isEmpty() || leavesBy(QTextCursor::Up)) && !m_composing) {
        Q_EMIT earlierWanted();
        return;
    }
    if (event->key() == Qt::Key_Down && held == Qt::NoModifier && leavesBy(QTextCursor::Down) && !m_composing) {
        Q_EMIT laterWanted();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void ComposerEdit::setRecalled(bool recalled)
{
    m_recalled = recalled;
    document()->setModified(false);
}

/// Out of a recalled text that nobody changed, and above its first line or below its last.
bool ComposerEdit::leavesBy(QTextCursor::MoveOperation move) const
{
    if (!m_recalled || document()->isModified() || textCursor().hasSelection())
        return false;
    return !QTextCursor(textCursor()).movePosition(move);
}

void ComposerEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

/// Files are taken by the whole composer, which shows that it does.
void ComposerEdit::dragEnterEvent(QDragEnterEvent *event)
{
    if (holdsFiles(*event->mimeData()))
        event->ignore();
    else
        QPlainTextEdit::dragEnterEvent(event);
}

void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    if (holdsFiles(*source)) {
        Q_EMIT filesGiven(source->urls());
        return;
    }
    const QString text = source->text();
    // Spreadsheets and word processors give a picture of the text beside it.
    if (text.isEmpty() && source->hasImage()) {
        Q_EMIT imageGiven(qvariant_cast<QImage>(source->imageData()));
        return;
    }
    if (text.size() > longestPaste) {
        Q_EMIT longTextGiven(text);
        return;
    }
    textCursor().insertText(text);
    ensureCursorVisible();
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || source->hasUrls() || source->hasImage();
}

} // namespace breakwater
