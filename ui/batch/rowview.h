// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QTableView>

namespace breakwater {

class RowTable;

/// The table of a batch's rows. What is read stays where it is while rows come and go; arrows choose a row, Enter opens
/// it. UI thread.
class RowView : public QTableView
{
    Q_OBJECT
public:
    /// The table outlives it.
    explicit RowView(RowTable &rows, QWidget *parent = nullptr);

    /// Chooses the row with this number, or none where it is not among them; `false` then.
    bool choose(qint64 number);

Q_SIGNALS:
    void opened();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;

private:
    void wear();
    void fitColumns();
    void tellSeen();
    void hold();
    void restore();

    RowTable &m_rows;
    QPersistentModelIndex m_top; ///< the first row that is seen, while rows come and go
    int m_offset = 0; ///< of its upper edge, in the viewport
};

} // namespace breakwater
