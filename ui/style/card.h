// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QWidget>

namespace breakwater {

/// A rounded ground with a hairline border. UI thread.
class Card : public QWidget
{
    Q_OBJECT
public:
    enum class Ground { Raised, Panel };
    enum class Border { Quiet, Clear, Accent, Dashed };

    explicit Card(Ground ground, QWidget *parent = nullptr);

    void setBorder(Border border);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Ground m_ground;
    Border m_border = Border::Quiet;
};

} // namespace breakwater
