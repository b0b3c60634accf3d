// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QWidget>

namespace breakwater {

class Button;
class IconButton;

/// The pill below an answer that took more than one try: "answered by … after 3 attempts, 6.1 s".
class AnswerBadge : public QAbstractButton
{
    Q_OBJECT
public:
    explicit AnswerBadge(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The line below a message: who is writing and Stop; or who answered, with copy and ask again; or that the answer broke
/// off and was asked for anew, with a way to see what came. UI thread.
class AnswerFooter : public QWidget
{
    Q_OBJECT
public:
    enum class State { Writing, Quiet, Badge, SetAside };
    enum class Fold { Folded, Open };

    explicit AnswerFooter(QWidget *parent = nullptr);

    void setState(State state, const QString &words);
    void setSetAside(const QString &words, Fold fold);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString words() const { return m_words; }
    [[nodiscard]] static int fixedHeight();

Q_SIGNALS:
    void flightRecordWanted();
    void copyWanted();
    void foldWanted(breakwater::AnswerFooter::Fold fold);
    void askAgainWanted();
    void stopWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    State m_state = State::Quiet;
    Fold m_fold = Fold::Open;
    QString m_words;
    AnswerBadge *m_badge;
    IconButton *m_copy;
    IconButton *m_again;
    Button *m_stop;
    Button *m_show;
};

} // namespace breakwater
