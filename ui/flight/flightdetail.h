// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/chain.h"
#include "core/turn/turnstate.h"

#include <QWidget>

#include <array>

class QPlainTextEdit;
class QScrollArea;

namespace breakwater {

class CopyButton;
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
    enum Fact { Hint, Random, Waited, Budget, BreakerFact, Used, Request };
    static constexpr std::size_t factCount = 7;
    class Card;
    class Mark;

    [[nodiscard]] QWidget *buildFacts();
    [[nodiscard]] QWidget *buildRaw();
    void fill(Fact fact, const QString &text);
    void dress();

    ThemedLabel *m_title;
    Mark *m_mark;
    ThemedLabel *m_result;
    ThemedLabel *m_sentence;
    std::array<ThemedLabel *, factCount> m_names {};
    std::array<ThemedLabel *, factCount> m_facts {};
    QScrollArea *m_left;
    CopyButton *m_copy;
    QPlainTextEdit *m_raw;
    QString m_rawText;
    TurnId m_turn;
    std::size_t m_index = 0;
};

} // namespace breakwater
