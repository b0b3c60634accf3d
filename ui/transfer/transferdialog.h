// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/readingorder.h"
#include "ui/transfer/transferport.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QPlainTextEdit;
class QProgressBar;

namespace breakwater {

class Button;
class TextLabel;

/// Where a file or folder comes from: asks a person, and answers later or never.
using AskForPath = std::function<void(QWidget *parent, const ExportOrder &order, const QString &suggested, std::function<void(const QString &)> chosen)>;
using AskForImport = std::function<void(QWidget *parent, bool folder, std::function<void(const QString &)> chosen)>;
/// With the system's own windows, which do not block.
[[nodiscard]] AskForPath systemAskForPath();
[[nodiscard]] AskForImport systemAskForImport();

/// One export or one import: what, where, how far it is, and what came of it. Does not block the window. Deletes itself
/// when it is closed; what is under way is cancelled then. UI thread.
class TransferDialog : public QDialog
{
    Q_OBJECT
public:
    /// An export of these; `title` names the file that one becomes.
    TransferDialog(TransferPort &port, std::vector<ConversationId> conversations, const QString &title, AskForPath ask, QWidget *parent = nullptr);
    /// An import.
    TransferDialog(TransferPort &port, AskForImport ask, QWidget *parent = nullptr);
    ~TransferDialog() override;

protected:
    bool focusNextPrevChild(bool next) override { return moveFocusAsRead(*this, next); }

private:
    void build(const QString &heading, const QString &sentence);
    void begin();
    void end(const QString &sentence, const QStringList &lines);
    [[nodiscard]] ExportOrder order() const;
    void choosePath();

    TransferPort &m_port;
    std::vector<ConversationId> m_conversations;
    QString m_title;
    AskForPath m_askForPath;
    QComboBox *m_format = nullptr; ///< of an export
    TextLabel *m_sentence = nullptr;
    QProgressBar *m_progress = nullptr;
    QPlainTextEdit *m_list = nullptr;
    Button *m_copy = nullptr;
    Button *m_close = nullptr;
    std::vector<Button *> m_starts;
    bool m_running = false;
};

} // namespace breakwater
