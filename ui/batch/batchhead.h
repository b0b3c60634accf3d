// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batch.h"
#include "ui/words/faultwords.h"

#include <QWidget>

class QBoxLayout;
class QLineEdit;

namespace breakwater {

class Button;
class IconButton;
class TextLabel;

/// What a batch is, how far it is and what it cost, and what may be done with it as a whole. UI thread.
class BatchHead : public QWidget
{
    Q_OBJECT
public:
    explicit BatchHead(QWidget *parent = nullptr);

    using QWidget::show;
    /// `underWay`: the provider works on it, or will. `context` has the names of its provider and model.
    void show(const Batch &batch, bool underWay, const FaultContext &context, WallTime now);
    /// The title is being changed.
    [[nodiscard]] bool isRenaming() const;
    void stopRenaming();
    [[nodiscard]] Button &exportButton() const { return *m_export; }

Q_SIGNALS:
    void renamed(const QString &title);
    void lookWanted();
    void cancelWanted();
    void deleteWanted();
    void exportWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Landed;
    void startRenaming();
    void place();

    QString m_whole; ///< the title, which is cut where it has no room
    QBoxLayout *m_row; ///< the title, and the buttons beside or below it
    TextLabel *m_title;
    IconButton *m_rename;
    QLineEdit *m_name;
    TextLabel *m_when;
    TextLabel *m_counts;
    Landed *m_landed;
    TextLabel *m_progress;
    Button *m_look;
    Button *m_cancel;
    Button *m_export;
    IconButton *m_delete;
};

} // namespace breakwater
