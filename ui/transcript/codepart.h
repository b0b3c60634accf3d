// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/highlighter.h"
#include "ui/transcript/messagepart.h"

#include <QTextLayout>

#include <memory>
#include <vector>

namespace breakwater {

/// A block of code: language, Copy, lines that never wrap and scroll sideways together.
///
/// Laid out by lines, and only those that are seen: a growing block of any length costs what its last line costs.
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
        qreal width = -1; ///< unknown yet
        qreal widest = 0; ///< of the lines up to this one
    };
    [[nodiscard]] QStringView lineText(const Line &line) const;
    [[nodiscard]] std::unique_ptr<QTextLayout> laidOut(const Line &line, const Tokens *tokens) const;
    [[nodiscard]] qreal lineHeight() const;
    [[nodiscard]] qreal headHeight() const;
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
    qreal m_widest = 0;
    std::size_t m_measured = 0; ///< as many lines have their width
    qreal m_scroll = 0;
    CopyLook m_copyLook = CopyLook::Rest;
};

} // namespace breakwater
