// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/chain.h"

#include <QAbstractButton>

#include <functional>

namespace breakwater {

/// What a turn would be sent to.
struct RouteChoice
{
    QString model; ///< of the first route, as people read it; empty when there is no route
    QString shortModel; ///< without the maker
    int fallbacks = 0;
};
[[nodiscard]] RouteChoice describeChoice(const RouteTable &table, const ChainId &chain);

/// The chip in the composer: the model that answers first and how many stand by. Its menu lists chains and single
/// routes. UI thread.
class RouteChip : public QAbstractButton
{
    Q_OBJECT
public:
    explicit RouteChip(std::function<const RouteTable &()> routes, QWidget *parent = nullptr);

    void setChain(const ChainId &chain);
    [[nodiscard]] const ChainId &chain() const { return m_chain; }
    /// Reads the route table again.
    void refresh();
    void openMenu();
    /// "Sonnet 4.5, then Haiku 4.5, then Local": of a long chain its first three.
    [[nodiscard]] QString whoAnswers() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const breakwater::ChainId &chain);
    void preferencesWanted(const QString &page);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::function<const RouteTable &()> m_routes;
    ChainId m_chain;
    QString m_model;
    QString m_rest;
};

} // namespace breakwater
