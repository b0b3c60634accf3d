// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/instructions.h"
#include "core/route/sampling.h"
#include "ui/style/readingorder.h"

#include <QDialog>

#include <vector>

class QPlainTextEdit;

namespace breakwater {

class SamplingFields;

/// What one model of the chain in use makes of a person's sampling.
struct ModelSampling
{
    QString model; ///< as people read it
    Dialect dialect = Dialect::Anthropic;
    Sampling sampling = Sampling::Unknown;
    friend bool operator==(const ModelSampling &, const ModelSampling &) = default;
};

/// What a person wants of every answer in one conversation: a system prompt and, folded, how the model draws its words.
/// Tells what was given; does not write it down. UI thread.
class InstructionsDialog : public QDialog
{
    Q_OBJECT
public:
    InstructionsDialog(const Instructions &instructions, const std::vector<ModelSampling> &models, QWidget *parent = nullptr);

    [[nodiscard]] Instructions instructions() const;

Q_SIGNALS:
    void given(const breakwater::Instructions &instructions);

protected:
    bool focusNextPrevChild(bool next) override { return moveFocusAsRead(*this, next); }

private:
    void load(const Instructions &instructions);

    QPlainTextEdit *m_system;
    SamplingFields *m_sampling;
};

/// Which of the models take no sampling, and what the others make of it; empty: there is nothing to say. Pure.
[[nodiscard]] QString samplingSentence(const std::vector<ModelSampling> &models);
/// "“Answer in one sentence.”, temperature 0.2": what is set, in a line. Pure.
[[nodiscard]] QString instructionsSummary(const Instructions &instructions);

} // namespace breakwater
