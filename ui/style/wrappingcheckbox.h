// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>

namespace breakwater {

/// A check box whose words go on in a next line where it is narrow: a QCheckBox alone makes its window wider. Give it the
/// width of its column. UI thread.
class WrappingCheckBox : public QCheckBox
{
    Q_OBJECT
public:
    explicit WrappingCheckBox(QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void initStyleOption(QStyleOptionButton *option) const override;

private:
    [[nodiscard]] QString wrapped(int width) const;
};

} // namespace breakwater
