// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace breakwater {

class TextLabel;

// What the window of a new batch is put together of. UI thread.

/// Plain text, `least` pixels high at the usual size of text; higher where there is room.
class FieldEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit FieldEdit(int least, QWidget *parent = nullptr);

    /// Shows what can be read and copied, not changed.
    void setShown();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

private:
    int m_least;
};

/// The name of a field, above it.
[[nodiscard]] TextLabel *fieldHeading(const QString &words, QWidget *field);
/// Goes on in a next line.
[[nodiscard]] TextLabel *fieldSentence(const QString &words);
/// The card that a field of many lines stands on.
[[nodiscard]] QWidget *fieldCard(FieldEdit *edit);

} // namespace breakwater
