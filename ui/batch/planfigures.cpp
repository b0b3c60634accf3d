// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/planfigures.h"

#include "ui/batch/batchfields.h"
#include "ui/composer/composer.h"
#include "ui/style/textlabel.h"
#include "ui/words/moneywords.h"

#include <QGridLayout>
#include <QLocale>

namespace breakwater {

namespace {

constexpr int problemsHeight = 96;

QString plannedRows(qint64 rows)
{
    return rows == 1 ? PlanFigures::tr("1 row") : PlanFigures::tr("%1 rows").arg(QLocale().toString(rows));
}

/// Of a batch without a prompt, every row is one that asks nothing: that is no trouble of the file.
bool isCounted(RowTrouble trouble, bool isAsked)
{
    return isAsked || trouble != RowTrouble::BlankPrompt;
}

QString alikeWords(qint64 rows)
{
    if (rows == 0)
        return {};
    return rows == 1 ? PlanFigures::tr("1 row asks what one before it asks, word for word")
                     : PlanFigures::tr("%1 rows ask what one before them asks, word for word").arg(QLocale().toString(rows));
}

/// "1,003 rows: 1,000 with too few fields, 3 with no value".
QString leftOutWords(const PlanFigures::Shown &shown)
{
    qint64 all = 0;
    QStringList kinds;
    for (const auto &[trouble, rows] : shown.facts.troubles) {
        if (endsTheRows(trouble) || trouble == RowTrouble::TooManyTokens || !isCounted(trouble, shown.isAsked))
            continue;
        all += rows;
        kinds += PlanFigures::tr("%1 × %2").arg(QLocale().toString(rows), rowproblemwords::inShort(trouble));
    }
    return all == 0 ? QString() : PlanFigures::tr("%1: %2").arg(plannedRows(all), kinds.join(QStringLiteral(", ")));
}

} // namespace

qint64 rowsThere(const PlanFacts &facts, bool isAsked)
{
    const auto blank = facts.troubles.find(RowTrouble::BlankPrompt);
    return facts.rows + (isAsked || blank == facts.troubles.end() ? 0 : blank->second);
}

QString priceRange(const PlanFacts &facts)
{
    if (!facts.least || !facts.most)
        return PlanFigures::tr("not known for this model");
    if (*facts.most <= 0.0)
        return PlanFigures::tr("nothing");
    const QString least = money(*facts.least);
    const QString most = money(*facts.most);
    return least == most ? PlanFigures::tr("about %1, half of what it costs otherwise").arg(most)
                         : PlanFigures::tr("between %1 and %2, half of what it costs otherwise").arg(least, most);
}

PlanFigures::PlanFigures(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    m_rows = addFigure("figureRows", tr("Rows"));
    m_tokens = addFigure("figureTokens", tr("To read"));
    m_price = addFigure("figurePrice", tr("Price"));
    m_priceNote = new TextLabel(TextRole::Small, &Tokens::text3, {}, this);
    m_priceNote->setWordWrap(true);
    m_grid->addWidget(m_priceNote, m_grid->rowCount(), 1);
    m_parts = addFigure("figureParts", tr("Sent"));
    m_alike = addFigure("figureAlike", tr("Alike"));
    m_leftOut = addFigure("figureLeftOut", tr("Left out"));
    m_problemsTitle = new TextLabel(TextRole::InterfaceStrong, &Tokens::text, tr("What is wrong"), this);
    m_problems = new FieldEdit(problemsHeight, this);
    m_problems->setObjectName(QStringLiteral("problems"));
    m_problems->setAccessibleName(tr("What is wrong"));
    m_problems->setShown();
    m_grid->addWidget(m_problemsTitle, m_grid->rowCount(), 0, 1, 2);
    m_problemsCard = fieldCard(m_problems);
    m_grid->addWidget(m_problemsCard, m_grid->rowCount(), 0, 1, 2);
}

TextLabel *PlanFigures::addFigure(const char *name, const QString &title)
{
    const int line = m_grid->rowCount();
    auto *label = new TextLabel(TextRole::Interface, &Tokens::text2, title, this);
    auto *figure = new TextLabel(TextRole::Interface, &Tokens::text, {}, this);
    figure->setObjectName(QLatin1String(name));
    figure->setWordWrap(true);
    for (TextLabel *each : {label, figure})
        each->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_grid->addWidget(label, line, 0);
    m_grid->addWidget(figure, line, 1);
    return figure;
}

/// Nothing to say: the line is not there.
void PlanFigures::say(TextLabel *figure, const QString &words)
{
    figure->setText(words);
    int line = 0;
    int column = 0;
    int lines = 0;
    int columns = 0;
    m_grid->getItemPosition(m_grid->indexOf(figure), &line, &column, &lines, &columns);
    figure->setVisible(!words.isEmpty());
    m_grid->itemAtPosition(line, 0)->widget()->setVisible(!words.isEmpty());
}

void PlanFigures::show(const Shown &shown)
{
    const PlanFacts &facts = shown.facts;
    const qint64 rows = rowsThere(facts, shown.isAsked);
    const bool hasRows = shown.isAsked && facts.rows > 0;
    const auto parts = static_cast<qint64>(facts.parts.size());
    say(m_rows, facts.isWhole ? QLocale().toString(rows) : tr("%1 so far").arg(QLocale().toString(rows)));
    say(m_tokens, hasRows ? tokenEstimate(facts.tokens) : QString());
    say(m_price, hasRows && shown.isRouted ? priceRange(facts) : QString());
    m_priceNote->setText(tr("The least is without any answer, the most with each of %1 tokens, which is as long as it may be.").arg(QLocale().toString(shown.longest)));
    m_priceNote->setVisible(hasRows && shown.isRouted && facts.most.value_or(0.0) > 0.0);
    say(m_parts, hasRows && parts > 1 ? tr("in %1 parts").arg(QLocale().toString(parts)) : QString());
    say(m_alike, hasRows ? alikeWords(facts.alike) : QString());
    say(m_leftOut, leftOutWords(shown));
    showProblems(shown);
}

void PlanFigures::showProblems(const Shown &shown)
{
    qint64 all = 0;
    for (const auto &[trouble, rows] : shown.facts.troubles)
        all += isCounted(trouble, shown.isAsked) ? rows : 0;
    QStringList lines;
    for (const RowProblem &each : shown.facts.problems) {
        if (isCounted(each.trouble, shown.isAsked))
            lines += rowproblemwords::sentence(each, shown.row);
    }
    if (all > lines.size() && !lines.isEmpty())
        lines += tr("And %1 more.").arg(QLocale().toString(all - lines.size()));
    const QString text = lines.join(QLatin1Char('\n'));
    if (m_problems->toPlainText() != text)
        m_problems->setPlainText(text);
    m_problemsCard->setVisible(!lines.isEmpty());
    m_problemsTitle->setVisible(!lines.isEmpty());
}

} // namespace breakwater
