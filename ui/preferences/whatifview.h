// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/preferencesdraft.h"
#include "ui/preferences/previewscroll.h"
#include "ui/preferences/whatifrunner.h"

#include <QTimer>

class QComboBox;
class QGridLayout;

namespace breakwater {

class AnswerBars;
class AnsweredChart;
class TextLabel;

/// "What if": the last hour, day or week again, under the settings in force and under those being edited. Computed on
/// another thread, a moment after the last edit, while it can be seen. UI thread.
class WhatIfView : public PreviewScroll
{
    Q_OBJECT
public:
    /// The samples of the last `range`.
    using Recorded = std::function<std::vector<Sample>(Duration range)>;
    enum class State {
        Idle, ///< nothing to meet again
        TooLittle,
        Computing,
        Ready,
    };

    explicit WhatIfView(const PreferencesDraft &draft, QWidget *parent = nullptr);

    void setRecordedWeather(Recorded recorded);
    /// Which chain the turns follow.
    void setChain(const ChainId &chain);
    [[nodiscard]] State state() const { return m_state; }

    static constexpr int fewestTurns = 20; ///< fewer say too little

Q_SIGNALS:
    void stateChanged(breakwater::WhatIfView::State state);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Figure
    {
        TextLabel *now = nullptr;
        TextLabel *changed = nullptr;
    };
    [[nodiscard]] QWidget *makeFigures();
    void addFigure(QGridLayout &grid, const QString &title, Figure &figure);
    [[nodiscard]] QWidget *makeCourse();
    void soon();
    void compute();
    void take(const WhatIfAnswer &answer);
    void enter(State state);
    void write(const Figure &figure, const QString &now, const std::optional<QString> &changed);
    [[nodiscard]] ReplaySettings settingsOf(const Preferences &preferences) const;
    [[nodiscard]] std::map<RouteId, QString> names() const;

    const PreferencesDraft &m_draft;
    WhatIfRunner m_runner;
    QTimer m_pause; // after the last edit
    Recorded m_recorded;
    ChainId m_chain;
    State m_state = State::Idle;
    bool m_stale = true; // what is shown is of other settings
    bool m_filled = false; // figures of some time are shown
    QComboBox *m_range = nullptr;
    TextLabel *m_sentence = nullptr;
    QWidget *m_figures = nullptr;
    Figure m_answered;
    Figure m_half;
    Figure m_slow;
    Figure m_requests;
    Figure m_left;
    QWidget *m_legend = nullptr; // of the chart; without changes there is one line
    AnsweredChart *m_course = nullptr;
    AnswerBars *m_bars = nullptr;
    TextLabel *m_estimated = nullptr;
};

} // namespace breakwater
