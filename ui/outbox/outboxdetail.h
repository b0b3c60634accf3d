// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/draft.h"
#include "core/chat/message.h"
#include "core/turn/turnstate.h"
#include "ui/shell/ground.h"

#include <functional>

class QLabel;
class QRadioButton;

namespace breakwater {

class Button;
class IconButton;
class RouteChip;
class TextLabel;

/// One waiting turn: its text, why it waits, and what a person may do about it. UI thread.
class OutboxDetail : public Ground
{
    Q_OBJECT
public:
    /// Where it stands: beside the list, or below it where that is narrow.
    enum class Place { Beside, Below };

    explicit OutboxDetail(std::function<const RouteTable &()> routes, QWidget *parent = nullptr);

    void setPlace(Place place);
    /// How wide it is beside the list, at the present size of text.
    [[nodiscard]] static int widthBeside();

    /// `question` may be null: then the text is not loaded. `hours`: of off-peak, the next; none: there are none.
    void show(const TurnState &turn, const Message *question, const RouteTable &routes, const std::optional<Stretch> &hours, WallTime now);
    [[nodiscard]] const TurnId &turn() const { return m_turn; }
    [[nodiscard]] QString whyText() const;

Q_SIGNALS:
    void sendNowWanted(const breakwater::TurnId &id);
    void timingWanted(const breakwater::TurnId &id, breakwater::Timing timing);
    void chainWanted(const breakwater::TurnId &id, const breakwater::ChainId &chain);
    void chainsWanted(); ///< to be changed
    void editWanted(const breakwater::TurnId &id);
    void deleteWanted(const breakwater::TurnId &id);
    void flightRecordWanted(const breakwater::TurnId &id);

private:
    void wear();
    void fit();
    QRadioButton *addTiming(const QString &name, Timing timing);
    void choose(Timing timing);

    Place m_place = Place::Beside;
    TurnId m_turn;
    Timing m_shown = Timing::Now; ///< when it goes
    TextLabel *m_title;
    TextLabel *m_written;
    QLabel *m_text;
    QWidget *m_mark;
    TextLabel *m_why;
    TextLabel *m_attempts;
    Button *m_flight;
    RouteChip *m_chip; ///< who answers
    QWidget *m_timing; ///< when it shall go
    QRadioButton *m_soon;
    QRadioButton *m_offPeak;
    TextLabel *m_hours;
    QRadioButton *m_batch;
    TextLabel *m_batchWords;
    Button *m_send;
};

} // namespace breakwater
