// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/sample.h"

#include <QWidget>

#include <optional>

class QCheckBox;

namespace breakwater {

class NumberField;
class TextLabel;

/// "Overloaded (529) — after 3 tries": whether a fault of one kind moves a turn on, and after how many. UI thread.
class MoveOnRow : public QWidget
{
    Q_OBJECT
public:
    MoveOnRow(SampleClass which, const QString &name, std::optional<int> tries, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<int> tries() const;

Q_SIGNALS:
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showState();

    SampleClass m_which;
    QCheckBox *m_on = nullptr;
    NumberField *m_tries = nullptr;
    TextLabel *m_after = nullptr;
    TextLabel *m_unit = nullptr;
    TextLabel *m_instead = nullptr;
};

} // namespace breakwater
