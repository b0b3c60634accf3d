// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace breakwater {

/// A top-level piece of Markdown that can be parsed and laid out by itself.
struct MarkdownBlock
{
    enum class Kind { Prose, Fence, List, Quote, Table, Heading, Formula };

    Kind kind = Kind::Prose;
    qsizetype begin = 0; ///< in the source
    qsizetype end = 0;
    bool closed = false; ///< no text that follows can change it
    bool continues = false; ///< cut from the block before because that grew too long
    qsizetype headBegin = 0; ///< of one that continues: a table's two head lines, the marker of the item or quote that was cut
    qsizetype headEnd = 0;
    qsizetype fenceBegin = 0; ///< of one cut inside of an item's or a quote's fence: its opening line
    qsizetype fenceEnd = 0;
    std::optional<qsizetype> cutHead; ///< cut inside: where the line of the item, or the mark of the quote, is that goes on
    std::optional<qsizetype> cutFence; ///< and the fence in it
    friend bool operator==(const MarkdownBlock &, const MarkdownBlock &) = default;
};

/// Cuts growing Markdown into blocks, so that those which are finished are never parsed or laid out again.
///
/// Cuts only where CommonMark allows no doubt (too large a block is still parsed right, too small a one is not), and
/// bounds what stays open: a paragraph at a space, a list at an item, a table at a row. The result does not depend on
/// the pieces in which the text came. Fences grow without bound: they are laid out by lines.
class MarkdownBlocks
{
public:
    /// Adds text; returns the index of the first block that is new or not what it was. Costs what the open block costs,
    /// and of a fence only its new lines.
    std::size_t append(QStringView text);
    /// No more text comes: the last block is what it is. Returns the index of the first block that changed by it.
    std::size_t settle();
    [[nodiscard]] bool settled() const { return m_settled; }
    void clear();

    [[nodiscard]] const QString &source() const { return m_source; }
    [[nodiscard]] const std::vector<MarkdownBlock> &blocks() const { return m_blocks; }
    [[nodiscard]] QStringView text(const MarkdownBlock &block) const;
    /// The text such that it can be parsed by itself: with the head and the fence that it continues.
    [[nodiscard]] QString standing(const MarkdownBlock &block, const QString &text) const;
    /// Link reference definitions of all blocks; each block is parsed with them in front.
    [[nodiscard]] const QString &definitions() const { return m_definitions; }

private:
    [[nodiscard]] MarkdownBlock scan(qsizetype begin, const MarkdownBlock *before);
    void scanList(MarkdownBlock &block, const MarkdownBlock *before);
    void scanQuote(MarkdownBlock &block, const MarkdownBlock *before);
    [[nodiscard]] std::size_t collectDefinitions(std::size_t changed);

    QString m_source;
    QString m_definitions;
    std::vector<MarkdownBlock> m_blocks;
    std::size_t m_closed = 0; ///< as many blocks at the beginning are closed
    std::size_t m_collected = 0; ///< as many were asked for definitions
    qsizetype m_fenceBegin = -1; ///< of the open fence
    qsizetype m_fenceScanned = 0; ///< up to here no line closes it
    bool m_settled = false;
};

/// What of an open block's text is shown while more is to come, so that half-written marks do not flicker: a line that
/// is only marks is held back, an open emphasis or link is closed, a table begins with its first line.
[[nodiscard]] QString steadyTail(const MarkdownBlock &block, QStringView text);

/// The parts of a fenced block: language as it was written, and code without the fences.
struct FencedCode
{
    QString language;
    QString code;
    bool languageKnown = false; ///< the opening line is complete
};
[[nodiscard]] FencedCode fencedCode(QStringView text, bool closed);
/// The code of a fence that is not indented, without copying it; none for others, and while the opening line is
/// written.
[[nodiscard]] std::optional<QStringView> fencedLines(QStringView text, bool closed);

} // namespace breakwater
