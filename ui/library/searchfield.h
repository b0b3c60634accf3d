// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace breakwater {

class IconButton;
enum class ShellCommand;

/// A line to search in: a lens before the text, its shortcut behind it while it is empty, and a button for filters at its
/// end. Esc empties it, Down leaves it for the list, Alt+Down is the button. UI thread.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    SearchField(const QString &placeholder, const QString &name, ShellCommand command, QWidget *parent = nullptr);

    /// What it is narrowed by stands in it already.
    void setFiltered(bool filtered);
    [[nodiscard]] IconButton &filterButton() const { return *m_filter; }

Q_SIGNALS:
    void downPressed();
    void filterWanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    ShellCommand m_command; ///< whose keys bring the focus here
    IconButton *m_clear;
    IconButton *m_filter;
};

} // namespace breakwater
