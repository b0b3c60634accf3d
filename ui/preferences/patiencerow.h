// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/patience.h"

#include <QWidget>

class QBoxLayout;

namespace breakwater {

class DurationField;

/// How long one provider is waited for: "10 s to connect", "60 s to first token". UI thread.
///
/// What a person did not set shows the policy's value, and follows it; set back to that, it follows again.
class PatienceRow : public QWidget
{
    Q_OBJECT
public:
    explicit PatienceRow(QWidget *parent = nullptr);

    void show(const OwnPatience &own, const PatienceSettings &usual);
    using QWidget::show;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited(const breakwater::OwnPatience &own);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    OwnPatience m_own;
    PatienceSettings m_usual;
    QBoxLayout *m_fields = nullptr; ///< beside each other, or where it is narrow, one above the other
    DurationField *m_connect = nullptr;
    DurationField *m_firstToken = nullptr;
};

} // namespace breakwater
