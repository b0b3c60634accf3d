// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/window.h"

#include <QWidget>

#include <array>

namespace breakwater {

class ThemedLabel;

/// How long answers took: to the first token and whole, half of them and the slow end.
class AnswerTimes : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerTimes(QWidget *parent = nullptr);
    void show(const Window &window);

private:
    std::array<ThemedLabel *, 4> m_figures {}; ///< by row: half, most
};

} // namespace breakwater
