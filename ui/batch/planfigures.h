// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batchplan.h"
#include "ui/words/rowproblemwords.h"

#include <QWidget>

class QGridLayout;

namespace breakwater {

class FieldEdit;
class TextLabel;

/// What is known of a batch before it is sent: how many rows, tokens and dollars, in how many parts, and what is wrong
/// with which rows. UI thread.
class PlanFigures : public QWidget
{
    Q_OBJECT
public:
    explicit PlanFigures(QWidget *parent = nullptr);

    struct Shown
    {
        const PlanFacts &facts;
        rowproblemwords::RowIs row = rowproblemwords::RowIs::Line;
        bool isAsked = true; ///< a prompt is written; else rows are counted alone
        bool isRouted = true; ///< somebody takes it
        qint64 longest = 0; ///< tokens of an answer
    };
    void show(const Shown &shown);
    using QWidget::show;

private:
    TextLabel *addFigure(const char *name, const QString &title);
    void say(TextLabel *figure, const QString &words);
    void showProblems(const Shown &shown);

    QGridLayout *m_grid;
    TextLabel *m_rows;
    TextLabel *m_tokens;
    TextLabel *m_price;
    TextLabel *m_priceNote;
    TextLabel *m_parts;
    TextLabel *m_alike;
    TextLabel *m_leftOut;
    TextLabel *m_problemsTitle;
    FieldEdit *m_problems;
    QWidget *m_problemsCard;
};

/// Rows that could be asked: with a prompt, those that will be. Pure.
[[nodiscard]] qint64 rowsThere(const PlanFacts &facts, bool isAsked);
/// "between $1.20 and $14, half of what it costs otherwise". Pure.
[[nodiscard]] QString priceRange(const PlanFacts &facts);

} // namespace breakwater
