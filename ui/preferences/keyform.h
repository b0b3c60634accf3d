// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/keyport.h"
#include "ui/style/tokens.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace breakwater {

class Button;
class TextLabel;

/// A field to paste a key into, its name where it is one of several, and a choice of its place. It says what was given
/// by signal, and keeps it until it is told that the key is kept. UI thread.
class KeyForm : public QWidget
{
    Q_OBJECT
public:
    explicit KeyForm(QWidget *parent = nullptr);

    /// Begins anew. `name` is proposed, and can be changed when `nameTaken` (names of the other keys) says that it
    /// is one of several; `cancellable` when there is something to go back to.
    void begin(const QString &name, const QStringList &nameTaken, bool renamable, bool cancellable);
    /// Offers these places, the best one first; keeps what was chosen, if it is still there.
    void setPlaces(const std::vector<KeyPlace> &places);
    void showBusy();
    /// Nobody waits any more for what was given; it is still there.
    void stopWaiting();
    /// What was given is still there.
    void showProblem(const QString &sentence);
    void focusKey();

Q_SIGNALS:
    void given(const QString &name, const QByteArray &key, breakwater::KeyPlace place);
    void cancelled();

private:
    void keep();
    void setBusy(bool busy);
    void say(const QString &sentence, QColor Tokens::*color);

    QStringList m_taken;
    bool m_cancellable = false;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_field = nullptr;
    Button *m_keep = nullptr;
    Button *m_cancel = nullptr;
    QComboBox *m_place = nullptr;
    TextLabel *m_sentence = nullptr;
    QString m_calm; ///< what it says while nothing is wrong
};

} // namespace breakwater
