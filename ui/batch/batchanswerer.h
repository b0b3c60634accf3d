// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batch/batchdraft.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QVBoxLayout;

namespace breakwater {

class FieldEdit;
class SamplingFields;
class TextLabel;

/// Who answers the rows of a batch, and how: model, system prompt, and, folded, how it draws its words. UI thread.
class BatchAnswerer : public QWidget
{
    Q_OBJECT
public:
    BatchAnswerer(std::function<const RouteTable &()> routes, std::function<const Catalogue &()> catalogue, QWidget *parent = nullptr);

    /// Empty: nobody here takes batches.
    [[nodiscard]] RouteId route() const;
    [[nodiscard]] Instructions instructions() const;
    /// Reads the route table again.
    void refreshRoutes();

Q_SIGNALS:
    void changed();

private:
    void addInstructions(QVBoxLayout &column);
    void refreshSampling();
    void seeSampling();

    std::function<const RouteTable &()> m_routes;
    std::function<const Catalogue &()> m_catalogue;
    std::vector<std::pair<QString, QString>> m_offered; // routes and their names
    QComboBox *m_model;
    TextLabel *m_noModel;
    FieldEdit *m_system;
    SamplingFields *m_sampling;
};

} // namespace breakwater
