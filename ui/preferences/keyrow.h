// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/keyport.h"

#include <QWidget>

class QLineEdit;

namespace breakwater {

class Button;
class TextLabel;

/// One key that is kept: masked, with where it is and what can be done with it. UI thread.
class KeyRow : public QWidget
{
    Q_OBJECT
public:
    /// `named` shows the key's name too: for a provider that has several.
    enum class Named { No, Yes };
    KeyRow(const ShownKey &key, Named named, QWidget *parent = nullptr);

    [[nodiscard]] const QString &name() const { return m_name; }
    /// The row is at work: it says `sentence` and takes nothing.
    void showBusy(const QString &sentence);
    void showProblem(const QString &sentence);

Q_SIGNALS:
    void replaceWanted(const QString &name);
    void removeWanted(const QString &name);
    void unlockWanted();

private:
    QString m_name;
    Button *m_replace = nullptr;
    Button *m_remove = nullptr;
    Button *m_unlock = nullptr;
    TextLabel *m_sentence = nullptr;
};

} // namespace breakwater
