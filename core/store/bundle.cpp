// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bundle.h"

#include "core/store/ziparchive.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace breakwater {

namespace {

/// One file, or the files of a folder; what a link in it leads to is not read.
class PlainBundle final : public Bundle
{
public:
    explicit PlainBundle(const QString &path)
    {
        constexpr int mostNames = 300'000;
        if (QFileInfo(path).isDir()) {
            m_folder = path + QLatin1Char('/');
            QDirIterator files(path, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
            while (files.hasNext() && m_names.size() < mostNames)
                m_names.append(files.next().mid(m_folder.size()));
            m_names.sort();
        } else {
            m_names.append(path);
        }
    }
    [[nodiscard]] QStringList names() const override { return m_names; }
    [[nodiscard]] qint64 sizeOf(const QString &name) const override { return QFileInfo(m_folder + name).size(); }
    [[nodiscard]] std::unique_ptr<QIODevice> device(const QString &name) override
    {
        auto file = std::make_unique<QFile>(m_folder + name);
        return std::binary_search(m_names.begin(), m_names.end(), name) && file->open(QIODevice::ReadOnly) ? std::move(file) : nullptr;
    }

private:
    QString m_folder;
    QStringList m_names;
};

} // namespace

std::variant<std::unique_ptr<Bundle>, Bundle::Problem> Bundle::open(const QString &path)
{
    if (QFileInfo(path).isDir())
        return std::make_unique<PlainBundle>(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Problem {ImportTrouble::CannotOpen, file.errorString()};
    const QByteArray head = file.read(4);
    if (head == "PK\x03\x04" || head == "PK\x05\x06")
        return ZipArchive::open(path);
    return std::make_unique<PlainBundle>(path);
}

std::optional<QByteArray> Bundle::read(const QString &name, qint64 most)
{
    const auto file = device(name);
    if (!file)
        return std::nullopt;
    QByteArray all;
    while (all.size() <= most) {
        const QByteArray more = file->read(most + 1 - all.size());
        if (more.isEmpty())
            return all;
        all += more;
    }
    return std::nullopt;
}

} // namespace breakwater
