// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/chain.h"
#include "core/turn/turnstate.h"

#include <QWidget>

#include <array>

class QGridLayout;
class QPlainTextEdit;

namespace breakwater {

class ThemedLabel;

/// One attempt in full: what happened, the parts of the wait, budget and breaker, and the raw response. UI thread.
class FlightDetail : public QWidget
{
    Q_OBJECT
public:
    explicit FlightDetail(QWidget *parent = nullptr);

    void show(const TurnState &turn, std::size_t attempt, const RouteTable &routes);
    [[nodiscard]] QString raw() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum Fact { Hint, Random, Waited, Budget, BreakerFact, Used };
    static constexpr std::size_t factCount = 6;
    class Card;
    class Mark;

    void fill(Fact fact, const QString &text);
    void dress();

    ThemedLabel *m_title;
    Mark *m_mark;
    ThemedLabel *m_result;
    ThemedLabel *m_sentence;
    std::array<ThemedLabel *, factCount> m_names {};
    std::array<ThemedLabel *, factCount> m_facts {};
    QPlainTextEdit *m_raw;
};

} // namespace breakwater
