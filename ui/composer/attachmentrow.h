// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/attachment.h"

#include <QWidget>

#include <vector>

namespace breakwater {

struct FileChip;
class TextLabel;

/// A file that is on its way into the draft.
struct ComingFile
{
    AttachmentId id;
    QString name;
};

/// The files of a draft, one chip each, in as many lines as they need; below them why another one could not go along.
/// Hidden while there is nothing to show. UI thread.
class AttachmentRow : public QWidget
{
    Q_OBJECT
public:
    explicit AttachmentRow(QWidget *parent = nullptr);

    void setAttachments(const std::vector<Attachment> &attachments, const std::vector<ComingFile> &coming = {});
    /// A sentence about what could not be attached; empty: none.
    void refuse(const QString &sentence);
    [[nodiscard]] QString refusal() const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void removeWanted(const breakwater::AttachmentId &id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addChip(const AttachmentId &id, const FileChip &file);
    /// Puts the chips in lines of `width`, or only measures; the height of it all.
    int place(int width, bool measureOnly) const;
    void refresh();

    std::vector<QWidget *> m_chips;
    TextLabel *m_refusal;
};

} // namespace breakwater
