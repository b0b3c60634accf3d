// SPDX-License-Identifier: GPL-3.0-or-later
// How the window closes, hides and lets the program end.
#include "ui/batch/newbatchwindow.h"
#include "ui/composer/draftkeeper.h"
#include "ui/shell/conversationpane.h"
#include "ui/shell/deletion.h"
#include "ui/shell/mainwindow.h"

#include <QCloseEvent>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace breakwater {

/// What the end of the program would interrupt or put off; empty: nothing.
QString MainWindow::closingQuestion() const
{
    int arriving = 0;
    int waiting = 0;
    int retrying = 0;
    int putOff = 0;
    for (const TurnState *turn : m_services.outbox.unsettled()) {
        // What was never sent, since its key is waited for, goes by itself after the next start.
        const bool unsent = turn->awaits != KeyWait::None && turn->attempts.size() == 1;
        if (turn->phase == TurnPhase::Streaming || (turn->phase == TurnPhase::Sending && !unsent))
            ++arriving;
        else if (turn->isInBatch())
            continue; // the provider goes on with it
        else if (turn->awaitsHours())
            ++putOff;
        else if (turn->phase == TurnPhase::Kept || turn->phase == TurnPhase::Accepted)
            ++waiting;
        else if (turn->phase == TurnPhase::Waiting)
            ++retrying; // it may have been answered: it never goes again by itself
    }
    QStringList sentences;
    if (arriving > 0)
        sentences += arriving == 1 ? tr("1 answer is arriving. It stops and is kept.") : tr("%1 answers are arriving. They stop and are kept.").arg(arriving);
    if (waiting > 0)
        sentences += waiting == 1 ? tr("1 turn waits in the outbox. It goes after the next start.") : tr("%1 turns wait in the outbox. They go after the next start.").arg(waiting);
    if (putOff > 0)
        sentences += putOff == 1 ? tr("1 turn waits for its off-peak hours. It goes in them only while Breakwater runs.")
                                 : tr("%1 turns wait for their off-peak hours. They go in them only while Breakwater runs.").arg(putOff);
    if (retrying > 0)
        sentences += retrying == 1 ? tr("1 turn is about to be tried again. After the next start it asks before it goes.")
                                   : tr("%1 turns are about to be tried again. After the next start they ask before they go.").arg(retrying);
    if (m_newBatch && m_newBatch->isMaking())
        sentences += tr("A batch is being written down. It is not sent if Breakwater ends now.");
    return sentences.join(QLatin1Char('\n'));
}

/// Never blocks: a question of its own comes back by closing once more.
bool MainWindow::mayClose()
{
    const QString question = closingQuestion();
    if (m_mayClose || question.isEmpty())
        return true;
    const auto stay = [this] {
        m_quits = false;
        Q_EMIT stays();
    };
    if (m_confirm) {
        const bool agreed = m_confirm(question);
        if (!agreed)
            stay();
        return agreed;
    }
    if (m_closingBox) {
        m_closingBox->activateWindow(); // it asks already
        return false;
    }
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Quit Breakwater"), question, QMessageBox::Cancel, this);
    QPushButton *quit = box->addButton(tr("Quit"), QMessageBox::AcceptRole);
    quit->setObjectName(QStringLiteral("quitNow"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    m_closingBox = box;
    connect(box, &QMessageBox::buttonClicked, this, [this, quit, stay](const QAbstractButton *chosen) {
        if (chosen != quit) {
            stay();
            return;
        }
        m_mayClose = true;
        close();
    });
    box->open();
    return false;
}

void MainWindow::quit()
{
    // A hidden window gets no close event, and a question stands before its window.
    if (isHidden() && closingQuestion().isEmpty()) {
        putAway();
        Q_EMIT quitWanted();
        return;
    }
    m_quits = true;
    show();
    close();
}

/// What a person left here is written down.
void MainWindow::putAway()
{
    m_pane->drafts().flush();
    m_deletion->finish();
    Q_EMIT closing();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool hides = m_runsOn && !m_quits;
    if (!hides && !mayClose()) {
        event->ignore();
        return;
    }
    m_mayClose = false;
    putAway();
    QMainWindow::closeEvent(event);
    if (std::exchange(m_quits, false))
        Q_EMIT quitWanted();
}

} // namespace breakwater
