// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/providerspage.h"

#include "core/route/profile.h"
#include "ui/preferences/chainedits.h"
#include "ui/preferences/keyport.h"
#include "ui/preferences/providereditor.h"
#include "ui/style/button.h"
#include "ui/style/rowbutton.h"
#include "ui/style/theme.h"

#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace breakwater {

namespace {

constexpr int listWidth = 270;
constexpr int editorWidth = 470; // that it needs beside the list
constexpr int aroundThem = 80; // the margins of the page, the space between, a scroll bar

Icon iconOf(const Provider &provider)
{
    if (provider.simulated)
        return Icon::Flask;
    return provider.dialect == Dialect::Anthropic ? Icon::Key : Icon::Server;
}

} // namespace

ProvidersPage::ProvidersPage(KeyPort &keys, std::function<QString()> makeId, PreferencesDraft &draft, QWidget *parent)
    : PreferencesPage(tr("Providers"), tr("Where Breakwater may send your turns."),
        tr("api key base url server anthropic openai local connection test protocol timeout certificate tls ca unencrypted"), draft, parent)
    , m_keys(keys)
    , m_makeId(std::move(makeId))
    , m_rows(new QVBoxLayout)
    , m_editor(new ProviderEditor(keys))
{
    auto *add = new Button(Button::Kind::Plain, tr("Add provider"));
    add->setObjectName(QStringLiteral("addProvider"));
    add->setLeadingIcon(Icon::Plus);
    add->setSize(Button::Size::Small);
    connect(add, &Button::clicked, this, [this, add] { offerProfiles(*add); });
    m_remove = new Button(Button::Kind::Quiet, tr("Remove provider"));
    m_remove->setObjectName(QStringLiteral("removeProvider"));
    m_remove->setSize(Button::Size::Small);
    m_remove->setToolTip(tr("Its routes leave every chain. Revert brings it back until you apply."));
    connect(m_remove, &Button::clicked, this, [this] {
        this->draft().edit([this](Preferences &values) { removeProvider(values.routes, m_chosen); });
        m_chosen = {};
        this->draft().replace(values()); // the chain page follows
    });

    m_list = new QWidget;
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(4, 4, 4, 4);
    m_rows->setSpacing(4);
    column->addLayout(m_rows);
    column->addSpacing(8);
    column->addWidget(add);
    column->addWidget(m_remove);
    column->addStretch();

    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(16);
    m_columns->addWidget(m_list);
    auto *right = new QVBoxLayout;
    right->addWidget(m_editor);
    right->addStretch();
    m_columns->addLayout(right, 1);
    body().addLayout(m_columns);
    connect(&Theme::instance(), &Theme::changed, this, &ProvidersPage::placeEditor);
    body().addStretch();

    connect(m_editor, &ProviderEditor::edited, this, &ProvidersPage::take);
    connect(m_editor, &ProviderEditor::keyChanged, this, &ProvidersPage::showRows);
    connect(m_editor, &ProviderEditor::testRequested, this, &ProvidersPage::testRequested);
    connect(&draft, &PreferencesDraft::changed, m_editor, [this] { m_editor->setUsual(values().policy.patience); });
    ProvidersPage::load();
}

void ProvidersPage::load()
{
    const std::vector<Provider> &providers = values().routes.providers;
    if (values().routes.provider(m_chosen) == nullptr)
        m_chosen = providers.empty() ? ProviderId() : providers.front().id;
    showRows();
    const Provider *chosen = values().routes.provider(m_chosen);
    m_editor->setVisible(chosen != nullptr);
    m_remove->setEnabled(chosen != nullptr && !chosen->simulated);
    if (chosen != nullptr)
        m_editor->show(*chosen, values().policy.patience);
}

void ProvidersPage::placeEditor()
{
    const bool beside = width() >= scaledUp(listWidth + editorWidth) + aroundThem;
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_list->setMinimumWidth(beside ? scaledUp(listWidth) : 0);
    m_list->setMaximumWidth(beside ? scaledUp(listWidth) : QWIDGETSIZE_MAX);
}

void ProvidersPage::resizeEvent(QResizeEvent *event)
{
    PreferencesPage::resizeEvent(event);
    placeEditor();
}

void ProvidersPage::showRows()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *row = item->widget()) {
            row->hide(); // else a show that its layout still owes it makes a window of it
            row->setParent(nullptr);
            row->deleteLater(); // it may be the one that is speaking
        }
        delete item;
    }
    for (const Provider &provider : values().routes.providers) {
        auto *row = new RowButton(iconOf(provider), provider.name.isEmpty() ? tr("No name") : provider.name);
        row->setSecondLine(stateOf(provider));
        row->setMark(!provider.enabled ? RowButton::Mark::None : needsSomebody(provider) ? RowButton::Mark::NeedsYou : RowButton::Mark::Well);
        row->setChecked(provider.id == m_chosen);
        connect(row, &RowButton::clicked, this, [this, id = provider.id] { choose(id); });
        m_rows->addWidget(row);
    }
}

QString ProvidersPage::stateOf(const Provider &provider) const
{
    if (!provider.enabled)
        return tr("Off");
    if (provider.simulated)
        return tr("Simulated weather");
    if (awaitsConsent(provider))
        return tr("Not encrypted, not used");
    const auto routes = std::count_if(values().routes.routes.begin(), values().routes.routes.end(),
        [&provider](const Route &route) { return route.provider == provider.id; });
    const QString models = routes == 0 ? tr("no model in a chain yet") : routes == 1 ? tr("1 model in chains") : tr("%1 models in chains").arg(routes);
    const std::vector<ShownKey> keys = m_keys.keys(provider);
    const auto isIn = [&keys](KeyState state) { return std::any_of(keys.begin(), keys.end(), [state](const ShownKey &each) { return each.state == state; }); };
    if (keys.empty() && provider.dialect == Dialect::Anthropic)
        return tr("Needs a key, %1").arg(models);
    if (isIn(KeyState::There) || keys.empty())
        return models;
    if (isIn(KeyState::Refused))
        return tr("Key refused, %1").arg(models);
    if (isIn(KeyState::Locked))
        return tr("Keychain locked, %1").arg(models);
    if (isIn(KeyState::Gone) || isIn(KeyState::NoKeychain))
        return tr("Needs a key, %1").arg(models);
    return models;
}

/// Nothing can be sent there before a person does something about it.
bool ProvidersPage::needsSomebody(const Provider &provider) const
{
    const std::vector<ShownKey> keys = m_keys.keys(provider);
    const bool usable = std::any_of(keys.begin(), keys.end(), [](const ShownKey &each) { return each.state == KeyState::There || each.state == KeyState::Reading; });
    const bool needsKey = !provider.simulated && (provider.dialect == Dialect::Anthropic || !keys.empty());
    return awaitsConsent(provider) || (needsKey && !usable);
}

void ProvidersPage::choose(const ProviderId &provider)
{
    m_chosen = provider;
    load();
}

void ProvidersPage::showTestResult(const ProviderId &provider, const TestResult &result)
{
    if (provider == m_chosen)
        m_editor->showTestResult(result);
}

void ProvidersPage::take(const Provider &edited)
{
    draft().edit([&edited](Preferences &values) {
        for (Provider &each : values.routes.providers) {
            if (each.id == edited.id)
                each = edited;
        }
    });
    showRows();
}

void ProvidersPage::offerProfiles(QWidget &below)
{
    auto *menu = new QMenu(&below);
    menu->setObjectName(QStringLiteral("profiles"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    bool local = false;
    for (const Profile &profile : profiles()) {
        if (std::exchange(local, profile.local) != profile.local)
            menu->addSection(tr("On this machine"));
        menu->addAction(QString::fromLatin1(profile.name), this, [this, profile] {
            addProvider(QString::fromLatin1(profile.name), profile.dialect, QUrl(QString::fromLatin1(profile.baseUrl)));
        });
    }
    menu->addSeparator();
    menu->addAction(tr("Another server"), this, [this] { addProvider(tr("New server"), Dialect::OpenAi, QUrl(QStringLiteral("http://localhost:8080"))); });
    menu->popup(below.mapToGlobal(QPoint(0, below.height() + 4)));
}

void ProvidersPage::addProvider(const QString &name, Dialect dialect, const QUrl &url)
{
    Provider fresh;
    fresh.id = ProviderId(m_makeId());
    fresh.name = name;
    fresh.dialect = dialect;
    fresh.baseUrl = url;
    draft().edit([&fresh](Preferences &values) { values.routes.providers.push_back(fresh); });
    m_chosen = fresh.id;
    draft().replace(values()); // the chain page offers it too
}

} // namespace breakwater
