// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/transport.h"
#include "core/route/catalogue.h"
#include "core/route/provider.h"

#include <QObject>

namespace breakwater {

/// Reads providers' lists of models into the catalogue, page by page. A list that cannot be read leaves what was known.
/// UI thread.
class ModelReader : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    ModelReader(Transport &transport, Alarms &alarms, const TimeSource &time, Catalogue &catalogue, QObject *parent = nullptr);
    ~ModelReader() override;

    /// Begins, if it is not under way for that provider.
    void read(const Provider &provider, const QByteArray &key);
    /// The list was not read within the last day.
    [[nodiscard]] bool isStale(const ProviderId &provider) const;

Q_SIGNALS:
    void changed(const breakwater::ProviderId &provider);

private:
    struct Reading;
    void ask(const std::shared_ptr<Reading> &reading, const QString &after);
    void takePage(const std::shared_ptr<Reading> &reading, const std::optional<Fault> &fault);

    Transport &m_transport;
    Alarms &m_alarms;
    const TimeSource &m_time;
    Catalogue &m_catalogue;
    std::map<ProviderId, std::shared_ptr<Reading>> m_readings;
};

} // namespace breakwater
