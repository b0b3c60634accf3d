// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/library/conversationlist.h"

#include <QListView>
#include <QTimer>

#include <optional>

class QLabel;

namespace breakwater {

/// The conversations as a list, and dragging among them: to Pinned, into a folder, to the archive, and back to its day.
///
/// What is dragged is lifted and follows the pointer; the section that would take it has a ground and an accent border.
/// Within a section the newest stands first, so that a section is all there is to choose. Esc, or letting go elsewhere, leaves
/// everything as it was. UI thread.
class ConversationView : public QListView
{
    Q_OBJECT
public:
    /// `list` must outlive the view.
    explicit ConversationView(ConversationList &list, QWidget *parent = nullptr);

    /// Where what is dragged would go now; none: nowhere else.
    [[nodiscard]] std::optional<Section> target() const { return m_target; }

Q_SIGNALS:
    void dropped(const breakwater::ConversationId &id, const breakwater::Section &section);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void lift(const QModelIndex &index);
    void follow();
    void scrollAlong();
    void letGo();
    [[nodiscard]] QRect sectionRect(const Section &section) const;

    ConversationList &m_list;
    ConversationId m_pressed; ///< under the held button
    QPoint m_from; ///< where the button went down
    QPoint m_pointer;
    QLabel *m_lifted; ///< visible while something is dragged
    QTimer m_scroll; ///< while the pointer is at an edge
    std::optional<Section> m_target;
};

} // namespace breakwater
