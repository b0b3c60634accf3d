// SPDX-License-Identifier: GPL-3.0-or-later
// The windows of batches.
#include "core/chat/prompttemplate.h"
#include "ui/batch/batchwindow.h"
#include "ui/batch/newbatchwindow.h"
#include "ui/composer/composer.h"
#include "ui/outbox/outboxpage.h"
#include "ui/shell/conversationpane.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/placement.h"

namespace breakwater {

void MainWindow::showBatch(const BatchId &id)
{
    if (m_services.batches == nullptr || m_services.batchPort == nullptr || m_services.batches->batch(id) == nullptr)
        return;
    if (!m_batch) {
        m_batch = std::make_unique<BatchWindow>(*m_services.batches, m_services.ledger, *m_services.batchPort, m_services.routes, m_services.time);
        connect(m_batch.get(), &BatchWindow::conversationWanted, this, [this](const ConversationId &conversation) {
            showConversation(conversation);
            bringToFront();
        });
    }
    m_batch->show(id);
    keepOnScreen(*m_batch);
    m_batch->show();
    m_batch->raise();
    m_batch->activateWindow();
}

void MainWindow::newBatch()
{
    if (m_services.batches == nullptr)
        return;
    if (!m_newBatch) {
        m_newBatch = std::make_unique<NewBatchWindow>(*m_services.batches, m_services.routes, m_services.catalogue, m_services.ledger, m_services.time);
        connect(m_newBatch.get(), &NewBatchWindow::begun, this, [this](const BatchId &id) {
            showOutbox();
            m_outboxPage->select(id);
            bringToFront();
        });
    }
    keepOnScreen(*m_newBatch);
    // A prompt with variables that stands in the composer was perhaps written for this.
    const QString written = m_pane->composer().text();
    m_newBatch->openWith(m_newBatch->hasPrompt() || variablesIn(written).isEmpty() ? QString() : written);
}

} // namespace breakwater
