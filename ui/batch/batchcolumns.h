// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

namespace breakwater {

class Button;

/// The columns of a file as small buttons, in as many lines as the width asks for; of very many the first, and a menu of
/// the rest. UI thread.
class BatchColumns : public QWidget
{
    Q_OBJECT
public:
    explicit BatchColumns(QWidget *parent = nullptr);

    /// Hidden where there are none.
    void setNames(const QStringList &names);
    [[nodiscard]] const QStringList &names() const { return m_names; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override { return {240, heightForWidth(240)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 0}; }

Q_SIGNALS:
    void chosen(const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void openRest();
    /// Where each button goes in that width.
    [[nodiscard]] std::vector<QRect> places(int width) const;
    void place();

    QStringList m_names;
    std::vector<Button *> m_buttons;
};

} // namespace breakwater
