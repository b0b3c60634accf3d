// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/testresult.h"

#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace breakwater {

class Button;
class TextLabel;

/// The connection test of a provider: a button, a line for each stage with its time, and what the key may. UI thread.
class TestView : public QWidget
{
    Q_OBJECT
public:
    explicit TestView(QWidget *parent = nullptr);

    /// Nothing was tested yet.
    void clear();
    void showRunning();
    void show(const TestResult &result);
    using QWidget::show;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void requested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void dropLines();
    void addLine(const TestStep &step);
    void showLimits(const TestResult &result);

    TextLabel *m_state = nullptr;
    Button *m_test = nullptr;
    QBoxLayout *m_found = nullptr; ///< lines and limits beside each other, or where it is narrow, one above the other
    QVBoxLayout *m_lines = nullptr;
    QVBoxLayout *m_limits = nullptr;
};

/// "Key accepted", "The key was refused": what a stage came to, as a sentence.
[[nodiscard]] QString sentenceFor(const TestStep &step);

} // namespace breakwater
