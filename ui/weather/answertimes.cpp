// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weather/answertimes.h"

#include "ui/weather/themedlabel.h"
#include "ui/words/faultwords.h"

#include <QGridLayout>

namespace breakwater {

AnswerTimes::AnswerTimes(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    const auto put = [grid](int row, int column, TextRole role, QColor Tokens::*color, const QString &text) {
        auto *label = new ThemedLabel(role, color, text);
        grid->addWidget(label, row, column, column == 0 ? Qt::AlignLeft : Qt::AlignRight);
        return label;
    };
    // In a longer language they wrap, which an alignment in the grid would hinder.
    int column = 1;
    for (const QString &head : {tr("half within"), tr("95 % within")}) {
        auto *label = new ThemedLabel(TextRole::Micro, &Tokens::text3, head);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignRight | Qt::AlignBottom);
        grid->addWidget(label, 0, column++);
    }
    put(1, 0, TextRole::Small, &Tokens::text, tr("First token"));
    put(2, 0, TextRole::Small, &Tokens::text, tr("Whole answer"));
    for (int each = 0; each < 4; ++each)
        m_figures[static_cast<std::size_t>(each)] = put(1 + each / 2, 1 + each % 2, TextRole::Small, &Tokens::text2, {});
}

void AnswerTimes::show(const Window &window)
{
    const auto text = [](const std::optional<Percentiles> &times, Duration Percentiles::*which) { return times ? shortSpan((*times).*which) : QStringLiteral("–"); };
    const std::array figures {text(window.firstContent, &Percentiles::half), text(window.firstContent, &Percentiles::most), text(window.total, &Percentiles::half),
        text(window.total, &Percentiles::most)};
    for (std::size_t each = 0; each < figures.size(); ++each)
        m_figures[each]->setText(figures[each]);
    setAccessibleName(tr("Times of answers"));
    setAccessibleDescription(tr("First token: half within %1, 95 % within %2. Whole answer: half within %3, 95 % within %4")
                                 .arg(figures[0], figures[1], figures[2], figures[3]));
}

} // namespace breakwater
