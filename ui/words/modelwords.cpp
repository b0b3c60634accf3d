// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/modelwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace breakwater {

namespace {

struct ModelWordsSaying
{
    Q_DECLARE_TR_FUNCTIONS(breakwater::ModelWords)
};

} // namespace

QString endOfLife(const Model &model)
{
    if (model.lifecycle == Lifecycle::Retired)
        return ModelWordsSaying::tr("Retired: it does not answer any more");
    if (model.retiresAt) {
        const QDateTime day = QDateTime::fromMSecsSinceEpoch(model.retiresAt->time_since_epoch().count(), Qt::UTC);
        return ModelWordsSaying::tr("Retires on %1").arg(QLocale().toString(day.date(), QLocale::LongFormat));
    }
    return model.lifecycle == Lifecycle::Deprecated ? ModelWordsSaying::tr("Is about to be retired") : QString();
}

} // namespace breakwater
