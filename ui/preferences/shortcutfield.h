// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QKeySequence>

namespace breakwater {

/// Shows the keys of a command. Pressed, it takes the next ones: Esc leaves it as it was, Backspace takes the keys away. UI thread.
class ShortcutField : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ShortcutField(const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] QKeySequence keys() const { return m_keys; }
    void setKeys(const QKeySequence &keys);
    /// Others have them.
    void setWrong(bool wrong);
    [[nodiscard]] bool isListening() const { return m_listens; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// A person pressed these; empty: none shall be. They are shown once setKeys says so.
    void keysChosen(const QKeySequence &keys);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void listen(bool listens);

    QString m_name;
    QKeySequence m_keys;
    bool m_wrong = false;
    bool m_listens = false;
};

} // namespace breakwater
