// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"
#include "ui/transcript/codepart.h"
#include "ui/transcript/messagelayout.h"
#include "ui/transcript/prosepart.h"

#include <QTextBlock>
#include <QTextDocumentFragment>
#include <QTextTable>

#include <md4c.h>

#include <utility>
#include <vector>

namespace breakwater {

namespace shape {

inline QString spansWord(bool strong, bool slanted, bool struck, bool code, const QString &link)
{
    return QString(strong ? QStringLiteral("b") : QString()) + (slanted ? QStringLiteral("i") : QString())
        + (struck ? QStringLiteral("s") : QString()) + (code ? QStringLiteral("c") : QString())
        + (link.isNull() ? QString() : QStringLiteral("<") + link + QStringLiteral(">"));
}

/// A line of the result while it is written.
struct Leaf
{
    QString kind;
    int quotes = 0;
    int lists = 0;
    QString marker;
    QStringList runs; ///< spans and text, in turn

    void add(const QString &spans, QString text)
    {
        text.replace(QLatin1Char('\n'), QLatin1Char(' '));
        if (text.isEmpty())
            return;
        if (!runs.isEmpty() && runs[runs.size() - 2] == spans)
            runs.back() += text;
        else
            runs << spans << text;
    }
    [[nodiscard]] QString line() const
    {
        QString result = QStringLiteral("%1 q%2 l%3 %4").arg(kind).arg(quotes).arg(lists).arg(marker);
        for (qsizetype i = 0; i + 1 < runs.size(); i += 2)
            result += QStringLiteral(" {") + runs[i] + QStringLiteral("|") + runs[i + 1] + QStringLiteral("}");
        return result;
    }
};

inline QString codeLine(qreal indent, const QString &language, const QString &code)
{
    return QStringLiteral("code in%1 %2 {%3}").arg(indent).arg(language, code);
}

inline QString entity(const QString &written)
{
    QString decoded = QTextDocumentFragment::fromHtml(written).toPlainText();
    decoded.replace(QChar::Null, QChar::ReplacementCharacter);
    return decoded.isEmpty() ? (written == QLatin1String("&nbsp;") ? QString(QChar::Nbsp) : written) : decoded;
}

inline QString attribute(const MD_ATTRIBUTE &of)
{
    QString text = QStringLiteral("");
    for (int i = 0; of.text && of.substr_offsets[i] < of.size; ++i) {
        const QString piece = QString::fromUtf8(
            of.text + of.substr_offsets[i], static_cast<qsizetype>(of.substr_offsets[i + 1] - of.substr_offsets[i]));
        text += of.substr_types[i] == MD_TEXT_ENTITY ? entity(piece) : piece;
    }
    return text;
}

/// Listens to md4c. Knows nothing of documents.
struct Listener
{
    struct List
    {
        bool ordered;
        unsigned next;
        QChar delimiter;
    };
    QStringList lines;
    std::vector<List> lists;
    std::vector<QString> links;
    Leaf leaf;
    QString pending; ///< a marker that waits for its item's text
    QString code;
    QString language;
    bool open = false;
    bool inCode = false;
    int quotes = 0;
    int column = 0;
    int strong = 0;
    int slanted = 0;
    int struck = 0;
    int codeSpans = 0;

    void begin(const QString &kind)
    {
        end();
        leaf = {kind, quotes, static_cast<int>(lists.size()), std::exchange(pending, {}), {}};
        open = true;
        strong = slanted = struck = codeSpans = 0;
        links.clear();
    }
    void end()
    {
        if (std::exchange(open, false))
            lines += leaf.line();
    }
    void enter(MD_BLOCKTYPE type, void *detail)
    {
        switch (type) {
        case MD_BLOCK_DOC:
        case MD_BLOCK_HTML:
        case MD_BLOCK_TABLE:
        case MD_BLOCK_THEAD:
        case MD_BLOCK_TBODY:
            break;
        case MD_BLOCK_QUOTE:
            end();
            ++quotes;
            break;
        case MD_BLOCK_UL:
            end();
            lists.push_back({false, 1, QLatin1Char('.')});
            break;
        case MD_BLOCK_OL:
            end();
            lists.push_back({true, static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start,
                QLatin1Char(static_cast<MD_BLOCK_OL_DETAIL *>(detail)->mark_delimiter)});
            break;
        case MD_BLOCK_LI: {
            end();
            const auto *item = static_cast<MD_BLOCK_LI_DETAIL *>(detail);
            if (item->is_task != 0)
                pending = item->task_mark == ' ' ? QStringLiteral("\u2610") : QStringLiteral("\u2611");
            else if (lists.back().ordered)
                pending = QString::number(lists.back().next) + lists.back().delimiter;
            else
                pending = lists.size() % 2 == 1 ? QStringLiteral("\u2022") : QStringLiteral("\u25E6");
            ++lists.back().next;
            break;
        }
        case MD_BLOCK_HR:
            begin(QStringLiteral("rule"));
            end();
            break;
        case MD_BLOCK_H:
            begin(QStringLiteral("h%1").arg(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level));
            break;
        case MD_BLOCK_CODE:
            if (!pending.isEmpty())
                begin(QStringLiteral("p"));
            end();
            inCode = true;
            code.clear();
            language = attribute(static_cast<MD_BLOCK_CODE_DETAIL *>(detail)->lang);
            break;
        case MD_BLOCK_P:
            begin(QStringLiteral("p"));
            break;
        case MD_BLOCK_TR:
            column = 0;
            break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            begin((type == MD_BLOCK_TH ? QStringLiteral("head%1") : QStringLiteral("cell%1")).arg(++column));
            break;
        }
    }
    void leave(MD_BLOCKTYPE type)
    {
        if (type == MD_BLOCK_LI && !pending.isEmpty())
            begin(QStringLiteral("p"));
        if (type == MD_BLOCK_CODE) {
            inCode = false;
            if (code.endsWith(QLatin1Char('\n')))
                code.chop(1);
            lines +=
                codeLine(static_cast<qreal>(lists.size()) * readingScaled(prose::listIndent) + quotes * prose::quoteIndent,
                    codeLanguageName(language), code);
            return;
        }
        end();
        if (type == MD_BLOCK_QUOTE)
            --quotes;
        if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
            lists.pop_back();
    }
    void span(MD_SPANTYPE type, void *detail, int by)
    {
        if (!open)
            begin(QStringLiteral("p"));
        if (type == MD_SPAN_STRONG)
            strong += by;
        if (type == MD_SPAN_EM)
            slanted += by;
        if (type == MD_SPAN_DEL)
            struck += by;
        if (type == MD_SPAN_CODE)
            codeSpans += by;
        if (type != MD_SPAN_A && type != MD_SPAN_IMG)
            return;
        if (by > 0)
            links.push_back(attribute(type == MD_SPAN_A ? static_cast<MD_SPAN_A_DETAIL *>(detail)->href
                                                        : static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src));
        else if (!links.empty())
            links.pop_back();
    }
    void text(MD_TEXTTYPE type, const QString &written)
    {
        QString text = written;
        if (type == MD_TEXT_ENTITY)
            text = entity(written);
        else if (type == MD_TEXT_NULLCHAR)
            text = QChar(QChar::ReplacementCharacter);
        else if (type == MD_TEXT_BR)
            text = QChar(QChar::LineSeparator);
        else if (type == MD_TEXT_SOFTBR)
            text = QStringLiteral(" ");
        if (inCode) {
            code += text;
            return;
        }
        if (!open)
            begin(QStringLiteral("p"));
        const bool bold = leaf.kind.startsWith(QLatin1Char('h')); // all of it
        leaf.add(spansWord(strong > 0 && !bold, slanted > 0, struck > 0, codeSpans > 0,
                     links.empty() ? QString() : links.back()),
            text);
    }
};

inline void addProse(QStringList &lines, ProsePart &part)
{
    for (QTextBlock block = part.document().begin(); block.isValid(); block = block.next()) {
        const QTextBlockFormat format = block.blockFormat();
        const int cell = format.intProperty(prose::Cell);
        const int level = format.intProperty(prose::Heading);
        if (part.table() && cell == 0)
            continue; // the empty ones around a table
        const bool head = part.table() && part.table()->cellAt(block.position()).row() == 0;
        Leaf leaf;
        leaf.quotes = format.intProperty(prose::QuoteDepth);
        leaf.lists = format.intProperty(prose::Depth);
        leaf.marker = format.stringProperty(prose::Marker);
        leaf.kind = format.boolProperty(prose::Rule) ? QStringLiteral("rule")
            : head                                   ? QStringLiteral("head%1").arg(cell)
            : cell > 0                               ? QStringLiteral("cell%1").arg(cell)
            : level > 0                              ? QStringLiteral("h%1").arg(level)
                                                     : QStringLiteral("p");
        for (QTextBlock::iterator it = block.begin(); !it.atEnd(); ++it) {
            const QTextCharFormat run = it.fragment().charFormat();
            if (run.boolProperty(prose::Padding))
                continue;
            const bool bold = leaf.kind.startsWith(QLatin1Char('h')); // all of it
            leaf.add(spansWord(!bold && run.font().weight() >= QFont::DemiBold, run.font().italic(),
                         run.font().strikeOut(), run.boolProperty(prose::InlineCode),
                         run.isAnchor() ? QStringLiteral("") + run.anchorHref() : QString()),
                it.fragment().text());
        }
        lines += leaf.line();
    }
}

} // namespace shape

/// What of a text is seen, a line for each paragraph, heading, cell, rule and block of code: where it stands in quotes
/// and lists, its marker, and its text with the spans around each stretch. By md4c's own parse of the whole text:
[[nodiscard]] inline QStringList shapeByMd4c(const QString &markdown)
{
    using shape::Listener;
    Listener listener;
    MD_PARSER parser {};
    parser.flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *user) {
        return static_cast<Listener *>(user)->enter(type, detail), 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *, void *user) {
        return static_cast<Listener *>(user)->leave(type), 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *user) {
        return static_cast<Listener *>(user)->span(type, detail, 1), 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void *detail, void *user) {
        return static_cast<Listener *>(user)->span(type, detail, -1), 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user) {
        return static_cast<Listener *>(user)->text(type, QString::fromUtf8(text, static_cast<qsizetype>(size))), 0;
    };
    const QByteArray utf8 = markdown.toUtf8();
    md_parse(utf8.constData(), static_cast<MD_SIZE>(utf8.size()), &parser, &listener);
    listener.end();
    return listener.lines;
}

/// As it was cut, built and laid out:
[[nodiscard]] inline QStringList shapeOf(const MessageLayout &layout)
{
    QStringList lines;
    for (std::size_t i = 0; i < layout.partCount(); ++i) {
        const MessagePart &part = layout.part(i);
        if (const auto *code = dynamic_cast<const CodePart *>(&part))
            lines += shape::codeLine(code->indent(), code->languageName(), code->code());
        else
            shape::addProse(lines, const_cast<ProsePart &>(dynamic_cast<const ProsePart &>(part)));
    }
    return lines;
}

} // namespace breakwater
