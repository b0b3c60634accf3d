// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/costspage.h"

#include "core/spend/ledger.h"
#include "ui/preferences/pricesmodel.h"
#include "ui/preferences/settingrow.h"
#include "ui/style/button.h"
#include "ui/style/numberfield.h"
#include "ui/style/switch.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"
#include "ui/words/moneywords.h"

#include <QHeaderView>
#include <QLocale>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

namespace breakwater {

namespace {

constexpr double firstLimit = 5.0; // dollars, when a person begins to limit
constexpr int spentColumns = 5;
constexpr int narrowestModel = 200; // of the names of models, with the margins of the page

TextLabel *headingOver(const QString &text)
{
    auto *label = new TextLabel(TextRole::Heading, &Tokens::text, text);
    label->setContentsMargins(4, 22, 0, 2);
    return label;
}

TextLabel *sentenceUnder(const QString &text)
{
    auto *label = new TextLabel(TextRole::Small, &Tokens::text2, text);
    label->setContentsMargins(4, 0, 0, 8);
    label->setWordWrap(true);
    return label;
}

} // namespace

CostsPage::CostsPage(PreferencesDraft &draft, QWidget *parent)
    : PreferencesPage(tr("Costs"), tr("What answers cost, by a price table that you can edit."), tr("price money dollars spend limit budget tokens billing"), draft, parent)
{
    addLimit();
    addSpent();
    addPrices();
    body().addStretch();
    CostsPage::load();
}

void CostsPage::addLimit()
{
    m_limited = new Switch(tr("Limit what a day may cost"));
    m_limited->setObjectName(QStringLiteral("limited"));
    m_limit = new NumberField(tr("Dollars a day"));
    m_limit->setObjectName(QStringLiteral("dailyLimit"));
    m_limit->setRange(0.0, 100'000.0);
    m_limit->setDecimals(2);
    m_limit->setPrefix(QStringLiteral("$"));
    connect(m_limited, &Switch::toggled, this, &CostsPage::takeLimit);
    connect(m_limit, &NumberField::valueChanged, this, &CostsPage::takeLimit);
    auto *row = new SettingRow(tr("Spend limit for a day"), tr("Once it is reached, nothing is sent or tried again before you say so. Turns wait in the outbox."));
    row->addControl(m_limit);
    row->addControl(m_limited);
    body().addWidget(row);
}

void CostsPage::takeLimit()
{
    m_limit->setEnabled(m_limited->isChecked());
    const auto limit = m_limited->isChecked() ? std::optional(m_limit->value()) : std::nullopt;
    draft().edit([limit](Preferences &values) { values.dailyLimit = limit; });
}

void CostsPage::addSpent()
{
    body().addWidget(headingOver(tr("Spent")));
    auto *grid = new QWidget;
    grid->setObjectName(QStringLiteral("spent"));
    m_spent = new QGridLayout(grid);
    m_spent->setContentsMargins(4, 2, 4, 0);
    m_spent->setHorizontalSpacing(28);
    m_spent->setVerticalSpacing(7);
    m_spent->setColumnStretch(0, 1);
    body().addWidget(grid);
}

void CostsPage::addPrices()
{
    body().addWidget(headingOver(tr("Prices")));
    body().addWidget(sentenceUnder(tr("US dollars for a million tokens. Providers do not tell them to programs: compare them with your bill. A cell is edited by a double click or F2.")));
    m_model = new PricesModel(this);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("prices"));
    m_table->setAccessibleName(tr("Prices"));
    m_table->setModel(m_model);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->horizontalHeader()->setMinimumSectionSize(scaledUp(92));
    m_table->horizontalHeader()->setFixedHeight(scaledUp(30));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(PricesModel::Model, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setMinimumHeight(300);
    body().addWidget(m_table);
    body().addSpacing(8);

    auto *add = new Button(Button::Kind::Plain, tr("Add price"));
    add->setObjectName(QStringLiteral("addPrice"));
    add->setLeadingIcon(Icon::Plus);
    m_remove = new Button(Button::Kind::Quiet, tr("Remove"));
    m_remove->setObjectName(QStringLiteral("removePrice"));
    m_remove->setEnabled(false);
    connect(add, &Button::clicked, this, [this] {
        const QModelIndex made = m_model->add();
        m_table->setCurrentIndex(made);
        m_table->edit(made);
    });
    connect(m_remove, &Button::clicked, this, [this] { m_model->remove(m_table->currentIndex().row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { m_remove->setEnabled(m_table->selectionModel()->hasSelection()); });
    connect(m_model, &PricesModel::edited, this, [this](const Prices &prices) { draft().edit([&prices](Preferences &values) { values.prices = prices; }); });
    auto *row = new QHBoxLayout;
    row->setContentsMargins(4, 0, 4, 0);
    row->addWidget(add);
    row->addWidget(m_remove);
    row->addStretch();
    body().addLayout(row);
}

/// A table that is too narrow scrolls rather than cut the names of models.
void CostsPage::resizeEvent(QResizeEvent *event)
{
    PreferencesPage::resizeEvent(event);
    QHeaderView &head = *m_table->horizontalHeader();
    int others = 0;
    for (int column = 0; column < m_model->columnCount(); ++column)
        others += column == PricesModel::Model ? 0 : head.sectionSize(column);
    const bool room = width() >= others + scaledUp(narrowestModel);
    head.setSectionResizeMode(PricesModel::Model, room ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
}

void CostsPage::setLedger(const Ledger &ledger)
{
    m_ledger = &ledger;
    connect(&ledger, &Ledger::changed, this, &CostsPage::showSpent);
    showSpent();
}

/// One line for each model of the last month, and their sum: today, a week, the month.
void CostsPage::showSpent()
{
    while (QLayoutItem *item = m_spent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (m_ledger == nullptr)
        return;
    const auto today = m_ledger->byModel(1);
    const auto week = m_ledger->byModel(7);
    const auto month = m_ledger->byModel(Ledger::daysKept);
    if (month.empty()) {
        m_spent->addWidget(new TextLabel(TextRole::Interface, &Tokens::text2, tr("Nothing in the last %1 days.").arg(Ledger::daysKept)), 0, 0);
        return;
    }
    int line = 0;
    const auto put = [&](const std::array<QString, spentColumns> &words, QColor Tokens::*color) {
        for (int column = 0; column < spentColumns; ++column)
            m_spent->addWidget(new TextLabel(TextRole::Interface, color, words[static_cast<std::size_t>(column)]), line, column, column == 0 ? Qt::AlignLeft : Qt::AlignRight);
        ++line;
    };
    put({QString(), tr("Tokens"), tr("Today"), tr("7 days"), tr("%1 days").arg(Ledger::daysKept)}, &Tokens::text2);
    const auto dollarsIn = [](const std::map<QString, Total> &models, const QString &model) {
        const auto found = models.find(model);
        return found == models.end() ? 0.0 : found->second.dollars;
    };
    std::array<double, 3> sums {};
    int unpriced = 0;
    for (const auto &[model, total] : month) {
        const std::array dollars {dollarsIn(today, model), dollarsIn(week, model), total.dollars};
        const QString tokens = QLocale().toString(total.usage.input.value_or(0) + total.usage.output.value_or(0));
        const bool known = total.unpriced < total.attempts;
        const auto said = [&](std::size_t span) { return known ? money(dollars[span]) : tr("no price"); };
        put({model, tokens, said(0), said(1), said(2)}, &Tokens::text);
        for (std::size_t span = 0; span < sums.size(); ++span)
            sums[span] += dollars[span];
        unpriced += total.unpriced;
    }
    put({tr("All"), QString(), money(sums[0]), money(sums[1]), money(sums[2])}, &Tokens::text);
    if (unpriced > 0)
        m_spent->addWidget(sentenceUnder(tr("Requests to models without a price are not in these sums: %1.").arg(unpriced)), line, 0, 1, spentColumns);
}

void CostsPage::restoreDefaults(Preferences &values) const
{
    const Preferences fresh;
    values.prices = fresh.prices;
    values.dailyLimit = fresh.dailyLimit;
}

void CostsPage::load()
{
    const QSignalBlocker quiet[] {QSignalBlocker(m_limited), QSignalBlocker(m_limit)};
    m_limited->setChecked(values().dailyLimit.has_value());
    m_limit->setValue(values().dailyLimit.value_or(firstLimit));
    m_limit->setEnabled(values().dailyLimit.has_value());
    m_model->show(values().prices);
}

} // namespace breakwater
