// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/chainpage.h"

#include "ui/preferences/chainedits.h"
#include "ui/preferences/modelfield.h"
#include "ui/preferences/routelist.h"
#include "ui/preferences/whatifview.h"
#include "ui/style/breakwaterstyle.h"
#include "ui/style/button.h"
#include "ui/style/card.h"
#include "ui/style/textlabel.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace breakwater {

namespace {
constexpr int columnWidth = 760;
constexpr int narrowestName = 170; // of a chain
constexpr int widestName = 210;
constexpr int whatIfWidth = 376; // beside the chain
} // namespace

ChainPage::ChainPage(std::function<QString()> makeId, PreferencesDraft &draft, QWidget *parent)
    : PreferencesPage(tr("Fallback chain"), tr("Breakwater asks the first route that can answer, from top to bottom, and moves on when waiting costs more than a route is worth."),
        tr("route model order worth wait up to move on 529 overloaded server error network 429 outbox what if"), draft, parent)
    , m_makeId(std::move(makeId))
{
    addChooser();
    body().addSpacing(8);
    addAdder();
    m_empty = new TextLabel(
        TextRole::Interface, &Tokens::text2, tr("No route yet. Add the model that you want answers from first."));
    m_empty->setContentsMargins(4, 12, 4, 12);
    body().addWidget(m_empty);
    m_routes = new RouteList;
    m_routes->setMaximumWidth(columnWidth);
    connect(m_routes, &RouteList::stepEdited, this, [this](int place, const ChainStep &step) {
        editTable([&](RouteTable &table, const ChainId &id) {
            for (Chain &chain : table.chains) {
                if (chain.id == id)
                    chain.steps[static_cast<std::size_t>(place)] = step;
            }
        });
    });
    connect(m_routes, &RouteList::effortChosen, this, [this](const RouteId &route, std::optional<Effort> effort) {
        editTable([&](RouteTable &table, const ChainId &) {
            for (Route &each : table.routes) {
                if (each.id == route)
                    each.effort = effort;
            }
        });
    });
    connect(m_routes, &RouteList::stepMoved, this, [this](int from, int to) {
        editTable([=](RouteTable &table, const ChainId &id) { moveStep(table, id, from, to); });
        showChain();
        m_routes->focusCard(to);
    });
    connect(m_routes, &RouteList::stepRemoved, this, [this](int place) {
        editTable([=](RouteTable &table, const ChainId &id) { removeStep(table, id, place); });
        showChain();
    });
    body().addWidget(m_routes);
    addLastResort();
    const int below = body().count();
    body().addStretch();
    m_whatIf = new WhatIfView(draft);
    addPreview(m_whatIf, {whatIfWidth, whatIfWidth}, below);
    ChainPage::load();
}

void ChainPage::addChooser()
{
    m_chains = new QComboBox;
    m_chains->setObjectName(QStringLiteral("chains"));
    m_chains->setAccessibleName(tr("Chain"));
    connect(m_chains, &QComboBox::activated, this, [this] {
        m_chosen = ChainId(m_chains->currentData().toString());
        showChain();
    });
    m_rename = new QLineEdit;
    m_rename->setObjectName(QStringLiteral("chainName"));
    m_rename->setAccessibleName(tr("Name of the chain"));
    connect(m_rename, &QLineEdit::editingFinished, this, &ChainPage::finishRename);
    m_name = new QStackedWidget;
    m_name->addWidget(m_chains);
    m_name->addWidget(m_rename);
    m_name->setMinimumWidth(narrowestName);
    m_name->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto fit = [this] { m_name->setMaximumWidth(scaledUp(widestName)); };
    fit();
    connect(&Theme::instance(), &Theme::changed, this, fit);

    const auto tool = [this](Icon icon, const QString &name, auto &&pressed) {
        auto *button = new IconButton(icon, name);
        connect(button, &IconButton::clicked, this, pressed);
        return button;
    };
    m_delete = tool(Icon::Trash, tr("Delete chain"), [this] {
        editTable([](RouteTable &table, const ChainId &id) { removeChain(table, id); });
        m_chosen = {};
        load();
    });
    m_delete->setObjectName(QStringLiteral("deleteChain"));
    auto *fresh = tool(Icon::Plus, tr("New chain"), [this] { makeChain(); });
    fresh->setObjectName(QStringLiteral("newChain"));
    m_openAdder = new Button(Button::Kind::Plain, tr("Add route"));
    m_openAdder->setObjectName(QStringLiteral("addRoute"));
    m_openAdder->setLeadingIcon(Icon::Plus);
    m_openAdder->setSize(Button::Size::Small);
    connect(m_openAdder, &Button::clicked, this, [this] {
        m_adder->setVisible(!m_adder->isVisible());
        if (m_adder->isVisible())
            m_model->setFocus(Qt::OtherFocusReason);
    });

    auto *line = new QWidget;
    line->setMaximumWidth(columnWidth);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(4, 4, 4, 4);
    row->setSpacing(4);
    row->addWidget(new TextLabel(TextRole::Interface, &Tokens::text2, tr("Chain")));
    row->addSpacing(4);
    row->addWidget(m_name, 1);
    row->addWidget(tool(Icon::Pencil, tr("Rename chain"), [this] { startRename(); }));
    row->addWidget(fresh);
    row->addWidget(m_delete);
    row->addStretch();
    row->addWidget(m_openAdder);
    body().addWidget(line);
}

void ChainPage::addAdder()
{
    m_provider = new QComboBox;
    m_provider->setObjectName(QStringLiteral("routeProvider"));
    m_provider->setAccessibleName(tr("Provider of the new route"));
    connect(m_provider, &QComboBox::currentIndexChanged, this, &ChainPage::offerModels);
    m_model = new ModelField;
    m_model->setObjectName(QStringLiteral("routeModel"));
    m_model->setAccessibleName(tr("Model of the new route"));
    auto *add = new Button(Button::Kind::Plain, tr("Add"));
    add->setObjectName(QStringLiteral("addRouteNow"));
    connect(add, &Button::clicked, this, &ChainPage::addRoute);
    connect(m_model, &QLineEdit::returnPressed, this, &ChainPage::addRoute);
    connect(m_model, &ModelField::starred, this, [this](const QString &model, bool favourite) {
        const std::pair starred(ProviderId(m_provider->currentData().toString()), model);
        draft().edit([&](Preferences &values) { favourite ? void(values.favourites.insert(starred)) : void(values.favourites.erase(starred)); });
    });
    connect(m_model, &QLineEdit::textEdited, this, [this] {
        setDanger(*m_model, false);
        m_problem->hide();
    });
    m_problem = new TextLabel(TextRole::Small, &Tokens::danger, {});
    m_problem->setObjectName(QStringLiteral("routeProblem"));
    m_problem->hide();

    m_adder = new Card(Card::Ground::Panel);
    m_adder->setMaximumWidth(columnWidth);
    auto *column = new QVBoxLayout(m_adder);
    column->setContentsMargins(14, 12, 14, 12);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_provider);
    row->addWidget(m_model, 1);
    row->addWidget(add);
    column->addLayout(row);
    column->addWidget(m_problem);
    m_adder->hide();
    body().addWidget(m_adder);
}

void ChainPage::addLastResort()
{
    m_lastResort = new QComboBox;
    m_lastResort->setObjectName(QStringLiteral("lastResort"));
    m_lastResort->setAccessibleName(tr("If every route fails"));
    m_lastResort->addItem(tr("Keep in outbox"), static_cast<int>(LastResort::KeepInOutbox));
    m_lastResort->addItem(tr("Give up"), static_cast<int>(LastResort::GiveUp));
    connect(m_lastResort, &QComboBox::currentIndexChanged, this, [this] {
        const auto wanted = static_cast<LastResort>(m_lastResort->currentData().toInt());
        editTable([wanted](RouteTable &table, const ChainId &id) {
            for (Chain &chain : table.chains) {
                if (chain.id == id)
                    chain.lastResort = wanted;
            }
        });
    });
    auto *card = new Card(Card::Ground::Raised);
    card->setBorder(Card::Border::Dashed);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(16, 6, 12, 6);
    row->addWidget(new TextLabel(TextRole::Interface, &Tokens::text2, tr("If every route fails")), 1);
    row->addWidget(m_lastResort);
    auto *holder = new QWidget;
    holder->setMaximumWidth(columnWidth);
    auto *around = new QVBoxLayout(holder);
    around->setContentsMargins(4, 4, 4, 4);
    around->addWidget(card);
    body().addWidget(holder);
}

const Chain *ChainPage::chosen() const
{
    return values().routes.chain(m_chosen);
}

void ChainPage::editTable(const std::function<void(RouteTable &, const ChainId &)> &change)
{
    const Chain *chain = chosen();
    if (chain == nullptr)
        return;
    draft().edit([&change, id = chain->id](Preferences &values) { change(values.routes, id); });
}

void ChainPage::load()
{
    const QSignalBlocker quiet(m_chains);
    m_chains->clear();
    const std::vector<Chain> &chains = values().routes.chains;
    for (const Chain &chain : chains)
        m_chains->addItem(&chain == &chains.front() ? tr("%1 (default)").arg(chain.name) : chain.name, chain.id.text());
    m_provider->clear();
    for (const Provider &provider : values().routes.providers)
        m_provider->addItem(provider.name, provider.id.text());
    showChain();
}

void ChainPage::showChain()
{
    const Chain *chain = chosen();
    m_chosen = chain != nullptr ? chain->id : ChainId();
    m_whatIf->setChain(m_chosen);
    m_name->setCurrentWidget(m_chains);
    m_chains->setCurrentIndex(m_chains->findData(m_chosen.text()));
    m_delete->setEnabled(values().routes.chains.size() > 1);
    m_openAdder->setEnabled(chain != nullptr && !values().routes.providers.empty());
    m_empty->setVisible(chain == nullptr || chain->steps.empty());
    m_routes->show(values().routes, chain != nullptr ? *chain : Chain(), m_catalogue);
    const QSignalBlocker quiet(m_lastResort);
    m_lastResort->setEnabled(chain != nullptr);
    m_lastResort->setCurrentIndex(chain != nullptr ? m_lastResort->findData(static_cast<int>(chain->lastResort)) : -1);
}

void ChainPage::startRename()
{
    if (const Chain *chain = chosen()) {
        m_rename->setText(chain->name);
        m_name->setCurrentWidget(m_rename);
        m_rename->selectAll();
        m_rename->setFocus(Qt::OtherFocusReason);
    }
}

void ChainPage::finishRename()
{
    const QString name = m_rename->text().trimmed();
    if (!name.isEmpty()) {
        editTable([&name](RouteTable &table, const ChainId &id) {
            for (Chain &chain : table.chains) {
                if (chain.id == id)
                    chain.name = name;
            }
        });
    }
    load();
}

void ChainPage::makeChain()
{
    Chain fresh;
    fresh.id = ChainId(m_makeId());
    fresh.name = tr("New chain");
    draft().edit([&fresh](Preferences &values) { values.routes.chains.push_back(fresh); });
    m_chosen = fresh.id;
    load();
    startRename();
}

void ChainPage::setCatalogue(const Catalogue &catalogue)
{
    if (catalogue == m_catalogue)
        return;
    m_catalogue = catalogue;
    offerModels();
    showChain();
}

void ChainPage::offerModels()
{
    const ProviderId provider(m_provider->currentData().toString());
    const ProviderFacts *facts = m_catalogue.provider(provider);
    std::set<QString> favourites;
    for (const auto &[owner, model] : values().favourites) {
        if (owner == provider)
            favourites.insert(model);
    }
    m_model->setModels(facts != nullptr ? facts->models : std::vector<Model> {}, favourites);
}

void ChainPage::addRoute()
{
    if (m_model->text().trimmed().isEmpty()) {
        setDanger(*m_model, true);
        m_problem->setText(tr("Name a model, for example claude-sonnet-5-5."));
        m_problem->show();
        return;
    }
    const ProviderId provider(m_provider->currentData().toString());
    editTable([&](RouteTable &table, const ChainId &id) {
        const Model *model = m_catalogue.model(provider, m_model->text().trimmed());
        addStep(table, id, {RouteId(m_makeId()), provider, m_model->text(), model != nullptr ? model->name : QString()});
    });
    m_model->clear();
    m_adder->hide();
    showChain();
}

} // namespace breakwater
