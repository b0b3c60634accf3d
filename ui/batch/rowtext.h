// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace breakwater {

/// A text of any length that is read and copied, as high as its lines up to so many; then it scrolls. UI thread.
class RowText : public QPlainTextEdit
{
    Q_OBJECT
public:
    /// Grows: up to all of its lines where there is room.
    enum class Room { AsNeeded, Grows };
    RowText(const QString &name, int mostLines, Room room, QWidget *parent = nullptr);

    /// Keeps the place where it is read when the text is the same.
    void setWhole(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void wear();
    void fit();
    [[nodiscard]] int heightOf(int lines) const;

    int m_mostLines;
    Room m_room;
    QString m_text;
};

} // namespace breakwater
