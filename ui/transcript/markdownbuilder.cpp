// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/markdownbuilder.h"

#include "ui/style/theme.h"
#include "ui/transcript/codepart.h"
#include "ui/transcript/formulas.h"
#include "ui/transcript/emoji.h"
#include "ui/transcript/hiddenmarks.h"
#include "ui/transcript/mathtext.h"
#include "ui/transcript/prosepart.h"

#include <QHash>
#include <QTextCursor>
#include <QTextDocumentFragment>
#include <QTextTable>

#include <md4c.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace breakwater {

namespace {

QString fromMd(const MD_CHAR *text, MD_SIZE size)
{
    return QString::fromUtf8(text, static_cast<qsizetype>(size));
}

QString decodedEntity(const QString &entity)
{
    static QHash<QString, QString> known;
    const auto found = known.constFind(entity);
    if (found != known.constEnd())
        return *found;
    // Only the entity itself reaches the HTML parser, so there is nothing in it to load.
    QString decoded = QTextDocumentFragment::fromHtml(entity).toPlainText();
    if (decoded.isEmpty())
        decoded = entity == QLatin1String("&nbsp;") ? QString(QChar::Nbsp) : entity;
    decoded.replace(QChar::Null, QChar::ReplacementCharacter); // CommonMark 2.3
    if (known.size() < 512)
        known.insert(entity, decoded);
    return decoded;
}

class Builder
{
public:
    Builder(const MarkdownStyle &style, const std::vector<Formula> &formulas)
        : m_style(style)
        , m_formulas(formulas)
        , m_tokens(*style.tokens)
    {
    }

    MessageParts take()
    {
        closeProse();
        return std::move(m_parts);
    }

    void enterBlock(MD_BLOCKTYPE type, void *detail);
    void leaveBlock(MD_BLOCKTYPE type);
    void enterSpan(MD_SPANTYPE type, void *detail);
    void leaveSpan(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, const QString &text);

private:
    struct List
    {
        bool ordered = false;
        bool tight = true;
        unsigned next = 1;
        QChar delimiter = QLatin1Char('.');
    };

    void startBlock(qreal gap, TextRole role, qreal lineHeight);
    void closeProse();
    void finishTable();
    [[nodiscard]] QTextCharFormat charFormat() const;
    void resetSpans();
    void insertText(QString shown);
    void insertRuns(const QString &shown);
    void insertMark(const MarkPiece &mark);
    void insertFormula(const Formula &formula);
    enum class Apart { No, Centred, Indented };
    void setApart(Apart apart);
    [[nodiscard]] QString attributeText(const MD_ATTRIBUTE &attribute) const;
    void pad();
    void openTightItem();

    MarkdownStyle m_style;
    const std::vector<Formula> &m_formulas;
    const Tokens &m_tokens;
    MessageParts m_parts;
    std::unique_ptr<ProsePart> m_prose;
    QTextCursor m_cursor;
    qreal m_partGap = 10;

    std::vector<List> m_lists;
    int m_quotes = 0;
    QString m_marker; ///< waits for its item's first block
    bool m_itemBegins = false;
    bool m_open = false; ///< a block takes text
    QFont m_font;

    int m_strong = 0;
    int m_emphasis = 0;
    int m_strike = 0;
    int m_codeSpan = 0;
    std::vector<QString> m_links;

    int m_formulaCount = 0; ///< in this part
    bool m_afterDisplay = false; ///< what follows begins a line

    bool m_inCode = false;
    QString m_code;
    QString m_codeLanguage;

    QTextTable *m_table = nullptr;
    int m_row = -1;
    int m_column = -1;
    std::vector<qsizetype> m_columnChars;
};

QString Builder::attributeText(const MD_ATTRIBUTE &attribute) const
{
    QString text;
    if (!attribute.text)
        return text;
    for (int i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
        const MD_OFFSET from = attribute.substr_offsets[i];
        const QString piece = fromMd(attribute.text + from, attribute.substr_offsets[i + 1] - from);
        text += attribute.substr_types[i] == MD_TEXT_ENTITY ? decodedEntity(piece) : piece;
    }
    return withFormulaSources(text, m_formulas);
}

void Builder::resetSpans()
{
    m_strong = m_emphasis = m_strike = m_codeSpan = 0;
    m_links.clear();
}

void Builder::startBlock(qreal gap, TextRole role, qreal lineHeight)
{
    m_font = readingFont(role);
    QTextBlockFormat format;
    format.setLineHeight(readingScaled(lineHeight), QTextBlockFormat::FixedHeight);
    format.setLeftMargin(static_cast<qreal>(m_lists.size()) * readingScaled(prose::listIndent) + m_quotes * prose::quoteIndent);
    format.setProperty(prose::Depth, static_cast<int>(m_lists.size()));
    if (m_quotes > 0)
        format.setProperty(prose::QuoteDepth, m_quotes);
    if (!m_marker.isEmpty()) {
        format.setProperty(prose::Marker, m_marker);
        m_marker.clear();
    }
    m_afterDisplay = false;
    if (!m_prose) {
        m_formulaCount = 0;
        m_prose = std::make_unique<ProsePart>();
        m_prose->gapBefore = gap;
        m_cursor = QTextCursor(&m_prose->document());
        m_cursor.setBlockFormat(format);
    } else {
        format.setTopMargin(gap);
        m_cursor.insertBlock(format, QTextCharFormat());
    }
    m_open = true;
    m_itemBegins = false;
}

void Builder::closeProse()
{
    m_open = false;
    if (m_prose)
        m_parts.push_back(std::move(m_prose));
    m_prose.reset();
}

QTextCharFormat Builder::charFormat() const
{
    QTextCharFormat format;
    QFont font = m_font;
    if (m_strong > 0)
        font.setWeight(QFont::DemiBold);
    if (m_emphasis > 0)
        font.setItalic(true);
    if (m_strike > 0)
        font.setStrikeOut(true);
    if (m_codeSpan > 0) {
        const int size = std::max(1, m_font.pixelSize() - readingScaled(2));
        const bool italic = font.italic();
        font = readingFont(TextRole::Code);
        font.setPixelSize(size);
        font.setItalic(italic);
        format.setProperty(prose::InlineCode, true);
    }
    format.setFont(font);
    if (!m_links.empty()) {
        format.setForeground(m_tokens.accent);
        format.setAnchor(true);
        format.setAnchorHref(m_links.back());
    } else if (m_quotes > 0 || (m_table && m_row == 0)) {
        format.setForeground(m_tokens.text2);
    }
    return format;
}

void Builder::enterBlock(MD_BLOCKTYPE type, void *detail)
{
    resetSpans();
    switch (type) {
    case MD_BLOCK_DOC:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_HTML:
        break;
    case MD_BLOCK_QUOTE:
        ++m_quotes;
        break;
    case MD_BLOCK_UL: {
        const auto *list = static_cast<MD_BLOCK_UL_DETAIL *>(detail);
        m_lists.push_back({false, list->is_tight != 0, 1, QLatin1Char('.')});
        break;
    }
    case MD_BLOCK_OL: {
        const auto *list = static_cast<MD_BLOCK_OL_DETAIL *>(detail);
        m_lists.push_back({true, list->is_tight != 0, list->start, QLatin1Char(list->mark_delimiter)});
        break;
    }
    case MD_BLOCK_LI: {
        const auto *item = static_cast<MD_BLOCK_LI_DETAIL *>(detail);
        m_open = false;
        m_itemBegins = true;
        if (item->is_task != 0)
            m_marker = item->task_mark == ' ' ? QStringLiteral("\u2610") : QStringLiteral("\u2611");
        else if (!m_lists.empty() && m_lists.back().ordered)
            m_marker = QString::number(m_lists.back().next) + m_lists.back().delimiter;
        else
            m_marker = m_lists.size() % 2 == 1 ? QStringLiteral("\u2022") : QStringLiteral("\u25E6");
        if (std::exchange(m_style.hideFirstMarker, false))
            m_marker.clear();
        if (!m_lists.empty())
            ++m_lists.back().next;
        break;
    }
    case MD_BLOCK_HR: {
        startBlock(10, TextRole::Message, 13);
        QTextBlockFormat format = m_cursor.blockFormat();
        format.setProperty(prose::Rule, true);
        m_cursor.setBlockFormat(format);
        m_open = false;
        break;
    }
    case MD_BLOCK_H: {
        const unsigned level = static_cast<MD_BLOCK_H_DETAIL *>(detail)->level;
        startBlock(level <= 2 ? 20 : 16, level == 1 ? TextRole::PageTitle : TextRole::Heading, level == 1 ? 28 : 24);
        if (level == 2)
            m_font.setPixelSize(readingScaled(17));
        QTextBlockFormat format = m_cursor.blockFormat();
        format.setProperty(prose::Heading, static_cast<int>(level));
        m_cursor.setBlockFormat(format);
        break;
    }
    case MD_BLOCK_CODE:
        if (!m_marker.isEmpty())
            startBlock(4, TextRole::Message, 24); // an item that begins with code has its marker above it
        m_inCode = true;
        m_code.clear();
        m_codeLanguage = attributeText(static_cast<MD_BLOCK_CODE_DETAIL *>(detail)->lang);
        break;
    case MD_BLOCK_P:
        startBlock(m_itemBegins ? 6 : 10, TextRole::Message, 24);
        break;
    case MD_BLOCK_TABLE: {
        const auto *table = static_cast<MD_BLOCK_TABLE_DETAIL *>(detail);
        closeProse();
        startBlock(8, TextRole::Message, 1);
        m_open = false;
        const int rows = static_cast<int>(table->head_row_count + table->body_row_count);
        const int columns = static_cast<int>(table->col_count);
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellSpacing(0);
        format.setCellPadding(0);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        m_table = m_cursor.insertTable(std::max(1, rows), std::max(1, columns), format);
        m_prose->setTable(m_table);
        m_columnChars.assign(static_cast<std::size_t>(std::max(1, columns)), 0);
        m_row = -1;
        break;
    }
    case MD_BLOCK_TR:
        ++m_row;
        m_column = -1;
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: {
        ++m_column;
        if (!m_table || m_row >= m_table->rows() || m_column >= m_table->columns()) {
            m_open = false;
            break;
        }
        const bool head = type == MD_BLOCK_TH;
        m_font = readingFont(head ? TextRole::Small : TextRole::Message);
        if (head)
            m_font.setWeight(QFont::DemiBold);
        else
            m_font.setPixelSize(readingScaled(14));
        QTextTableCell cell = m_table->cellAt(m_row, m_column);
        QTextTableCellFormat cellFormat;
        cellFormat.setTopPadding(6);
        cellFormat.setBottomPadding(7);
        if (m_column + 1 < m_table->columns())
            cellFormat.setRightPadding(12);
        cell.setFormat(cellFormat);
        m_cursor = cell.firstCursorPosition();
        QTextBlockFormat block;
        block.setLineHeight(readingScaled(head ? 19 : 20), QTextBlockFormat::FixedHeight);
        block.setProperty(prose::Cell, m_column + 1);
        switch (static_cast<MD_BLOCK_TD_DETAIL *>(detail)->align) {
        case MD_ALIGN_RIGHT:
            block.setAlignment(Qt::AlignRight);
            break;
        case MD_ALIGN_CENTER:
            block.setAlignment(Qt::AlignHCenter);
            break;
        case MD_ALIGN_LEFT:
        case MD_ALIGN_DEFAULT:
            break;
        }
        m_cursor.setBlockFormat(block);
        m_open = true;
        break;
    }
    }
}

void Builder::leaveBlock(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_QUOTE:
        m_quotes = std::max(0, m_quotes - 1);
        m_open = false;
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        if (!m_lists.empty())
            m_lists.pop_back();
        m_open = false;
        break;
    case MD_BLOCK_LI:
        // An item without text has its marker all the same.
        if (!m_marker.isEmpty())
            startBlock(4, TextRole::Message, 24);
        m_open = false;
        break;
    case MD_BLOCK_CODE: {
        m_inCode = false;
        closeProse();
        if (m_code.endsWith(QLatin1Char('\n')))
            m_code.chop(1);
        auto part = std::make_unique<CodePart>(static_cast<qreal>(m_lists.size()) * readingScaled(prose::listIndent) + m_quotes * prose::quoteIndent);
        part->setCode(m_codeLanguage, m_code);
        m_parts.push_back(std::move(part));
        break;
    }
    case MD_BLOCK_TABLE:
        finishTable();
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        if (m_open && m_column >= 0 && static_cast<std::size_t>(m_column) < m_columnChars.size()) {
            auto &chars = m_columnChars[static_cast<std::size_t>(m_column)];
            chars = std::max<qsizetype>(chars, m_cursor.block().length());
        }
        m_open = false;
        break;
    case MD_BLOCK_P:
    case MD_BLOCK_H:
        m_open = false;
        break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
    case MD_BLOCK_HTML:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TR:
        break;
    }
    resetSpans();
}

void Builder::finishTable()
{
    if (!m_table)
        return;
    QTextTableFormat format = m_table->format();
    if (m_style.tableBefore && m_style.tableBefore->table() && m_style.tableBefore->table()->columns() == m_table->columns()) {
        format.setColumnWidthConstraints(m_style.tableBefore->table()->format().columnWidthConstraints());
    } else {
        // Shares by the length of the text, within bounds: steady while rows arrive, and no pass over all cells.
        qreal whole = 0;
        QList<qreal> weights;
        for (const qsizetype chars : m_columnChars) {
            weights.append(static_cast<qreal>(std::clamp<qsizetype>(chars, 6, 36)) + 2);
            whole += weights.back();
        }
        QList<QTextLength> shares;
        for (const qreal weight : weights)
            shares.append(QTextLength(QTextLength::PercentageLength, 100 * weight / whole));
        format.setColumnWidthConstraints(shares);
    }
    m_table->setFormat(format);
    if (m_style.hideTableHead && m_table->rows() > 1) {
        m_table->removeRows(0, 1);
        m_prose->gapBefore = 0;
    }
    // The empty block behind the table takes no room.
    QTextCursor last(&m_prose->document());
    last.movePosition(QTextCursor::End);
    QTextBlockFormat thin;
    thin.setLineHeight(1, QTextBlockFormat::FixedHeight);
    last.setBlockFormat(thin);
    m_table = nullptr;
    m_row = -1;
    closeProse();
}

/// The text of a tight item comes without a paragraph; that of a cell beyond the table's head is dropped.
void Builder::openTightItem()
{
    if (!m_open && !m_table && !m_inCode)
        startBlock(m_itemBegins ? 4 : 10, TextRole::Message, 24);
}

/// Room for the ground of inline code; it does not break and is not copied.
void Builder::pad()
{
    if (!m_open)
        return;
    QTextCharFormat format;
    format.setFont(m_font);
    format.setProperty(prose::Padding, true);
    m_cursor.insertText(QString(QChar(0x202F)), format);
}

void Builder::enterSpan(MD_SPANTYPE type, void *detail)
{
    openTightItem();
    switch (type) {
    case MD_SPAN_EM:
        ++m_emphasis;
        break;
    case MD_SPAN_STRONG:
        ++m_strong;
        break;
    case MD_SPAN_DEL:
        ++m_strike;
        break;
    case MD_SPAN_CODE:
        pad();
        ++m_codeSpan;
        break;
    case MD_SPAN_A:
        m_links.push_back(attributeText(static_cast<MD_SPAN_A_DETAIL *>(detail)->href));
        break;
    case MD_SPAN_IMG:
        m_links.push_back(attributeText(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src));
        break;
    case MD_SPAN_LATEXMATH:
    case MD_SPAN_LATEXMATH_DISPLAY:
    case MD_SPAN_WIKILINK:
    case MD_SPAN_U:
        break;
    }
}

void Builder::leaveSpan(MD_SPANTYPE type)
{
    const auto less = [](int &count) { count = std::max(0, count - 1); };
    switch (type) {
    case MD_SPAN_EM:
        less(m_emphasis);
        break;
    case MD_SPAN_STRONG:
        less(m_strong);
        break;
    case MD_SPAN_DEL:
        less(m_strike);
        break;
    case MD_SPAN_CODE:
        less(m_codeSpan);
        pad();
        break;
    case MD_SPAN_A:
    case MD_SPAN_IMG:
        if (!m_links.empty())
            m_links.pop_back();
        break;
    case MD_SPAN_LATEXMATH:
    case MD_SPAN_LATEXMATH_DISPLAY:
    case MD_SPAN_WIKILINK:
    case MD_SPAN_U:
        break;
    }
}

void Builder::text(MD_TEXTTYPE type, const QString &text)
{
    if (m_inCode) {
        m_code += type == MD_TEXT_ENTITY ? decodedEntity(text) : type == MD_TEXT_NULLCHAR ? QString(QChar::ReplacementCharacter) : withFormulaSources(text, m_formulas);
        return;
    }
    openTightItem();
    if (!m_open)
        return;
    QString shown;
    switch (type) {
    case MD_TEXT_NULLCHAR:
        shown = QChar(QChar::ReplacementCharacter);
        break;
    case MD_TEXT_BR:
        shown = QChar(QChar::LineSeparator);
        break;
    case MD_TEXT_SOFTBR:
        shown = m_style.keepLineBreaks ? QChar(QChar::LineSeparator) : QChar(QChar::Space);
        break;
    case MD_TEXT_ENTITY:
        shown = decodedEntity(text);
        break;
    case MD_TEXT_NORMAL:
    case MD_TEXT_CODE:
    case MD_TEXT_HTML:
    case MD_TEXT_LATEXMATH:
        shown = text;
        break;
    }
    if (type == MD_TEXT_CODE) {
        insertText(withFormulaSources(shown, m_formulas));
        return;
    }
    for (const FormulaPiece &piece : formulaPieces(shown, m_formulas)) {
        if (piece.formula)
            insertFormula(*piece.formula);
        else
            insertText(piece.text);
    }
}

/// Emoji come whole from one font.
void Builder::insertRuns(const QString &shown)
{
    const QTextCharFormat format = charFormat();
    if (m_codeSpan > 0) { // its ground is one
        m_cursor.insertText(shown, format);
        return;
    }
    for (const EmojiRun &run : emojiRuns(shown)) {
        QTextCharFormat own = format;
        if (run.emoji)
            own.setFont(emojiFont(format.font()));
        m_cursor.insertText(shown.mid(run.from, run.size), own);
    }
}

void Builder::insertText(QString shown)
{
    if (m_afterDisplay) {
        while (shown.startsWith(QLatin1Char(' ')) || shown.startsWith(QChar::LineSeparator))
            shown.remove(0, 1);
        if (shown.isEmpty())
            return;
        m_afterDisplay = false;
        shown.prepend(QChar::LineSeparator);
        setApart(Apart::No);
    }
    // A bare line break or an object character would make blocks and objects of its own.
    shown.replace(QLatin1Char('\n'), QLatin1Char(' '));
    shown.replace(QChar::ObjectReplacementCharacter, QChar::ReplacementCharacter);
    shown.replace(QChar::ParagraphSeparator, QChar::LineSeparator);
    const MarksIn where = m_codeSpan > 0 ? MarksIn::Code : MarksIn::Prose;
    if (!hasHiddenMarks(shown, where)) {
        insertRuns(shown);
        return;
    }
    for (const MarkPiece &piece : markPieces(shown, where)) {
        if (piece.name.isEmpty())
            insertRuns(piece.text);
        else
            insertMark(piece);
    }
}

/// Its name, set apart; it is copied as what it is.
void Builder::insertMark(const MarkPiece &mark)
{
    QTextCharFormat format = charFormat();
    QFont font = readingFont(TextRole::Code);
    font.setPixelSize(std::max(1, m_font.pixelSize() * 2 / 3));
    format.setFont(font);
    format.setForeground(m_tokens.danger);
    format.setProperty(prose::InlineCode, true);
    format.setProperty(prose::FormulaNumber, ++m_formulaCount);
    format.setProperty(prose::FormulaSource, mark.text);
    pad();
    m_cursor.insertText(mark.name, format);
    pad();
}

/// A formula that stands alone stands in the middle; the lines of a long one begin below each other.
void Builder::setApart(Apart apart)
{
    QTextBlockFormat format = m_cursor.blockFormat();
    format.setAlignment(apart == Apart::Centred ? Qt::AlignHCenter : Qt::AlignLeading);
    if (apart == Apart::Indented)
        format.setLeftMargin(format.leftMargin() + readingScaled(32));
    m_cursor.setBlockFormat(format);
}

void Builder::insertFormula(const Formula &formula)
{
    const bool begins = m_cursor.atBlockStart();
    if (m_afterDisplay || (formula.isDisplay && !begins))
        m_cursor.insertText(QString(QChar::LineSeparator), charFormat());
    const std::vector<MathRun> runs = readableMath(formula.tex);
    const bool hasLines = std::any_of(runs.begin(), runs.end(), [](const MathRun &run) { return run.text.contains(QChar::LineSeparator); });
    if (begins && formula.isDisplay)
        setApart(hasLines ? Apart::Indented : Apart::Centred);
    else if (!formula.isDisplay && m_afterDisplay)
        setApart(Apart::No);
    ++m_formulaCount;
    for (const MathRun &run : runs) {
        QTextCharFormat format = charFormat();
        QFont font = format.font();
        font.setItalic(run.isVariable);
        if (run.isBold)
            font.setWeight(QFont::DemiBold);
        format.setFont(font);
        if (run.level != MathRun::Level::Line)
            format.setVerticalAlignment(run.level == MathRun::Level::Raised ? QTextCharFormat::AlignSuperScript : QTextCharFormat::AlignSubScript);
        format.setProperty(prose::FormulaNumber, m_formulaCount);
        format.setProperty(prose::FormulaSource, formula.source);
        m_cursor.insertText(run.text, format);
    }
    m_afterDisplay = formula.isDisplay;
}

int enterBlockCall(MD_BLOCKTYPE type, void *detail, void *user)
{
    static_cast<Builder *>(user)->enterBlock(type, detail);
    return 0;
}

int leaveBlockCall(MD_BLOCKTYPE type, void *, void *user)
{
    static_cast<Builder *>(user)->leaveBlock(type);
    return 0;
}

int enterSpanCall(MD_SPANTYPE type, void *detail, void *user)
{
    static_cast<Builder *>(user)->enterSpan(type, detail);
    return 0;
}

int leaveSpanCall(MD_SPANTYPE type, void *, void *user)
{
    static_cast<Builder *>(user)->leaveSpan(type);
    return 0;
}

int textCall(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user)
{
    static_cast<Builder *>(user)->text(type, fromMd(text, size));
    return 0;
}

} // namespace

MessageParts buildMarkdown(const QString &markdown, const MarkdownStyle &style)
{
    std::vector<Formula> formulas;
    const QByteArray utf8 = liftFormulas(markdown, formulas).toUtf8();
    Builder builder(style, formulas);
    MD_PARSER parser {};
    parser.flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML;
    parser.enter_block = enterBlockCall;
    parser.leave_block = leaveBlockCall;
    parser.enter_span = enterSpanCall;
    parser.leave_span = leaveSpanCall;
    parser.text = textCall;
    md_parse(utf8.constData(), static_cast<MD_SIZE>(utf8.size()), &parser, &builder);
    return builder.take();
}

} // namespace breakwater
