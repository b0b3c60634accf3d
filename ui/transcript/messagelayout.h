// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/markdownblocks.h"
#include "ui/transcript/markdownbuilder.h"

#include <QPointF>

#include <limits>
#include <utility>

namespace breakwater {

class CodePart;

/// A place in a message: a part and a position in it. Parts are named by their block and their number in it, so that a place
/// stays what it is when parts before it are made.
struct MessagePlace
{
    std::size_t part = 0; ///< as MessageLayout::nameOf() has it
    int position = 0;
    friend auto operator<=>(const MessagePlace &, const MessagePlace &) = default;
};

/// A range of a part of a message.
struct MessageRange
{
    std::size_t part = 0; ///< its name
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
///
/// Of a long text that is there at once only what is seen is made and laid out; the height of the rest is a guess until then.
/// Other parts are made, but not laid out, when something is asked of their text.
class MessageLayout
{
public:
    enum class Kind {
        Question, ///< line breaks are kept
        Answer,
    };
    enum class Extent {
        Whole, ///< everything is laid out
        Seen, ///< of a long text only what see() was told of
    };
    explicit MessageLayout(Kind kind, Extent extent = Extent::Whole);

    /// What is known of the beginning of a text that comes.
    enum class Beginning {
        Unknown, ///< is compared with the text so far
        AsBefore, ///< is the text so far: it was only added to
    };
    /// Takes text that begins with the text so far as an addition; `growing` leaves half-written marks out.
    void setText(const QString &text, bool growing, const std::vector<qsizetype> &seams = {}, Beginning beginning = Beginning::Unknown);
    /// Lays out what is not laid out for this width yet; returns the height.
    qreal layOut(qreal width);
    [[nodiscard]] qreal height() const { return m_height; }
    /// Lays out what stands between two heights. What was seen of it before, or else what stands at `from`, shall stay where it is:
    /// what is above grows upwards. Returns by how much.
    qreal see(qreal from, qreal to);
    [[nodiscard]] bool hasGuesses() const { return m_guesses > 0; }
    /// Above this nothing looks other than when it was asked last.
    [[nodiscard]] qreal takeChangedFrom() { return std::exchange(m_changedFrom, std::numeric_limits<qreal>::max()); }
    [[nodiscard]] qreal naturalWidth() const;

    void paint(QPainter &painter, const QRectF &clip, const Tokens &tokens, const std::optional<std::pair<MessagePlace, MessagePlace>> &selected,
        const FoundMarks &found = {});
    /// Where `folded`, as foldText() makes it, stands in what is shown, in order.
    [[nodiscard]] std::vector<MessageRange> find(const QString &folded) const;

    /// Of the parts that are made or guessed so far, from the top.
    [[nodiscard]] std::size_t partCount() const { return m_entries.size(); }
    /// Makes it where it is not.
    [[nodiscard]] MessagePart &part(std::size_t index) const;
    [[nodiscard]] qreal top(std::size_t index) const { return m_entries[index].top; }
    [[nodiscard]] std::size_t nameOf(std::size_t index) const { return m_entries[index].block << subBits | m_entries[index].sub; }
    /// The part of a name, or the first behind it; partCount() behind the last.
    [[nodiscard]] std::size_t indexOf(std::size_t name) const;
    /// Null where there is none, or it is not made.
    [[nodiscard]] MessagePart *partNamed(std::size_t name) const;
    [[nodiscard]] std::size_t nameOfPart(const MessagePart *part) const;
    /// Where it stands; the end where it is not.
    [[nodiscard]] qreal topNamed(std::size_t name) const;
    /// Those that are made.
    [[nodiscard]] std::vector<CodePart *> codeParts() const;
    [[nodiscard]] MessagePlace placeAt(const QPointF &point) const;
    [[nodiscard]] MessagePlace end() const;
    /// Where a place is that was found before text came: a block that grew too long was cut, maybe before it.
    [[nodiscard]] MessagePlace afterCuts(MessagePlace place) const;
    [[nodiscard]] QString text(const MessagePlace &from, const MessagePlace &to) const;
    /// Of the first part that has any.
    [[nodiscard]] QString firstText() const;
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
    static constexpr std::size_t subBits = 24;
    struct Entry
    {
        std::unique_ptr<MessagePart> part; ///< null: not made yet
        std::size_t block = 0;
        std::size_t sub = 0; ///< among the parts of its block
        qreal top = 0;
        qreal height = -1; ///< not laid out
        bool guessed = false; ///< the height, until it is seen
        bool seamBefore = false;
    };
    void rebuildFrom(std::size_t block, bool growing);
    [[nodiscard]] MessageParts partsOf(std::size_t block, bool tail) const;
    [[nodiscard]] const ProsePart *tableBefore(std::size_t block) const;
    void make(std::size_t entry) const;
    void makeAll(std::size_t from, std::size_t last) const;
    [[nodiscard]] qreal guess(std::size_t block) const;
    void changesFrom(qreal y);
    void placeSeams(const std::vector<qsizetype> &seams);
    void place();
    /// The entry that begins at or above `y`, or the first.
    [[nodiscard]] std::size_t entryAt(qreal y) const;
    [[nodiscard]] bool beginsBlock(std::size_t entry) const { return m_entries[entry].sub == 0; }
    [[nodiscard]] QString joint(std::size_t entry) const;
    [[nodiscard]] QString partMarkdown(std::size_t entry, const PartRange &range, bool alone) const;

    Kind m_kind;
    Extent m_extent;
    MarkdownBlocks m_blocks;
    mutable std::vector<Entry> m_entries; ///< by block; their parts are made when they are asked for
    std::vector<qsizetype> m_seams;
    QString m_shownTail; ///< of the last block, when it was built
    bool m_growing = false;
    qreal m_width = -1;
    qreal m_height = 0;
    qreal m_changedFrom = 0;
    mutable std::size_t m_placed = 0; ///< as many entries stand where they shall
    mutable std::size_t m_guesses = 0; ///< entries whose height is one
    mutable int m_builds = 0;
    int m_layouts = 0;
};

} // namespace breakwater
