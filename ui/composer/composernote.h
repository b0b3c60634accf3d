// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractButton;
class QHBoxLayout;

namespace breakwater {

class TextLabel;

/// A line in the composer above what is written: a sentence, and what can be done about it. Hidden while it has none. UI thread.
class ComposerNote : public QWidget
{
    Q_OBJECT
public:
    explicit ComposerNote(QWidget *parent = nullptr);

    /// What it says; empty while it is hidden.
    [[nodiscard]] QString text() const;
    void setText(const QString &text);

protected:
    void add(QAbstractButton *button);

private:
    TextLabel *m_words;
    QHBoxLayout *m_row;
};

} // namespace breakwater
