// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/bundle.h"
#include "core/store/importown.h"

#include <QMap>

#include <atomic>

namespace breakwater {

/// Reads an export of a kind that is known, a conversation at a time: our own, ChatGPT's or Claude's, as a file, a folder
/// or a zip archive, in as many parts as it has. What kind it is, is decided by what it holds. Any thread, one at a time.
class ImportReader
{
public:
    explicit ImportReader(QString path)
        : m_path(std::move(path))
    {
    }
    struct Step
    {
        std::shared_ptr<Parcel> parcel; ///< may be null: there was only something to skip
        std::vector<Skipped> skipped;
        double share = 0.0; ///< of what there is to read, 0 to 1
        bool over = false;
        std::optional<ImportTrouble> trouble; ///< at the end
        QString detail;
    };
    [[nodiscard]] Step next();
    /// What is being read ends soon, and nothing comes after it. From any thread.
    void stop() { m_stop = true; }

private:
    [[nodiscard]] bool open(Step &step);
    [[nodiscard]] bool nextPart(Step &step);
    void take(const JsonItems::Item &item, Step &step);
    void deliver(std::optional<Parcel> parcel, Step &step);
    [[nodiscard]] std::optional<QByteArray> exported(const QString &name);

    QString m_path;
    std::unique_ptr<Bundle> m_bundle;
    QStringList m_parts; ///< still to be read
    QMap<QString, QString> m_files; ///< by the ends of their names
    std::unique_ptr<QIODevice> m_device;
    std::unique_ptr<JsonItems> m_items;
    std::unique_ptr<OwnImport> m_own;
    QString m_part;
    qint64 m_total = 1;
    qint64 m_before = 0; ///< bytes of the parts before
    bool m_found = false; ///< a conversation of a known kind
    bool m_asked = false; ///< the part's head was looked at
    std::atomic<bool> m_stop {false};
};

} // namespace breakwater
