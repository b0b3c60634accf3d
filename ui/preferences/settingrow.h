// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace breakwater {

/// One setting: its name, a sentence, and its controls at the right, above a hairline. UI thread.
class SettingRow : public QWidget
{
    Q_OBJECT
public:
    SettingRow(const QString &title, const QString &sentence, QWidget *parent = nullptr);

    /// Appended at the right; the row owns it.
    void addControl(QWidget *control);
    /// A word between two controls: "up to".
    void addWord(const QString &word);
    /// Whether the name or the sentence has `needle` in it.
    [[nodiscard]] bool matches(const QString &needle) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QHBoxLayout *m_controls = nullptr;
};

} // namespace breakwater
