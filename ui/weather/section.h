// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QBoxLayout;

namespace breakwater {

/// A rule of one pixel, across.
class Hairline final : public QWidget
{
    Q_OBJECT
public:
    explicit Hairline(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// Without margins and gaps.
[[nodiscard]] QBoxLayout *tightColumn(QWidget *owner = nullptr);
/// A title, and a note at its right.
[[nodiscard]] QBoxLayout *titleRow(const QString &title, QLabel *note = nullptr);
/// A rule, a title with a note at its right, and what it is about.
[[nodiscard]] QWidget *section(const QString &title, QLabel *note, QWidget *content);

} // namespace breakwater
