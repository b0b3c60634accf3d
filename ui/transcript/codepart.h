// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/highlighter.h"
#include "ui/transcript/messagepart.h"

#include <QTextLayout>

#include <memory>
#include <utility>
#include <vector>

namespace breakwater {

/// A block of code: language, Wrap, Copy, and lines that scroll sideways together, or go on below where the theme wraps code.
///
/// A line is one row, or as many as it is wrapped into. Laid out by rows, and only those that are seen: a growing block
/// of any length costs what its last line costs.
class CodePart final : public MessagePart
{
public:
    explicit CodePart(qreal indent = 0);

    /// Takes code that begins with the code so far as an addition to it.
    void setCode(const QString &language, const QString &code);
    /// The same where one is known to be the beginning of the other: looks only at what they differ in.
    void grow(QStringView code);
    /// The fence's first line is complete, so that the language stays.
    [[nodiscard]] bool languageKnown() const { return m_languageKnown; }
    void setLanguageKnown(bool known) { m_languageKnown = known; }
    [[nodiscard]] const QString &code() const { return m_code; }
    /// All of it, fenced, with its language as it was written.
    [[nodiscard]] QString fenced() const;
    [[nodiscard]] qreal indent() const { return m_indent; }
    [[nodiscard]] QString languageName() const { return m_languageName; }

    qreal layOut(qreal width) override;
    [[nodiscard]] qreal naturalWidth() const override;
    void paint(QPainter &painter, const QRectF &clip, const Tokens &tokens, const PartMarks &marks) override;
    [[nodiscard]] int length() const override { return static_cast<int>(m_code.size()); }
    [[nodiscard]] int positionAt(const QPointF &point) const override;
    [[nodiscard]] QString text(const PartRange &range) const override;
    [[nodiscard]] std::vector<PartRange> find(const QString &folded) const override;
    [[nodiscard]] qreal topOf(int position) const override;
    void reveal(const PartRange &range) override;
    [[nodiscard]] PartRange wordAt(int position) const override;
    [[nodiscard]] PartRange paragraphAt(int position) const override;
    [[nodiscard]] std::optional<int> stepped(int position, CaretStep step) const override;
    [[nodiscard]] QRectF caretAt(int position) const override;

    [[nodiscard]] QRectF copyButton() const;
    /// Null while every line fits.
    [[nodiscard]] QRectF wrapButton() const;
    /// Whether it came or went since it was asked last: the head looks other than before.
    [[nodiscard]] bool takeHeadChanged() { return std::exchange(m_hadWrapButton, !wrapButton().isNull()) != m_hadWrapButton; }
    void setWrapHovered(bool hovered) { m_wrapHovered = hovered; }
    enum class CopyLook { Rest, Hover, Copied };
    void setCopyLook(CopyLook look) { m_copyLook = look; }
    [[nodiscard]] CopyLook copyLook() const { return m_copyLook; }

    /// Sideways scrolling; values are kept within what there is.
    [[nodiscard]] qreal scroll() const { return m_scroll; }
    [[nodiscard]] qreal scrollMost() const;
    void setScroll(qreal scroll);
    /// The bar at the bottom; null while everything fits.
    [[nodiscard]] QRectF scrollBar() const;
    [[nodiscard]] QRectF scrollTrack() const;

private:
    struct Line
    {
        qsizetype begin = 0;
        qsizetype length = 0;
        CodeState before = 0;
        CodeState after = 0;
        bool plain = true; ///< ASCII without tabs: every character takes one cell
        qreal width = -1; ///< unknown yet
        qreal widest = 0; ///< of the lines up to this one
        std::size_t rowsBefore = 0;
        std::size_t rows = 1;
    };
    /// A stretch of a line that is seen as one.
    struct Row
    {
        std::size_t line = 0;
        qsizetype begin = 0; ///< in the line
        qsizetype length = 0;
    };
    [[nodiscard]] QStringView lineText(const Line &line) const;
    [[nodiscard]] qsizetype shownLength(const Line &line) const;
    [[nodiscard]] std::vector<qsizetype> rowBegins(const Line &line) const;
    [[nodiscard]] std::size_t rowsOf(const Line &line) const;
    [[nodiscard]] std::size_t rowCount() const { return m_lines.empty() ? 0 : m_lines.back().rowsBefore + m_lines.back().rows; }
    [[nodiscard]] Row rowAt(std::size_t index) const;
    [[nodiscard]] std::size_t rowOf(int position) const;
    [[nodiscard]] std::unique_ptr<QTextLayout> laidOut(const Row &row, const std::vector<CodeSpan> &spans, const Tokens &tokens) const;
    [[nodiscard]] std::unique_ptr<QTextLayout> laidOut(const Row &row) const;
    void paintHead(QPainter &painter, const Tokens &tokens) const;
    [[nodiscard]] QRectF selectedIn(const Row &row, const QTextLayout &layout, const PartRange &selected) const;
    [[nodiscard]] qreal lineHeight() const;
    [[nodiscard]] qreal headHeight() const;
    [[nodiscard]] qreal rowTop(std::size_t row) const;
    [[nodiscard]] qreal textLeft() const;
    [[nodiscard]] qreal textRoom() const;
    [[nodiscard]] QRectF frame() const;
    [[nodiscard]] std::size_t lineOf(int position) const;

    QString m_languageWord; ///< as the fence has it
    QString m_languageName;
    const CodeLanguage *m_language = nullptr;
    bool m_languageKnown = false;
    QString m_code;
    std::vector<Line> m_lines;
    qreal m_indent;
    qreal m_width = 0;
    bool m_wraps = false;
    bool m_wrapHovered = false;
    bool m_hadWrapButton = false;
    qreal m_widest = 0;
    std::size_t m_measured = 0; ///< as many lines have their width
    qreal m_scroll = 0;
    CopyLook m_copyLook = CopyLook::Rest;
};

} // namespace breakwater
