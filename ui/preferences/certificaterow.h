// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace breakwater {

class Button;
class TextLabel;

/// Whose certificates one provider is trusted by: the system's authorities alone, or those of a file too. UI thread.
///
/// A file that cannot be used is said at once and stays chosen: to drop it silently would change whom a person trusts.
class CertificateRow : public QWidget
{
    Q_OBJECT
public:
    explicit CertificateRow(QWidget *parent = nullptr);

    /// Empty: the system's alone.
    void show(const QString &path);
    using QWidget::show;
    /// A person chose it.
    void use(const QString &path);

Q_SIGNALS:
    void edited(const QString &path);

private:
    void askForFile();

    QLineEdit *m_file = nullptr;
    Button *m_remove = nullptr;
    TextLabel *m_sentence = nullptr;
};

} // namespace breakwater
