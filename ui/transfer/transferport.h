// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/chat/transfer.h"

#include <QObject>

#include <vector>

namespace breakwater {

/// What goes out, as what and where to.
struct ExportOrder
{
    std::vector<ConversationId> conversations;
    ExportFormat format = ExportFormat::Markdown;
    /// Of the file; where several conversations become several files, of a folder in which a new one is made for them.
    QString path;
    /// JSON holds them all in one file; so does any format that has only one to hold.
    [[nodiscard]] bool isOneFile() const { return format == ExportFormat::Json || conversations.size() == 1; }
};

/// Who carries conversations out of the history and into it, one order at a time. UI thread; never answers before the
/// call returns.
class TransferPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void exportConversations(const ExportOrder &order) = 0;
    virtual void importFrom(const QString &path) = 0;
    /// What is under way ends soon; what an import brought in stays.
    virtual void cancel() = 0;

Q_SIGNALS:
    void progressed(double share); ///< 0 to 1
    void exported(const breakwater::ExportReport &report);
    void imported(const breakwater::ImportReport &report);
};

} // namespace breakwater
