// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/readingorder.h"

#include <QUrl>
#include <QWidget>

class QLineEdit;

namespace breakwater {

class Button;
class StartChoice;
class TextLabel;
class WrappingCheckBox;

/// What a first start shows: three ways to begin, and "Set up later". It keeps nothing: what a person gives goes out by
/// signal, checked; what cannot be used stays in its field with a sentence. UI thread.
class WelcomeView : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomeView(QWidget *parent = nullptr);

    /// While what was given is being tested: nothing can be pressed but "Set up later".
    void setBusy(bool busy);
    /// Why what was given did not work, under the chosen way; already a sentence.
    void showProblem(const QString &sentence);

Q_SIGNALS:
    void keyGiven(const QByteArray &key);
    /// `key` is empty where the server needs none. For an address that is not encrypted, the person agreed to it.
    void serverGiven(const QUrl &baseUrl, const QByteArray &key, const QString &model);
    void simulatorChosen();
    void later();

protected:
    bool focusNextPrevChild(bool next) override { return moveFocusAsRead(*this, next); }
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeKeyFields();
    [[nodiscard]] QWidget *makeServerFields();
    void go();
    void giveKey();
    void giveServer();
    void askForConsent();
    void problem(QLineEdit &field, TextLabel &label, const QString &sentence);
    void clearProblems();
    void fit();

    QWidget *m_poster = nullptr;
    QWidget *m_form = nullptr;
    StartChoice *m_byKey = nullptr;
    StartChoice *m_byServer = nullptr;
    StartChoice *m_bySimulator = nullptr;
    QLineEdit *m_key = nullptr;
    TextLabel *m_keyProblem = nullptr;
    QLineEdit *m_url = nullptr;
    WrappingCheckBox *m_unencrypted = nullptr;
    QLineEdit *m_serverKey = nullptr;
    QLineEdit *m_model = nullptr;
    TextLabel *m_serverProblem = nullptr;
    TextLabel *m_problem = nullptr; // told from outside
    Button *m_go = nullptr;
};

} // namespace breakwater
