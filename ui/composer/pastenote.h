// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/composer/composernote.h"

namespace breakwater {

/// Says that a long text that was pasted goes along as a file, and offers to put it into the text instead. UI thread.
class PasteNote : public ComposerNote
{
    Q_OBJECT
public:
    explicit PasteNote(QWidget *parent = nullptr);

    void offer(const AttachmentId &file, const QString &pasted);
    /// What the offer is about; empty: there is none.
    [[nodiscard]] const AttachmentId &file() const { return m_file; }
    void forget();

Q_SIGNALS:
    void textWanted(const breakwater::AttachmentId &insteadOf, const QString &pasted);

private:
    AttachmentId m_file;
    QString m_pasted;
};

} // namespace breakwater
