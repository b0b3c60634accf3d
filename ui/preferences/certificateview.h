// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/certificate.h"

#include <QWidget>

namespace breakwater {

/// A certificate that a server showed: folded to "Show certificate", or open with what people compare. UI thread.
class CertificateView : public QWidget
{
    Q_OBJECT
public:
    explicit CertificateView(const CertificateFacts &certificate, QWidget *parent = nullptr);
};

} // namespace breakwater
