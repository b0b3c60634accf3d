// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/markdownblocks.h"
#include "ui/transcript/markdownbuilder.h"

#include <QPointF>

#include <limits>
#include <utility>

namespace breakwater {

class CodePart;

/// A place in a message: a part and a position in it.
struct MessagePlace
{
    std::size_t part = 0;
    int position = 0;
    friend auto operator<=>(const MessagePlace &, const MessagePlace &) = default;
};

/// A range of a part of a message.
struct MessageRange
{
    std::size_t part = 0;
    PartRange range;
    friend bool operator==(const MessageRange &, const MessageRange &) = default;
};

/// What was looked for in a message.
struct FoundMarks
{
    QString wanted = {}; ///< as foldText() makes it; empty: nothing
    std::optional<MessageRange> current = {}; ///< the place that the reader is led to
};

/// The text of one message, laid out. Grows at its end: finished blocks are never parsed or laid out again. UI thread.
class MessageLayout
{
public:
    enum class Kind {
        Question, ///< line breaks are kept
        Answer,
    };
    explicit MessageLayout(Kind kind);

    /// Takes text that begins with the text so far as an addition; `growing` leaves half-written marks out.
    void setText(const QString &text, bool growing, const std::vector<qsizetype> &seams = {});
    /// Lays out what is not laid out for this width yet; returns the height.
    qreal layOut(qreal width);
    [[nodiscard]] qreal height() const { return m_height; }
    /// Above this nothing looks other than when it was asked last.
    [[nodiscard]] qreal takeChangedFrom() { return std::exchange(m_changedFrom, std::numeric_limits<qreal>::max()); }
    [[nodiscard]] qreal naturalWidth() const;

    void paint(QPainter &painter, const QRectF &clip, const Tokens &tokens, const std::optional<std::pair<MessagePlace, MessagePlace>> &selected,
        const FoundMarks &found = {});
    /// Where `folded`, as foldText() makes it, stands in what is shown, in order.
    [[nodiscard]] std::vector<MessageRange> find(const QString &folded) const;

    [[nodiscard]] std::size_t partCount() const { return m_entries.size(); }
    [[nodiscard]] MessagePart &part(std::size_t index) { return *m_entries[index].part; }
    [[nodiscard]] const MessagePart &part(std::size_t index) const { return *m_entries[index].part; }
    [[nodiscard]] qreal top(std::size_t index) const { return m_entries[index].top; }
    [[nodiscard]] MessagePlace placeAt(const QPointF &point) const;
    [[nodiscard]] MessagePlace end() const;
    /// Where a place is that was found before text came: a block that grew too long was cut, maybe before it.
    [[nodiscard]] MessagePlace afterCuts(MessagePlace place) const;
    [[nodiscard]] QString text(const MessagePlace &from, const MessagePlace &to) const;
    /// As Markdown: as it was written where whole blocks are wanted, else such that it reads alike; a piece of one block of code as code.
    [[nodiscard]] QString markdown(const MessagePlace &from, const MessagePlace &to) const;
    /// The table at a point, from its first part to its last.
    [[nodiscard]] std::optional<std::pair<MessagePlace, MessagePlace>> tableAt(const QPointF &point) const;
    [[nodiscard]] QString linkAt(const QPointF &point) const;
    /// The part at a point, with the point in its coordinates; null between them.
    [[nodiscard]] const MessagePart *partAt(const QPointF &point, QPointF &inPart) const;
    /// The code block at a point, with the point in its coordinates.
    [[nodiscard]] std::pair<CodePart *, QPointF> codeAt(const QPointF &point) const;
    [[nodiscard]] QRectF endCaret() const;
    [[nodiscard]] QRectF caretAt(const MessagePlace &place) const;
    /// Where the caret gets by a step; none beyond the message's ends.
    [[nodiscard]] std::optional<MessagePlace> stepped(const MessagePlace &place, CaretStep step) const;

    /// How many parts were built and laid out so far: what tests count instead of time.
    [[nodiscard]] int builds() const { return m_builds; }
    [[nodiscard]] int layouts() const { return m_layouts; }

private:
    struct Entry
    {
        std::unique_ptr<MessagePart> part;
        std::size_t block = 0;
        qreal top = 0;
        qreal height = -1; ///< not laid out
        bool seamBefore = false;
    };
    void rebuildFrom(std::size_t block, bool growing);
    void changesFrom(qreal y);
    void placeSeams(const std::vector<qsizetype> &seams);
    /// The entry that begins at or above `y`, or the first.
    [[nodiscard]] std::size_t entryAt(qreal y) const;
    [[nodiscard]] bool beginsBlock(std::size_t entry) const { return entry == 0 || m_entries[entry - 1].block != m_entries[entry].block; }
    [[nodiscard]] QString joint(std::size_t entry) const;
    [[nodiscard]] QString partMarkdown(std::size_t entry, const PartRange &range, bool alone) const;

    Kind m_kind;
    MarkdownBlocks m_blocks;
    std::vector<Entry> m_entries;
    std::vector<qsizetype> m_seams;
    QString m_shownTail; ///< of the last block, when it was built
    bool m_growing = false;
    qreal m_width = -1;
    qreal m_height = 0;
    qreal m_changedFrom = 0;
    std::size_t m_placed = 0; ///< as many entries stand where they shall
    int m_builds = 0;
    int m_layouts = 0;
};

} // namespace breakwater
