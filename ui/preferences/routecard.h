// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/route/chain.h"
#include "ui/style/card.h"

namespace breakwater {

class DurationField;
class IconButton;
class MoveOnRow;

/// One step of a chain as a card: folded to a line, or open with its conditions. Edits go out by signal. UI thread.
///
/// Alt+Up and Alt+Down move it, and so does dragging it by its handle: `dragged` tells the place of the pointer while
/// the button is held, `dropped` the end.
class RouteCard : public Card
{
    Q_OBJECT
public:
    enum class Fold { Folded, Open };
    struct Place
    {
        int index = 0;
        int count = 1;
    };

    /// How hard the model can be asked to try, and is.
    struct EffortChoice
    {
        std::vector<Effort> offered;
        std::optional<Effort> chosen;
    };

    RouteCard(const ChainStep &step, const QString &name, const QString &provider, const EffortChoice &effort, Place place,
        Fold fold, QWidget *parent = nullptr);

    [[nodiscard]] int index() const { return m_place.index; }
    [[nodiscard]] const ChainStep &step() const { return m_step; }
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited(const breakwater::ChainStep &step);
    void effortChosen(std::optional<breakwater::Effort> effort);
    void foldChanged(breakwater::RouteCard::Fold fold);
    void moveRequested(int to);
    void removeRequested();
    void dragged(const QPoint &globalPosition);
    void dropped(const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHead(const QString &name, const QString &provider, Fold fold);
    [[nodiscard]] QWidget *makeConditions(const EffortChoice &effort);
    [[nodiscard]] QWidget *makeEffort(const EffortChoice &effort);
    void takeConditions();

    ChainStep m_step;
    Place m_place;
    QWidget *m_handle = nullptr;
    QWidget *m_waitCaption = nullptr; ///< goes first where there is too little room
    DurationField *m_wait = nullptr;
    MoveOnRow *m_overloaded = nullptr;
    MoveOnRow *m_serverError = nullptr;
    MoveOnRow *m_network = nullptr;
    MoveOnRow *m_ownLimit = nullptr;
    bool m_dragging = false;
};

/// "529 after 2 tries, 5xx after 1, network after 2": what a folded card says of its step.
[[nodiscard]] QString conditionsText(const ChainStep &step);

} // namespace breakwater
