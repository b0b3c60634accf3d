// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace breakwater {

class TextLabel;

/// One setting: its name, a sentence, and its controls at the right or, where it is narrow, below; above a hairline. UI thread.
class SettingRow : public QWidget
{
    Q_OBJECT
public:
    SettingRow(const QString &title, const QString &sentence, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const { return m_title; }
    /// Appended at the right; the row owns it.
    void addControl(QWidget *control);
    /// A word between two controls: "up to".
    void addWord(const QString &word);
    /// What stands below the name.
    void setSentence(const QString &sentence);
    /// What is wrong with what is set, below the sentence; empty: nothing.
    void setProblem(const QString &sentence);
    /// Is found by these words too.
    void setAlsoFoundBy(const QString &words) { m_also = words; }
    /// Whether the name, the sentence or the words have `needle` in them.
    [[nodiscard]] bool matches(const QString &needle) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    QString m_title;
    TextLabel *m_sentence = nullptr; ///< null where there is none
    QString m_also;
    QVBoxLayout *m_words = nullptr;
    TextLabel *m_problem = nullptr; ///< made when there is one
    QBoxLayout *m_row = nullptr;
    QHBoxLayout *m_controls = nullptr;
};

} // namespace breakwater
