// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchanswerer.h"

#include "core/route/sampling.h"
#include "ui/batch/batchfields.h"
#include "ui/composer/instructionsdialog.h"
#include "ui/composer/samplingfields.h"
#include "ui/style/button.h"
#include "ui/style/textlabel.h"
#include "ui/words/faultwords.h"

#include <QComboBox>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace breakwater {

namespace {

constexpr int leastSystemHeight = 48;

} // namespace

BatchAnswerer::BatchAnswerer(std::function<const RouteTable &()> routes, std::function<const Catalogue &()> catalogue, QWidget *parent)
    : QWidget(parent)
    , m_routes(std::move(routes))
    , m_catalogue(std::move(catalogue))
    , m_model(new QComboBox)
    , m_noModel(fieldSentence(tr("Nobody here takes batches: of all providers that Breakwater speaks with, only Anthropic’s API has them. The others can be asked off-peak, from the arrow beside Send.")))
    , m_system(new FieldEdit(leastSystemHeight))
    , m_sampling(new SamplingFields(SamplingFields::Hints::Wrapped))
{
    m_model->setObjectName(QStringLiteral("model"));
    m_model->setAccessibleName(tr("Model"));
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_noModel->setObjectName(QStringLiteral("noModel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(fieldHeading(tr("Model"), m_model));
    column->addWidget(m_model, 0, Qt::AlignLeft);
    column->addWidget(m_noModel);
    column->addSpacing(12);
    addInstructions(*column);
    connect(m_model, &QComboBox::activated, this, [this] {
        refreshSampling();
        Q_EMIT changed();
    });
    connect(m_system, &QPlainTextEdit::textChanged, this, &BatchAnswerer::changed);
    connect(m_sampling, &SamplingFields::changed, this, &BatchAnswerer::changed);
    refreshRoutes();
}

void BatchAnswerer::addInstructions(QVBoxLayout &column)
{
    m_system->setObjectName(QStringLiteral("system"));
    m_system->setAccessibleName(tr("System prompt"));
    m_system->setPlaceholderText(tr("Nothing: the model answers as it does by itself"));
    column.addWidget(fieldHeading(tr("System prompt"), m_system));
    column.addWidget(fieldCard(m_system), 1);
    auto *more = new Button(Button::Kind::Quiet, tr("How it answers"));
    more->setObjectName(QStringLiteral("more"));
    more->setSize(Button::Size::Small);
    const auto unfold = [this, more](bool open) {
        m_sampling->setVisible(open);
        more->setLeadingIcon(open ? Icon::ChevronDown : Icon::ChevronRight);
    };
    column.addWidget(more, 0, Qt::AlignLeft);
    column.addWidget(m_sampling);
    m_sampling->setObjectName(QStringLiteral("sampling"));
    m_sampling->load({});
    unfold(false);
    connect(more, &QAbstractButton::clicked, this, [this, unfold] {
        unfold(m_sampling->isHidden());
        QTimer::singleShot(0, this, &BatchAnswerer::seeSampling); // it has no place yet
    });
}

void BatchAnswerer::seeSampling()
{
    for (QWidget *above = parentWidget(); above != nullptr && m_sampling->isVisible(); above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(m_sampling);
    }
}

RouteId BatchAnswerer::route() const
{
    return RouteId(m_model->currentData().toString());
}

Instructions BatchAnswerer::instructions() const
{
    Instructions instructions;
    instructions.system = m_system->toPlainText().trimmed();
    m_sampling->take(instructions);
    return instructions;
}

void BatchAnswerer::refreshRoutes()
{
    const RouteTable &table = m_routes();
    const std::vector<RouteId> routes = batchRoutes(table);
    const auto providerOf = [&table](const RouteId &id) { return table.route(id)->provider; };
    const bool isOne = std::all_of(routes.begin(), routes.end(), [&](const RouteId &each) { return providerOf(each) == providerOf(routes.front()); });
    std::vector<std::pair<QString, QString>> wanted;
    for (const RouteId &each : routes)
        wanted.emplace_back(each.text(), isOne ? routeName(table, each) : tr("%1 – %2").arg(routeName(table, each), providerName(table, each)));
    const RouteId before = route();
    if (wanted != m_offered) {
        m_model->clear();
        for (const auto &[id, name] : wanted)
            m_model->addItem(name, id);
        m_model->setCurrentIndex(std::max(m_model->findData(before.text()), routes.empty() ? -1 : 0));
        m_offered = std::move(wanted);
    }
    m_model->setVisible(!routes.empty());
    m_noModel->setVisible(routes.empty());
    refreshSampling();
    if (route() != before)
        Q_EMIT changed();
}

void BatchAnswerer::refreshSampling()
{
    const RouteTable &table = m_routes();
    const Route *chosen = table.route(route());
    const Provider *provider = chosen != nullptr ? table.provider(chosen->provider) : nullptr;
    if (provider == nullptr) {
        m_sampling->setTaken(true);
        m_sampling->setSentence({});
        return;
    }
    const Sampling sampling = samplingOf(*provider, chosen->model, m_catalogue().provider(provider->id));
    const QString model = routeName(table, chosen->id);
    m_sampling->setTaken(sampling != Sampling::Refused);
    m_sampling->setSentence(sampling == Sampling::Refused ? tr("%1 takes neither temperature nor top p. Rows are asked without them.").arg(model)
                                                          : samplingSentence({{model, provider->dialect, sampling}}));
}

} // namespace breakwater
