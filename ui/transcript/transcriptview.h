// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/library.h"
#include "core/turn/turnstate.h"
#include "ui/transcript/answerspeaker.h"
#include "ui/transcript/rowheights.h"
#include "ui/transcript/setaside.h"
#include "ui/transcript/transcriptrow.h"
#include "ui/words/faultwords.h"

#include <QAbstractScrollArea>
#include <QDate>
#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

class QMenu;

namespace breakwater {

class Button;
class QuestionActions;

/// The messages of one conversation, painted; only those that are seen are laid out.
///
/// The place is kept as (row, offset), because heights are estimates until a row is seen. It sticks to the end while the
/// reader is within 48 px of it; otherwise the first visible line stays put and a pill says that there is new text.
/// Text that arrives is gathered to one layout a frame. Renders TurnState and Message; decides nothing. UI thread.
class TranscriptView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    using FindTurn = std::function<const TurnState *(const TurnId &)>;
    using FindRoutes = std::function<const RouteTable *()>;

    explicit TranscriptView(QWidget *parent = nullptr);
    ~TranscriptView() override;

    /// `library` is not owned; null shows nothing.
    void setLibrary(Library *library);
    /// How it learns of turns and routes; each may answer null. `time` must outlive the view.
    void setTurns(FindTurn find, FindRoutes routes, const TimeSource &time);
    /// How many of the oldest turns have to stay out for a turn to fit that was too long; 0: nothing helps.
    void setLeaveOut(std::function<int(const TurnId &)> leaveOut) { m_leaveOut = std::move(leaveOut); }
    void showConversation(const ConversationId &id);
    [[nodiscard]] const ConversationId &conversation() const { return m_conversation; }

    /// Shows it whole, too.
    void scrollToMessage(const MessageId &id);
    /// Marks `text` wherever it stands in what is shown, and in what comes to be; an empty one marks nothing.
    void setFound(const QString &text);
    /// Leads to the place where that stands in a message for the `ordinal`th time, or the last; in what the model thought
    /// before it, which is opened for that. Returns how many places are shown there: of what is written some may not be.
    std::size_t showFound(const MessageId &id, std::size_t ordinal, bool inThinking);
    /// Shows the first place where `text` stands in a message, and selects it; the message where it does not.
    void showText(const MessageId &id, const QString &text);
    void scrollToEnd();
    [[nodiscard]] bool sticksToEnd() const { return m_stick; }
    [[nodiscard]] bool pillShown() const;
    [[nodiscard]] QString selectedText() const;
    [[nodiscard]] QString selectedMarkdown() const;
    void selectAll();
    /// The selection in all the forms that CopiedText has.
    void copySelection() const;
    void copyLastAnswer() const;
    /// What is read is larger or smaller by so many tenths; 0: as it was made.
    void zoomBy(int steps);

    /// The row at the top of the viewport and how far it is scrolled in: the reader's place.
    [[nodiscard]] std::pair<MessageId, qreal> place() const;
    // What a screen reader asks for (transcriptspoken.cpp). Places are those in the list, from 0.
    [[nodiscard]] int messageCount() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] MessageId messageAt(int place) const { return m_rows[static_cast<std::size_t>(place)].id; }
    [[nodiscard]] std::optional<int> placeOfMessage(const MessageId &id) const;
    [[nodiscard]] std::optional<int> messageUnder(const QPoint &point) const; ///< in the viewport
    [[nodiscard]] QString messageName(int place) const; ///< its author and time, or what it is doing
    [[nodiscard]] QString messageText(int place) const; ///< as it is shown
    [[nodiscard]] bool isMessageGrowing(int place) const;
    [[nodiscard]] QRect messageRect(int place) const; ///< on the screen
    [[nodiscard]] std::vector<QWidget *> messageWidgets(int place) const;

    /// How many messages hold a layout: what tests count instead of time.
    [[nodiscard]] int laidOutMessages() const;

public Q_SLOTS:
    void turnChanged(const breakwater::TurnId &id);
    /// Lays out what came, without waiting for the next frame.
    void flush();
    /// Many turns are known now that were not.
    void turnsChanged() { invalidate(true); }

Q_SIGNALS:
    void flightRecordWanted(const breakwater::TurnId &turn);
    void askAgainWanted(const breakwater::TurnId &turn);
    void stopWanted(const breakwater::TurnId &turn);
    void tryNowWanted(const breakwater::TurnId &turn);
    /// A turn in doubt, or one that was given up, shall be sent once more.
    void sendAgainWanted(const breakwater::TurnId &turn);
    void useNextWanted(const breakwater::TurnId &turn);
    void keepWanted(const breakwater::TurnId &turn);
    void batchWanted(const breakwater::TurnId &turn);
    void cancelWanted(const breakwater::TurnId &turn);
    void continueWanted(const breakwater::TurnId &turn);
    void editWanted(const breakwater::TurnId &turn);
    /// A turn that was too long shall be sent again without the oldest.
    void leaveOutWanted(const breakwater::TurnId &turn);
    /// Another version of a question shall be shown, with what follows it.
    void versionWanted(const breakwater::TurnId &turn);
    /// A conversation that begins like this one, up to a turn and with it.
    void forkWanted(const breakwater::TurnId &turn);
    void checkKeyWanted(const breakwater::TurnId &turn);
    void chooseModelWanted(const breakwater::TurnId &turn);
    void saveAgainWanted(const breakwater::TurnId &turn);
    void outboxWanted();
    void unlockWanted(); ///< of the keychain

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    /// Tab goes through the buttons of what is seen from top to bottom, whenever they were made, and then leaves.

private:
    struct Place
    {
        std::size_t row = 0;
        MessagePlace at;
        friend auto operator<=>(const Place &, const Place &) = default;
    };
    /// The code block under the mouse.
    struct CodeHit
    {
        CodePart *part = nullptr;
        QPointF point; ///< in the part
        std::size_t row = 0;
    };

    // Rows, where they are, how they get there (transcriptrows.cpp, transcriptlayout.cpp, transcriptscroll.cpp)
    void rebuild();
    void goBackTo(const MessageId &id, qreal offset);
    /// The rows of the branch that is shown; what stays keeps its layout, and the reader their place.
    void syncRows();
    void appended(const MessageId &id);
    [[nodiscard]] std::vector<const Message *> shownBranch(const TurnTree &tree);
    void addRow(const Message &message, const TurnTree &tree);
    [[nodiscard]] QDate localDay(WallTime at);
    static void placeVersions(TranscriptRow &row, const TurnTree &tree);
    void dirty(const MessageId &id);
    void invalidate(bool keepLayouts);
    /// `Follow` goes to the end where the reader sticks to it; a reader's own scrolling is never overruled.
    enum class Follow { Yes, No };
    /// `Changed` keeps the pixels of what stayed as it was, wherever it moved to.
    enum class Repaint { All, Changed };
    void arrange(Follow follow = Follow::Yes, Repaint repaint = Repaint::All);
    void repaintChanged(Repaint repaint);
    /// What the reader looks at: it stays where it is when everything gets another size.
    struct Reading
    {
        MessageId message;
        MessagePlace at;
        qreal y = 0;
    };
    [[nodiscard]] std::optional<Reading> readingNow();
    void readAgain(const std::optional<Reading> &reading);
    [[nodiscard]] qreal topInRow(std::size_t row, bool thinking, const MessagePlace &place);
    [[nodiscard]] qreal seeRow(std::size_t row, qreal y);
    void settleAnchor();
    [[nodiscard]] qreal fillViewport();
    void anchorAtEnd();
    void scrolledTo(int value);
    void ensure(std::size_t row);
    void dropFarLayouts();
    void updateScrollBar();
    void showPill(bool show);
    [[nodiscard]] const Message *messageOf(const TranscriptRow &row) const;
    [[nodiscard]] qreal estimate(const Message &message) const;
    [[nodiscard]] qreal columnWidth() const;
    [[nodiscard]] qreal columnLeft() const;
    [[nodiscard]] std::optional<std::size_t> rowAt(qreal viewportY) const;
    /// Where a row's upper left corner is in the viewport.
    [[nodiscard]] QPointF originOf(std::size_t row) const;
    void paintRow(QPainter &painter, std::size_t index, const QRectF &clip);
    void paintFirstLine(QPainter &painter, std::size_t index) const;

    // What stands above and below a message (transcriptextras.cpp, transcriptthinking.cpp,
    // transcriptfiles.cpp)
    [[nodiscard]] const TurnState *turnOf(const TranscriptRow &row) const;
    [[nodiscard]] const RouteTable &routes() const;
    /// Messages of a turn need not stand together: a question may be written while an earlier one is answered.
    [[nodiscard]] bool isLastOfTurn(std::size_t row) const;
    [[nodiscard]] AnswerPlace answerPlace(std::size_t row) const;
    [[nodiscard]] bool isFolded(std::size_t row) const;
    void setFolded(const MessageId &id, bool folded);
    void rearrangeTurn(std::size_t row);
    void placeFiles(TranscriptRow &row, const Message &message, qreal &y) const;
    static void paintFiles(QPainter &painter, const TranscriptRow &row);
    void placeThinking(std::size_t row, qreal &y);
    void setThinkingShown(const MessageId &id, bool shown);
    void syncThinking(std::size_t row);
    void paintThinking(QPainter &painter, const TranscriptRow &row, const QRectF &clip) const;
    [[nodiscard]] bool wantsCard(std::size_t row) const;
    [[nodiscard]] std::optional<Notice> noticeAt(std::size_t row) const;
    [[nodiscard]] QString actionLabel(const Notice &notice, const TurnState *turn) const;
    void followLeftOut();
    [[nodiscard]] bool isWriting(std::size_t row) const;
    [[nodiscard]] bool wantsFooter(std::size_t row) const;
    [[nodiscard]] QString footerWords(std::size_t row) const;
    [[nodiscard]] QString dayWords(WallTime at) const;
    [[nodiscard]] qreal markHeight() const; ///< of a line between two messages
    void syncWidgets();
    void syncRowWidgets(std::size_t row);
    void hideWidgets(TranscriptRow &row);
    void makeCard(TranscriptRow &row);
    void makeVersionStrip(TranscriptRow &row);
    void showVersion(const MessageId &id, int by);
    void makeFooter(TranscriptRow &row);
    void act(const TurnId &turn, WordsAction action);
    void tick();
    [[nodiscard]] bool caretShown() const;

    // What is looked for (transcriptfound.cpp)
    [[nodiscard]] std::optional<std::size_t> rowOf(const MessageId &id) const;
    [[nodiscard]] MessageLayout *layoutIn(std::size_t row, bool thinking) const;
    void lead(std::size_t row, bool thinking, const MessageRange &place);
    [[nodiscard]] FoundMarks foundIn(const TranscriptRow &row, bool thinking) const;

    // Mouse, keys (transcriptinput.cpp)
    /// What is pointed at in a message.
    struct PartHit
    {
        const MessagePart *part = nullptr;
        QPointF point; ///< in the part
        std::size_t row = 0;
    };
    [[nodiscard]] Place placeAt(const QPoint &point);
    [[nodiscard]] CodeHit codeAt(const QPoint &point);
    [[nodiscard]] PartHit partAt(const QPoint &point);
    [[nodiscard]] QString linkAt(const QPoint &point);
    void followLink(const QString &href, const QString &shown);
    void hover(const QPoint &point);
    void hoverQuestion(const QPoint &point);
    void moveByMessage(int step);

    // What is selected (transcriptselection.cpp)
    [[nodiscard]] std::optional<std::pair<MessagePlace, MessagePlace>> selectedIn(std::size_t row) const;
    [[nodiscard]] bool hasSelection() const { return m_selectionFrom != m_selectionTo; }
    [[nodiscard]] bool isSelected(const QPoint &point);
    /// A click selects by letters, two by words, three by paragraphs.
    enum class SelectionUnit { Letter, Word, Paragraph };
    [[nodiscard]] std::pair<Place, Place> unitAround(const Place &place, SelectionUnit unit) const;
    void selectUnit(const Place &place, SelectionUnit unit);
    void selectTo(const Place &place);
    void offerSelection() const;
    [[nodiscard]] bool extendSelection(const QKeyEvent &event);
    [[nodiscard]] QRectF caretRect(const Place &place) const; ///< in the viewport; null: not laid out
    [[nodiscard]] std::optional<Place> stepped(const Place &place, CaretStep step);
    [[nodiscard]] Place besideLine(const Place &place, int direction);
    void revealCaret();

    // What is copied (transcriptcopy.cpp)
    [[nodiscard]] QString joinSelected(
        const std::function<QString(const MessageLayout &, const MessagePlace &, const MessagePlace &, const Message &)> &give) const;
    [[nodiscard]] QString messagePlainText(const MessageId &id) const;
    void copyCode(const CodeHit &hit);
    /// All code is wrapped, or none; what is clicked on stays where it is.
    void wrapCode(const CodeHit &hit);
    void copyMessage(const MessageId &id);
    void dragSelection();
    void addCopyActions(QMenu &menu, const QPoint &point);
    void announce(const QString &sentence);
    void speakProgress(const MessageId &id);
    void tellReaderOfRows();
    void goTo(const MessageId &id);

    Library *m_library = nullptr;
    FindTurn m_find;
    FindRoutes m_findRoutes;
    std::function<int(const TurnId &)> m_leaveOut;
    QHash<ConversationId, std::pair<MessageId, qreal>> m_leftAt; ///< where the reader was, of those that were not left at their end
    TurnId m_lastLeftOut; ///< Conversation::lastLeftOut, as it is shown
    const TimeSource *m_time = nullptr;
    ConversationId m_conversation;

    std::vector<TranscriptRow> m_rows;
    RowHeights m_heights; ///< of as many rows
    std::size_t m_layouts = 0; ///< rows that hold one
    std::size_t m_widgetsFrom = 0; ///< rows from here to m_widgetsEnd may have widgets
    std::size_t m_widgetsEnd = 0;
    /// Where the visible rows were painted last.
    struct Painted
    {
        std::size_t row = 0;
        int top = 0;
        int bottom = 0;
    };
    std::vector<Painted> m_painted;
    QHash<TurnId, std::size_t> m_lastOfTurn; ///< its last row
    QHash<MessageId, bool> m_folds; ///< as the reader wants them; others are folded as isFolded says
    QSet<MessageId> m_thinkingShown; ///< answers whose thinking the reader opened
    QSet<MessageId> m_dirty;
    AnswerSpeaker m_speaker;
    QTimer m_frame; ///< gathers deltas
    QTimer m_clock; ///< seconds and caret while somebody writes
    std::optional<Instant> m_lastText;

    /// The place that the reader is led to.
    struct FoundNow
    {
        MessageId message;
        bool inThinking = false;
        std::size_t ordinal = 0;
        MessageRange place; ///< where it was when it was seen last
    };
    QString m_wanted; ///< what is marked, as foldText() makes it
    mutable std::optional<FoundNow> m_foundNow;

    QDate m_day; ///< that localDay found last, with its moments
    qint64 m_dayFrom = 0;
    qint64 m_dayUntil = 0;
    std::optional<Reading> m_reading; ///< while the theme changes
    bool m_stick = true;
    std::size_t m_anchorRow = 0;
    qreal m_anchorOffset = 0;
    std::size_t m_visibleEnd = 0; ///< one past the last visible row
    int m_lastValue = 0;
    bool m_arranging = false;

    Place m_selectionFrom; ///< where it began
    Place m_selectionTo; ///< where it ends; may be before
    bool m_selecting = false;
    SelectionUnit m_selectionUnit = SelectionUnit::Letter;
    Place m_unitFrom; ///< the word or paragraph that it began with
    Place m_unitTo;
    std::optional<qreal> m_caretX; ///< that going up and down keeps to
    bool m_caretShown = false; ///< the selection is made by keys: where it ends is seen
    bool m_mayDrag = false; ///< the button went down on what is selected
    QElapsedTimer m_sinceDoubleClick;
    QPoint m_pressedAt;
    QString m_pressedLink;
    CodePart *m_draggedCode = nullptr; ///< only while a button is down
    qreal m_dragGrip = 0;
    CodePart *m_hoveredCode = nullptr; ///< compared only, never followed
    MessageId m_copiedMessage;
    std::size_t m_copiedPart = 0;
    QTimer m_copiedTimer;
    int m_zoomTurned = 0; ///< of the wheel, in eighths of a degree
    QPoint m_hoverAt; ///< where the mouse was last
    QuestionActions *m_questionActions;
    Button *m_pill;
};

} // namespace breakwater
