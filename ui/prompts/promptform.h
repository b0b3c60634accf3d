// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/prompts/prompt.h"

#include <QDialog>

#include <vector>

class QLineEdit;

namespace breakwater {

/// Asks for what a prompt leaves open. UI thread.
class PromptForm : public QDialog
{
    Q_OBJECT
public:
    /// `values` are there to begin with, by the names of variables.
    PromptForm(const Prompt &prompt, const QHash<QString, QString> &values, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The prompt with all that was filled in.
    void filled(const QString &text);

private:
    void take();

    Prompt m_prompt;
    std::vector<std::pair<QString, QLineEdit *>> m_fields;
};

} // namespace breakwater
