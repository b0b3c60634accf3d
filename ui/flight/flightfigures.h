// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

namespace breakwater {

class ThemedLabel;

/// Figures in a row, each below its name; as many lines of them as the width asks for. UI thread.
class FlightFigures : public QWidget
{
    Q_OBJECT
public:
    explicit FlightFigures(const QStringList &names, QWidget *parent = nullptr);

    void set(std::size_t index, const QString &figure);
    [[nodiscard]] QString figure(std::size_t index) const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange(width, Move::No); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;

private:
    enum class Move { No, Yes };
    struct Pair
    {
        ThemedLabel *name;
        ThemedLabel *figure;
    };
    void dress();
    /// The height that the figures take up at `width`; moves them there.
    int arrange(int width, Move move) const;

    std::vector<Pair> m_pairs;
};

} // namespace breakwater
