// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>
#include <bitset>

class QCheckBox;
class QGridLayout;

namespace breakwater {

/// The days of a week to choose among, in a row that begins as weeks do here; in two rows where it is narrow. UI thread.
class DayField : public QWidget
{
    Q_OBJECT
public:
    /// `name` is read by screen readers before each day.
    explicit DayField(const QString &name, QWidget *parent = nullptr);

    /// Monday first, whatever the week begins with.
    void setDays(std::bitset<7> days);
    [[nodiscard]] std::bitset<7> days() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// By the person.
    void daysChanged(std::bitset<7> days);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QSize sizeIn(int columns) const;
    void place();

    QGridLayout *m_grid;
    std::array<QCheckBox *, 7> m_boxes {}; ///< Monday first
    int m_columns = 0;
};

} // namespace breakwater
