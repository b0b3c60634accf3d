// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace breakwater {

class IconButton;

/// The line below a question that has versions: "2 of 3", with the way to the one before and the next. UI thread.
class VersionStrip : public QWidget
{
    Q_OBJECT
public:
    explicit VersionStrip(QWidget *parent = nullptr);

    /// `place` counts from 0.
    void setPlace(std::size_t place, std::size_t count);
    [[nodiscard]] QString words() const { return m_words; }
    [[nodiscard]] static int fixedHeight();

Q_SIGNALS:
    /// -1: the version before; 1: the next one.
    void versionWanted(int by);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QString m_words;
    IconButton *m_before;
    IconButton *m_next;
};

} // namespace breakwater
