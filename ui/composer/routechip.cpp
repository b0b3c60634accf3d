// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/routechip.h"

#include "ui/keyboard/keysinforce.h"
#include "ui/style/focusring.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/words/faultwords.h"

#include <QActionGroup>
#include <QMenu>
#include <QPainter>

namespace breakwater {

namespace {

constexpr int chipGap = 7;

} // namespace

RouteChoice describeChoice(const RouteTable &table, const ChainId &chain)
{
    if (const auto single = singleRouteOf(chain); single && table.route(*single) != nullptr)
        return {routeName(table, *single), shortRouteName(table, *single), 0};
    const Chain *known = table.chain(chain);
    if (known == nullptr)
        return {};
    const Chain usable = table.usable(*known);
    if (usable.steps.empty())
        return {};
    const RouteId &first = usable.steps.front().route;
    return {routeName(table, first), shortRouteName(table, first), static_cast<int>(usable.steps.size()) - 1};
}

RouteChip::RouteChip(std::function<const RouteTable &()> routes, QWidget *parent)
    : QAbstractButton(parent)
    , m_routes(std::move(routes))
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    FocusRing::attach(this, metrics::controlRadius);
    tipWithKeys(this, tr("Choose model or chain"), ShellCommand::ChooseModel);
    connect(this, &QAbstractButton::clicked, this, &RouteChip::openMenu);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    refresh();
}

void RouteChip::setChain(const ChainId &chain)
{
    m_chain = chain;
    refresh();
}

void RouteChip::refresh()
{
    const RouteChoice choice = describeChoice(m_routes(), m_chain);
    m_model = choice.model.isEmpty() ? tr("No route yet") : choice.model;
    m_rest = choice.fallbacks == 0 ? QString() : choice.fallbacks == 1 ? tr("and 1 fallback") : tr("and %1 fallbacks").arg(choice.fallbacks);
    setAccessibleName(tr("Model or chain: %1").arg(m_rest.isEmpty() ? m_model : QStringLiteral("%1 %2").arg(m_model, m_rest)));
    updateGeometry();
    update();
}

void RouteChip::openMenu()
{
    const RouteTable &table = m_routes();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *group = new QActionGroup(menu);
    const auto offer = [this, menu, group](const QString &text, const ChainId &id, bool checked) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(checked);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id] {
            setChain(id);
            Q_EMIT chosen(id);
        });
    };
    const auto single = singleRouteOf(m_chain);
    const Chain *current = single && table.route(*single) != nullptr ? nullptr : table.chain(m_chain);
    for (const Chain &chain : table.chains) {
        if (singleRouteOf(chain.id))
            continue; // offered below, as "only" that route
        const RouteChoice choice = describeChoice(table, chain.id);
        if (choice.model.isEmpty())
            continue;
        const QString name = chain.name.isEmpty() ? choice.model : chain.name;
        const QString rest = choice.fallbacks == 0 ? tr("%1 alone").arg(choice.model) : choice.fallbacks == 1
            ? tr("%1 and 1 fallback").arg(choice.model)
            : tr("%1 and %2 fallbacks").arg(choice.model).arg(choice.fallbacks);
        offer(name + QLatin1Char('\t') + rest, chain.id, current == &chain);
    }
    bool first = true;
    for (const Route &route : table.routes) {
        const Provider *provider = table.provider(route.provider);
        if (provider == nullptr || !provider->enabled)
            continue;
        if (first)
            menu->addSeparator();
        first = false;
        offer(tr("Only %1").arg(routeName(table, route.id)) + QLatin1Char('\t') + provider->name, chainIdOf(route.id), single == route.id);
    }
    menu->addSeparator();
    menu->addAction(tr("Change chains…"), this, [this] { Q_EMIT preferencesWanted(QStringLiteral("chain")); });
    // Above the chip: the composer stands at the lower end of the window.
    menu->popup(mapToGlobal(QPoint(0, -4 - menu->sizeHint().height())));
}

QString RouteChip::whoAnswers() const
{
    constexpr int named = 3;
    const RouteTable &table = m_routes();
    QStringList names;
    if (const auto single = singleRouteOf(m_chain); single && table.route(*single) != nullptr) {
        names += shortRouteName(table, *single);
    } else if (const Chain *known = table.chain(m_chain)) {
        for (const ChainStep &each : table.usable(*known).steps)
            names += shortRouteName(table, each.route);
    }
    QString words = names.value(0);
    for (int i = 1; i < qMin(names.size(), named); ++i)
        words = tr("%1, then %2").arg(words, names.at(i));
    return words;
}

QSize RouteChip::sizeHint() const
{
    const QFontMetrics font(fontFor(TextRole::Interface));
    int width = 10 + 16 + chipGap + font.horizontalAdvance(m_model) + chipGap + 14 + 8;
    if (!m_rest.isEmpty())
        width += chipGap + font.horizontalAdvance(m_rest);
    constexpr int rounding = 2; // the painter's metrics may say a pixel more, and a whole word would go
    return {width + rounding, qRound(metrics::controlHeight * qMax(1.0, Theme::instance().textScale()))};
}

QSize RouteChip::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void RouteChip::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? tokens.selected : tokens.hover);
        painter.drawRoundedRect(rect(), metrics::controlRadius, metrics::controlRadius);
    }
    paintIcon(painter, Icon::Route, QRectF(10, 0, 16, height()), 16, tokens.text3);
    paintIcon(painter, Icon::ChevronDown, QRectF(width() - 8 - 14, 0, 14, height()), 14, tokens.text3);
    painter.setFont(fontFor(TextRole::Interface));
    QRect rest = rect().adjusted(10 + 16 + chipGap, 0, -(8 + 14 + chipGap), 0);
    const QFontMetrics font = painter.fontMetrics();
    const QString model = font.elidedText(m_model, Qt::ElideRight, rest.width());
    painter.setPen(tokens.text);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, model);
    rest.setLeft(rest.left() + font.horizontalAdvance(model) + chipGap);
    painter.setPen(tokens.text3);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, font.elidedText(m_rest, Qt::ElideRight, qMax(0, rest.width())));
}

} // namespace breakwater
