// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/messagepart.h"

#include <QTextDocument>
#include <QTextFormat>

class QTextBlock;
class QTextTable;

namespace breakwater {

/// Properties that MarkdownBuilder sets and ProsePart paints.
namespace prose {
enum Property {
    Marker = QTextFormat::UserProperty + 1, ///< of a block: "•", "12.", "☐"
    Depth, ///< of a block: how many lists it stands in
    QuoteDepth, ///< of a block: bars at its left
    Rule, ///< of a block: a hairline in place of text
    Heading, ///< of a block: its level
    Cell, ///< of a block: 1 + its column
    InlineCode, ///< of a fragment: a rounded ground behind it
    Padding, ///< of a fragment: room beside inline code, no text
    FormulaNumber, ///< of a fragment: which formula, or hidden character that is shown, of the part it belongs to, from 1
    FormulaSource, ///< of a fragment: what is copied of that, once
};
inline constexpr qreal listIndent = 24;
inline constexpr qreal quoteIndent = 16;
} // namespace prose

/// Prose: paragraphs, headings, lists, quotes, a table. A QTextDocument that loads nothing, with grounds, bars, markers
/// and hairlines painted around it.
class ProsePart final : public MessagePart
{
public:
    ProsePart();

    [[nodiscard]] QTextDocument &document() { return m_document; }
    [[nodiscard]] const QTextDocument &document() const { return m_document; }
    /// The table of a part that holds one.
    [[nodiscard]] QTextTable *table() const { return m_table; }
    void setTable(QTextTable *table) { m_table = table; }
    /// The empty paragraphs before and behind a table are no text.
    [[nodiscard]] bool isAroundTable(const QTextBlock &block) const;

    qreal layOut(qreal width) override;
    [[nodiscard]] qreal naturalWidth() const override;
    void paint(QPainter &painter, const QRectF &clip, const Tokens &tokens, const PartMarks &marks) override;
    [[nodiscard]] int length() const override { return m_document.characterCount() - 1; }
    [[nodiscard]] int positionAt(const QPointF &point) const override;
    [[nodiscard]] QString text(const PartRange &range) const override;
    [[nodiscard]] std::vector<PartRange> find(const QString &folded) const override;
    [[nodiscard]] qreal topOf(int position) const override;
    [[nodiscard]] PartRange wordAt(int position) const override;
    [[nodiscard]] PartRange paragraphAt(int position) const override;
    [[nodiscard]] std::optional<int> stepped(int position, CaretStep step) const override;
    [[nodiscard]] bool readsRightToLeft(int position) const override;
    [[nodiscard]] QRectF caretAt(int position) const override;
    [[nodiscard]] QString linkAt(const QPointF &point) const override;
    [[nodiscard]] QString linkTextAt(const QPointF &point) const override;
    [[nodiscard]] QString formulaAt(const QPointF &point) const override;

private:
    /// Never reads a file or asks the network: images and style sheets come up empty.
    class Document final : public QTextDocument
    {
    protected:
        QVariant loadResource(int, const QUrl &) override { return {}; }
    };
    void turnMargins();
    void paintBehind(QPainter &painter, const QRectF &clip, const Tokens &tokens) const;
    void paintHairlines(QPainter &painter, const Tokens &tokens) const;

    Document m_document;
    QTextTable *m_table = nullptr; ///< owned by the document
};

} // namespace breakwater
