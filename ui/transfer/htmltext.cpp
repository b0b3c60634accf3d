// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/htmltext.h"

#include "ui/transcript/formulas.h"

#include <QUrl>

#include <md4c.h>

#include <vector>

namespace breakwater {

namespace {

/// What md4c tells, as HTML.
struct HtmlTeller
{
    QString out;
    std::vector<Formula> formulas; ///< stay as they were written
    std::vector<bool> links; ///< of those that are open: whether each leads anywhere

    static QString textOf(const MD_CHAR *text, MD_SIZE size) { return QString::fromUtf8(text, static_cast<qsizetype>(size)); }

    void enter(MD_BLOCKTYPE type, void *detail)
    {
        switch (type) {
        case MD_BLOCK_DOC: break;
        case MD_BLOCK_QUOTE: out += QLatin1String("<blockquote>"); break;
        case MD_BLOCK_UL: out += QLatin1String("<ul>"); break;
        case MD_BLOCK_OL: out += QStringLiteral("<ol start=\"%1\">").arg(static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start); break;
        case MD_BLOCK_LI: {
            const auto *item = static_cast<MD_BLOCK_LI_DETAIL *>(detail);
            out += QLatin1String("<li>");
            if (item->is_task != 0)
                out += item->task_mark == ' ' ? QStringLiteral("\u2610 ") : QStringLiteral("\u2611 ");
            break;
        }
        case MD_BLOCK_HR: out += QLatin1String("<hr>\n"); break;
        case MD_BLOCK_H: out += QStringLiteral("<h%1>").arg(std::min(6U, static_cast<MD_BLOCK_H_DETAIL *>(detail)->level + 2)); break;
        case MD_BLOCK_CODE: out += QLatin1String("<pre><code>"); break;
        case MD_BLOCK_HTML: out += QLatin1String("<p>"); break;
        case MD_BLOCK_P: out += QLatin1String("<p>"); break;
        case MD_BLOCK_TABLE: out += QLatin1String("<table>"); break;
        case MD_BLOCK_THEAD: out += QLatin1String("<thead>"); break;
        case MD_BLOCK_TBODY: out += QLatin1String("<tbody>"); break;
        case MD_BLOCK_TR: out += QLatin1String("<tr>"); break;
        case MD_BLOCK_TH: openCell("th", static_cast<MD_BLOCK_TD_DETAIL *>(detail)->align); break;
        case MD_BLOCK_TD: openCell("td", static_cast<MD_BLOCK_TD_DETAIL *>(detail)->align); break;
        }
    }
    void openCell(const char *tag, MD_ALIGN align)
    {
        const char *side = align == MD_ALIGN_RIGHT ? "right" : align == MD_ALIGN_CENTER ? "center" : align == MD_ALIGN_LEFT ? "left" : nullptr;
        out += QLatin1Char('<') + QLatin1String(tag) + (side ? QString(QLatin1String(" style=\"text-align:") + QLatin1String(side) + QLatin1String("\"")) : QString())
            + QLatin1Char('>');
    }
    void leave(MD_BLOCKTYPE type, void *detail)
    {
        switch (type) {
        case MD_BLOCK_DOC:
        case MD_BLOCK_HR: break;
        case MD_BLOCK_QUOTE: out += QLatin1String("</blockquote>\n"); break;
        case MD_BLOCK_UL: out += QLatin1String("</ul>\n"); break;
        case MD_BLOCK_OL: out += QLatin1String("</ol>\n"); break;
        case MD_BLOCK_LI: out += QLatin1String("</li>"); break;
        case MD_BLOCK_H: out += QStringLiteral("</h%1>\n").arg(std::min(6U, static_cast<MD_BLOCK_H_DETAIL *>(detail)->level + 2)); break;
        case MD_BLOCK_CODE: out += QLatin1String("</code></pre>\n"); break;
        case MD_BLOCK_HTML:
        case MD_BLOCK_P: out += QLatin1String("</p>\n"); break;
        case MD_BLOCK_TABLE: out += QLatin1String("</table>\n"); break;
        case MD_BLOCK_THEAD: out += QLatin1String("</thead>"); break;
        case MD_BLOCK_TBODY: out += QLatin1String("</tbody>"); break;
        case MD_BLOCK_TR: out += QLatin1String("</tr>"); break;
        case MD_BLOCK_TH: out += QLatin1String("</th>"); break;
        case MD_BLOCK_TD: out += QLatin1String("</td>"); break;
        }
    }
    void openLink(const MD_ATTRIBUTE &href)
    {
        const QUrl url(withFormulaSources(textOf(href.text, href.size), formulas), QUrl::StrictMode);
        const QString scheme = url.scheme().toLower();
        const bool leads = url.isValid() && (scheme == QLatin1String("https") || scheme == QLatin1String("http") || scheme == QLatin1String("mailto"));
        links.push_back(leads);
        if (leads)
            out += QStringLiteral("<a rel=\"noreferrer\" href=\"") + url.toString(QUrl::FullyEncoded).toHtmlEscaped() + QStringLiteral("\">");
    }
    void enter(MD_SPANTYPE type, void *detail)
    {
        switch (type) {
        case MD_SPAN_EM: out += QLatin1String("<em>"); break;
        case MD_SPAN_STRONG: out += QLatin1String("<strong>"); break;
        case MD_SPAN_A: openLink(static_cast<MD_SPAN_A_DETAIL *>(detail)->href); break;
        case MD_SPAN_IMG: out += QLatin1Char('['); break;
        case MD_SPAN_CODE: out += QLatin1String("<code>"); break;
        case MD_SPAN_DEL: out += QLatin1String("<del>"); break;
        case MD_SPAN_LATEXMATH:
        case MD_SPAN_LATEXMATH_DISPLAY:
        case MD_SPAN_WIKILINK:
        case MD_SPAN_U: break;
        }
    }
    void leave(MD_SPANTYPE type)
    {
        switch (type) {
        case MD_SPAN_EM: out += QLatin1String("</em>"); break;
        case MD_SPAN_STRONG: out += QLatin1String("</strong>"); break;
        case MD_SPAN_A:
            if (!links.empty() && links.back())
                out += QLatin1String("</a>");
            if (!links.empty())
                links.pop_back();
            break;
        case MD_SPAN_IMG: out += QLatin1Char(']'); break;
        case MD_SPAN_CODE: out += QLatin1String("</code>"); break;
        case MD_SPAN_DEL: out += QLatin1String("</del>"); break;
        case MD_SPAN_LATEXMATH:
        case MD_SPAN_LATEXMATH_DISPLAY:
        case MD_SPAN_WIKILINK:
        case MD_SPAN_U: break;
        }
    }
    void say(MD_TEXTTYPE type, const QString &text)
    {
        switch (type) {
        case MD_TEXT_NULLCHAR: out += QChar(QChar::ReplacementCharacter); break;
        case MD_TEXT_BR: out += QLatin1String("<br>\n"); break;
        case MD_TEXT_SOFTBR: out += QLatin1Char('\n'); break;
        case MD_TEXT_ENTITY: out += text; break; // md4c tells only well-formed ones: & letters ;
        case MD_TEXT_NORMAL:
        case MD_TEXT_CODE:
        case MD_TEXT_HTML:
        case MD_TEXT_LATEXMATH: out += withFormulaSources(text, formulas).toHtmlEscaped(); break;
        }
    }
};

} // namespace

QString markdownToHtml(const QString &markdown)
{
    MD_PARSER parser = {};
    parser.flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *teller) { return static_cast<HtmlTeller *>(teller)->enter(type, detail), 0; };
    parser.leave_block = [](MD_BLOCKTYPE type, void *detail, void *teller) { return static_cast<HtmlTeller *>(teller)->leave(type, detail), 0; };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *teller) { return static_cast<HtmlTeller *>(teller)->enter(type, detail), 0; };
    parser.leave_span = [](MD_SPANTYPE type, void *, void *teller) { return static_cast<HtmlTeller *>(teller)->leave(type), 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *teller) {
        return static_cast<HtmlTeller *>(teller)->say(type, HtmlTeller::textOf(text, size)), 0;
    };
    HtmlTeller teller;
    const QByteArray bytes = liftFormulas(markdown, teller.formulas).toUtf8();
    if (md_parse(bytes.constData(), static_cast<MD_SIZE>(bytes.size()), &parser, &teller) != 0)
        return QLatin1String("<pre>") + markdown.toHtmlEscaped() + QLatin1String("</pre>\n");
    return teller.out;
}

} // namespace breakwater
