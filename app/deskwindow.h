// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tokencounter.h"
#include "ui/shell/shellservices.h"

namespace breakwater {

class Engine;
class MainWindow;

/// One main window, and what ties it to the Engine. Borrows that; UI thread.
class DeskWindow : public QObject
{
    Q_OBJECT
public:
    /// `number`: from 1 on, and no other open window's. By it a draft of a conversation that has not begun finds its window again.
    DeskWindow(Engine &engine, const ShellServices &services, int number);
    ~DeskWindow() override;

    [[nodiscard]] MainWindow &window() const { return *m_window; }
    [[nodiscard]] int number() const { return m_number; }
    /// A draft as it was kept; what is another window's alone is left to that.
    void restoreDraft(const ConversationId &keptAs, const Writing &writing);
    /// What a count of what is written now would ask; none: nothing is to be counted.
    [[nodiscard]] std::optional<TokenCounter::Wanted> countWanted() const;

Q_SIGNALS:
    /// To be kept under that id.
    void draftChanged(const breakwater::ConversationId &keptAs, const breakwater::Writing &writing);

private:
    void connectStore();
    void connectCounter();

    Engine &m_engine;
    int m_number;
    std::unique_ptr<MainWindow> m_window;
    TokenCounter m_counter;
};

/// Under which id the draft of the conversation that has not begun is kept, of the window with this number. The first one's is
/// empty.
[[nodiscard]] ConversationId newDraftId(int window);
/// The window whose it is; none: it is a conversation's.
[[nodiscard]] std::optional<int> windowOfNewDraft(const ConversationId &keptAs);

} // namespace breakwater
