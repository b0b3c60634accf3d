// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ziparchive.h"

#include <QFile>
#include <QFileInfo>

#include <zip.h>

namespace breakwater {

namespace {

/// One file of it, as it is unpacked.
class ZipEntry final : public QIODevice
{
public:
    ZipEntry(ZipArchive &archive, zip_file_t *file)
        : m_archive(archive)
        , m_file(file)
    {
        QIODevice::open(ReadOnly);
    }
    ~ZipEntry() override { zip_fclose(m_file); }
    Q_DISABLE_COPY_MOVE(ZipEntry)
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 count = zip_fread(m_file, data, static_cast<zip_uint64_t>(most));
        if (count < 0)
            m_archive.fail(ImportTrouble::Damaged);
        if (count <= 0 || !m_archive.spend(count))
            return -1;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    ZipArchive &m_archive;
    zip_file_t *m_file;
};

} // namespace

ZipArchive::ZipArchive(zip *archive, qint64 size)
    : m_archive(archive)
    , m_size(size)
{
    const qint64 count = std::min<qint64>(zip_get_num_entries(archive, 0), mostEntries);
    for (qint64 place = 0; place < count; ++place) {
        const char *raw = zip_get_name(archive, static_cast<zip_uint64_t>(place), ZIP_FL_ENC_GUESS);
        const QString name = raw != nullptr ? QString::fromUtf8(raw) : QString();
        if (name.isEmpty() || name.endsWith(QLatin1Char('/')) || m_places.contains(name))
            continue;
        m_places.insert(name, static_cast<quint64>(place));
        m_names.append(name);
    }
}

ZipArchive::~ZipArchive()
{
    zip_discard(m_archive);
}

std::variant<std::unique_ptr<Bundle>, Bundle::Problem> ZipArchive::open(const QString &path)
{
    int code = 0;
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &code);
    if (archive != nullptr)
        return std::unique_ptr<Bundle>(new ZipArchive(archive, QFileInfo(path).size()));
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const Problem problem {ImportTrouble::Damaged, QString::fromLocal8Bit(zip_error_strerror(&error))};
    zip_error_fini(&error);
    return problem;
}

qint64 ZipArchive::sizeOf(const QString &name) const
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    const bool known = m_places.contains(name) && zip_stat_index(m_archive, m_places.value(name), 0, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0;
    return known ? static_cast<qint64>(std::min<quint64>(stat.size, std::numeric_limits<qint64>::max())) : 0;
}

std::unique_ptr<QIODevice> ZipArchive::device(const QString &name)
{
    if (!m_places.contains(name) || m_trouble)
        return nullptr;
    zip_file_t *file = zip_fopen_index(m_archive, m_places.value(name), 0);
    if (file != nullptr)
        return std::make_unique<ZipEntry>(*this, file);
    const int why = zip_error_code_zip(zip_get_error(m_archive));
    m_trouble = why == ZIP_ER_NOPASSWD || why == ZIP_ER_WRONGPASSWD || why == ZIP_ER_ENCRNOTSUPP ? ImportTrouble::Locked : ImportTrouble::Damaged;
    return nullptr;
}

bool ZipArchive::spend(qint64 bytes)
{
    m_given += bytes;
    if (m_given > freeBytes && m_given / mostRatio > m_size)
        m_trouble = ImportTrouble::Bomb;
    return !m_trouble;
}

} // namespace breakwater
