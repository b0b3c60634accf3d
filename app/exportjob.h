// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/parcelwriter.h"
#include "ui/transfer/filenames.h"
#include "ui/transfer/transferport.h"

#include <QSaveFile>

namespace breakwater {

/// The files of one export, written a conversation at a time; several go into a new folder, so that none takes the place
/// of another. Any thread, one at a time.
class ExportJob
{
public:
    explicit ExportJob(ExportOrder order)
        : m_order(std::move(order))
    {
    }
    /// False once something failed: the report says why.
    [[nodiscard]] bool add(const Parcel &parcel);
    /// Without it, one file that holds them all is not there at all.
    [[nodiscard]] ExportReport finish();
    [[nodiscard]] ExportReport cancel();

private:
    [[nodiscard]] bool begin();

    ExportOrder m_order;
    ExportReport m_report;
    std::unique_ptr<QSaveFile> m_file;
    std::unique_ptr<ParcelWriter> m_writer;
    FileNames m_names;
    bool m_begun = false;
};

} // namespace breakwater
