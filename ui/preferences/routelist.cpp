// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/routelist.h"

#include "ui/preferences/chainedits.h"
#include "ui/preferences/routecard.h"
#include "ui/style/theme.h"
#include "ui/words/modelwords.h"

#include <QPainter>
#include <QVBoxLayout>

namespace breakwater {

namespace {

constexpr int gap = 10;

/// Where a dragged card would go.
class DropLine : public QWidget
{
public:
    explicit DropLine(QWidget *parent)
        : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), Theme::instance().tokens().accent);
    }
};

} // namespace

RouteList::RouteList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_line(new DropLine(this))
    , m_lifted(new QLabel(this))
{
    m_column->setContentsMargins(4, 4, 4, 4);
    m_column->setSpacing(gap);
    m_lifted->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_lifted->hide();
}

void RouteList::show(const RouteTable &table, const Chain &chain, const Catalogue &catalogue)
{
    m_table = table;
    m_chain = chain;
    m_catalogue = catalogue;
    for (RouteCard *card : m_cards) {
        m_column->removeWidget(card);
        card->setParent(nullptr);
        card->deleteLater(); // it may be the one that is speaking
    }
    m_cards.clear();
    for (int place = 0; place < std::ssize(chain.steps); ++place)
        addCard(table, chain, place);
    update();
}

void RouteList::addCard(const RouteTable &table, const Chain &chain, int place)
{
    const ChainStep &step = chain.steps[static_cast<std::size_t>(place)];
    const Route *route = table.route(step.route);
    const Provider *provider = route != nullptr ? table.provider(route->provider) : nullptr;
    QString owner = provider != nullptr ? provider->name : tr("unknown provider");
    if (provider != nullptr && !provider->enabled)
        owner = tr("%1, off").arg(owner);
    else if (provider != nullptr && awaitsConsent(*provider))
        owner = tr("%1, passed by: not encrypted, see Providers").arg(owner);
    const Model *model = route != nullptr ? m_catalogue.model(route->provider, route->model) : nullptr;
    if (const QString end = model != nullptr ? endOfLife(*model) : QString(); !end.isEmpty())
        owner = QStringLiteral("%1 · %2").arg(owner, end);
    const auto fold = m_open == step.route ? RouteCard::Fold::Open : RouteCard::Fold::Folded;
    const RouteCard::EffortChoice effort {model != nullptr ? model->efforts : std::vector<Effort> {}, route != nullptr ? route->effort : std::nullopt};
    auto *card = new RouteCard(step, route != nullptr ? displayName(*route) : tr("Unknown route"), owner, effort,
        {place, static_cast<int>(chain.steps.size())}, fold, this);
    connect(card, &RouteCard::edited, this, [this, place](const ChainStep &edited) {
        m_chain.steps[static_cast<std::size_t>(place)] = edited;
        Q_EMIT stepEdited(place, edited);
    });
    connect(card, &RouteCard::effortChosen, this, [this, id = step.route](std::optional<Effort> chosen) { Q_EMIT effortChosen(id, chosen); });
    connect(card, &RouteCard::foldChanged, this, [this, place](RouteCard::Fold wanted) {
        m_open = wanted == RouteCard::Fold::Open ? std::optional(m_chain.steps[static_cast<std::size_t>(place)].route)
                                                 : std::nullopt;
        show(RouteTable(m_table), Chain(m_chain), Catalogue(m_catalogue));
        focusCard(place);
    });
    connect(card, &RouteCard::moveRequested, this, [this, place](int to) { Q_EMIT stepMoved(place, to); });
    connect(card, &RouteCard::removeRequested, this, [this, place] { Q_EMIT stepRemoved(place); });
    connect(card, &RouteCard::dragged, this, [this, card](const QPoint &at) { drag(*card, at); });
    connect(card, &RouteCard::dropped, this, [this, card](const QPoint &at) { drop(*card, at); });
    m_column->addWidget(card);
    m_cards.push_back(card);
}

void RouteList::focusCard(int place)
{
    if (place >= 0 && place < std::ssize(m_cards))
        m_cards[static_cast<std::size_t>(place)]->setFocus(Qt::OtherFocusReason);
}

int RouteList::gapAt(int y) const
{
    int before = 0;
    for (const RouteCard *card : m_cards)
        before += y > card->geometry().center().y() ? 1 : 0;
    return before;
}

void RouteList::drag(RouteCard &card, const QPoint &globalPosition)
{
    if (!m_lifted->isVisible()) {
        m_lifted->setPixmap(card.grab());
        m_lifted->resize(card.size());
        m_lifted->show();
        m_line->show();
        m_lifted->raise();
        m_line->raise();
    }
    const int y = mapFromGlobal(globalPosition).y();
    m_lifted->move(card.x() + gap, y - qMin(card.height(), 60) / 2);
    const int where = gapAt(y);
    const int lineY = where < std::ssize(m_cards) ? m_cards[static_cast<std::size_t>(where)]->y() - gap / 2
                                                  : m_cards.back()->geometry().bottom() + gap / 2;
    m_line->setGeometry(card.x(), lineY - 1, card.width(), 2);
}

void RouteList::drop(const RouteCard &card, const QPoint &globalPosition)
{
    if (!m_lifted->isVisible())
        return; // pressed and let go, not dragged
    m_lifted->hide();
    m_line->hide();
    const int from = card.index();
    const int where = gapAt(mapFromGlobal(globalPosition).y());
    const int to = where > from ? where - 1 : where;
    if (to != from)
        Q_EMIT stepMoved(from, to);
}

void RouteList::paintEvent(QPaintEvent *)
{
    // The thread that holds the routes together, behind the cards.
    if (m_cards.empty())
        return;
    QPainter painter(this);
    painter.setPen(QPen(Theme::instance().tokens().line2, 1));
    painter.drawLine(49, m_cards.front()->geometry().center().y(), 49, height());
}

} // namespace breakwater
