// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/pages.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <map>

namespace breakwater {

namespace {

constexpr quint8 tableLeaf = 0x0D;
constexpr quint8 tableInterior = 0x05;
constexpr quint8 indexLeaf = 0x0A;
constexpr quint8 indexInterior = 0x02;
constexpr qint64 mostPayload = 1'000'000'000; // SQLite's own limit

quint32 big32(const QByteArray &bytes, qsizetype at)
{
    return at >= 0 && at + 4 <= bytes.size() ? qFromBigEndian<quint32>(bytes.constData() + at) : 0;
}

quint16 big16(const QByteArray &bytes, qsizetype at)
{
    return at >= 0 && at + 2 <= bytes.size() ? qFromBigEndian<quint16>(bytes.constData() + at) : quint16(0);
}

quint8 byteAt(const QByteArray &bytes, qsizetype at)
{
    return at >= 0 && at < bytes.size() ? static_cast<quint8>(bytes.at(at)) : quint8(0);
}

/// Moves `at` behind the number; none at the end of the bytes.
std::optional<qint64> takeVarint(const QByteArray &bytes, qsizetype &at)
{
    quint64 value = 0;
    for (int count = 0; count < 9; ++count) {
        if (at >= bytes.size())
            return std::nullopt;
        const quint8 byte = byteAt(bytes, at++);
        if (count == 8)
            return static_cast<qint64>((value << 8) | byte);
        value = (value << 7) | (byte & 0x7FU);
        if ((byte & 0x80U) == 0)
            return static_cast<qint64>(value);
    }
    return std::nullopt;
}

qint64 lengthOf(qint64 serial)
{
    static constexpr std::array<qint64, 10> fixed {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    return serial < 10 ? fixed.at(static_cast<std::size_t>(serial)) : (serial - 12) / 2;
}

QVariant valueAt(const QByteArray &record, qsizetype at, qint64 serial)
{
    const qint64 size = lengthOf(serial);
    if (serial == 0)
        return {};
    if (serial == 8 || serial == 9)
        return QVariant(static_cast<qlonglong>(serial - 8));
    if (serial < 8) {
        quint64 bits = byteAt(record, at) & 0x80U && serial != 7 ? ~quint64(0) : 0; // the sign goes on
        for (qint64 each = 0; each < size; ++each)
            bits = (bits << 8) | byteAt(record, at + each);
        return serial == 7 ? QVariant(std::bit_cast<double>(bits)) : QVariant(static_cast<qlonglong>(bits));
    }
    const QByteArray bytes = record.mid(at, size);
    return serial % 2 == 0 ? QVariant(bytes) : QVariant(QString::fromUtf8(bytes));
}

/// None when the record does not add up: then it is none.
std::optional<QVariantList> valuesIn(const QByteArray &record)
{
    qsizetype at = 0;
    const auto head = takeVarint(record, at);
    if (!head || *head < 1 || *head > record.size())
        return std::nullopt;
    std::vector<qint64> serials;
    qint64 sum = *head;
    while (at < *head) {
        const auto serial = takeVarint(record, at);
        if (!serial || *serial < 0 || *serial == 10 || *serial == 11 || *serial > 2 * mostPayload)
            return std::nullopt;
        serials.push_back(*serial);
        sum += lengthOf(*serial);
    }
    if (at != *head || sum != record.size())
        return std::nullopt;
    QVariantList values;
    for (const qint64 serial : serials) {
        values.append(valueAt(record, at, serial));
        at += lengthOf(serial);
    }
    return values;
}

/// The checksum of the log of changes goes on from frame to frame.
struct Checksum
{
    bool bigEndian = false;
    quint32 first = 0;
    quint32 second = 0;

    void add(const char *bytes, qsizetype size)
    {
        for (qsizetype at = 0; at + 8 <= size; at += 8) {
            first += word(bytes + at) + second;
            second += word(bytes + at + 4) + first;
        }
    }
    [[nodiscard]] quint32 word(const char *at) const { return bigEndian ? qFromBigEndian<quint32>(at) : qFromLittleEndian<quint32>(at); }
};

} // namespace

std::optional<Pages> Pages::open(const QString &path)
{
    Pages pages;
    pages.m_file = std::make_shared<QFile>(path);
    if (!pages.m_file->open(QIODevice::ReadOnly))
        return std::nullopt;
    pages.readHeader();
    pages.readLog(path + QLatin1String("-wal"));
    if (pages.m_pageSize == 0)
        return std::nullopt;
    pages.m_count = std::max(pages.m_count, static_cast<quint32>(pages.m_file->size() / pages.m_pageSize));
    const QByteArray first = pages.page(1);
    if (first.startsWith("SQLite format 3"))
        pages.m_version = static_cast<int>(big32(first, 60));
    return pages;
}

void Pages::readHeader()
{
    const QByteArray head = m_file->read(100);
    const int said = big16(head, 16) == 1 ? 65536 : big16(head, 16);
    const bool likely = said >= 512 && std::has_single_bit(static_cast<unsigned>(said)) && byteAt(head, 20) < said / 2;
    m_pageSize = likely ? said : likelyPageSize();
    m_usable = m_pageSize - (likely ? byteAt(head, 20) : 0);
}

/// Without a header: the smallest size at whose multiples nearly as many pages begin like one as at any. At half of the
/// true size only each second one does; at twice the size all do as well.
int Pages::likelyPageSize()
{
    constexpr double nearly = 0.75;
    std::map<int, double> shares;
    double most = 0;
    for (int size = 512; size <= 65536; size *= 2) {
        const qint64 count = std::min<qint64>(m_file->size() / size, 4000);
        qint64 good = 0;
        for (qint64 each = 1; each < count; ++each) {
            m_file->seek(each * size);
            const quint8 kind = byteAt(m_file->read(1), 0);
            good += kind == tableLeaf || kind == tableInterior || kind == indexLeaf || kind == indexInterior;
        }
        shares[size] = count > 1 ? static_cast<double>(good) / static_cast<double>(count - 1) : 0.0;
        most = std::max(most, shares[size]);
    }
    const auto found = std::find_if(shares.begin(), shares.end(), [most](const auto &each) { return each.second > 0.0 && each.second >= nearly * most; });
    return found == shares.end() ? 0 : found->first;
}

void Pages::readLog(const QString &path)
{
    m_log = std::make_shared<QFile>(path);
    if (!m_log->open(QIODevice::ReadOnly))
        return;
    const QByteArray head = m_log->read(32);
    const quint32 magic = big32(head, 0);
    const auto size = static_cast<int>(big32(head, 8));
    if (head.size() < 32 || (magic & ~1U) != 0x377F0682U || size < 512 || size > 65536)
        return;
    if (m_pageSize != size) {
        m_pageSize = size; // its checksum vouches for it
        m_usable = size;
    }
    Checksum sum {(magic & 1U) != 0};
    sum.add(head.constData(), 24);
    if (sum.first != big32(head, 24) || sum.second != big32(head, 28))
        return;
    QHash<quint32, qint64> uncommitted;
    for (;;) {
        const qint64 at = m_log->pos();
        const QByteArray frame = m_log->read(24 + size);
        if (frame.size() < 24 + size || frame.mid(8, 8) != head.mid(16, 8))
            return;
        sum.add(frame.constData(), 8);
        sum.add(frame.constData() + 24, size);
        if (sum.first != big32(frame, 16) || sum.second != big32(frame, 20))
            return;
        uncommitted.insert(big32(frame, 0), at + 24);
        if (const quint32 pages = big32(frame, 4); pages > 0) {
            for (auto each = uncommitted.cbegin(); each != uncommitted.cend(); ++each)
                m_logged.insert(each.key(), each.value());
            uncommitted.clear();
            m_count = std::max(m_count, pages);
        }
    }
}

QByteArray Pages::page(quint32 number)
{
    if (number == 0 || number > m_count)
        return {};
    const auto logged = m_logged.constFind(number);
    QFile &file = logged != m_logged.cend() ? *m_log : *m_file;
    if (!file.seek(logged != m_logged.cend() ? *logged : (static_cast<qint64>(number) - 1) * m_pageSize))
        return {};
    const QByteArray bytes = file.read(m_pageSize);
    return bytes.size() == m_pageSize ? bytes : QByteArray();
}

/// Where the cells of a page begin. Those outside of it are left out.
std::vector<qsizetype> Pages::cellsOf(const QByteArray &page, quint32 number) const
{
    const qsizetype head = number == 1 ? 100 : 0;
    const quint8 kind = byteAt(page, head);
    const qsizetype pointers = head + (kind == tableInterior || kind == indexInterior ? 12 : 8);
    std::vector<qsizetype> cells;
    for (qsizetype each = 0; each < big16(page, head + 3) && pointers + 2 * each + 2 <= m_usable; ++each) {
        const qsizetype at = big16(page, pointers + 2 * each);
        if (at >= pointers && at < m_usable)
            cells.push_back(at);
    }
    return cells;
}

std::vector<quint32> Pages::childrenOf(const QByteArray &page, quint32 number) const
{
    std::vector<quint32> children;
    for (const qsizetype cell : cellsOf(page, number))
        children.push_back(big32(page, cell));
    children.push_back(big32(page, (number == 1 ? 100 : 0) + 8));
    return children;
}

std::set<quint32> Pages::leavesOf(quint32 root)
{
    std::set<quint32> leaves;
    std::set<quint32> seen;
    std::vector<quint32> open {root};
    while (!open.empty()) {
        const quint32 number = open.back();
        open.pop_back();
        if (!seen.insert(number).second)
            continue;
        const QByteArray bytes = page(number);
        const quint8 kind = byteAt(bytes, number == 1 ? 100 : 0);
        if (kind == tableLeaf)
            leaves.insert(number);
        else if (kind == tableInterior)
            for (const quint32 child : childrenOf(bytes, number))
                open.push_back(child);
    }
    return leaves;
}

std::set<quint32> Pages::givenUp()
{
    std::set<quint32> numbers;
    const QByteArray first = page(1);
    if (!first.startsWith("SQLite format 3"))
        return numbers;
    for (quint32 trunk = big32(first, 32); trunk > 0 && trunk <= m_count && numbers.insert(trunk).second;) {
        const QByteArray bytes = page(trunk);
        const auto count = std::min<qsizetype>(big32(bytes, 4), m_usable / 4 - 2);
        for (qsizetype each = 0; each < count; ++each)
            numbers.insert(big32(bytes, 8 + 4 * each));
        trunk = big32(bytes, 0);
    }
    return numbers;
}

std::set<quint32> Pages::allLeaves()
{
    const std::set<quint32> free = givenUp();
    std::set<quint32> leaves;
    for (quint32 number = 2; number <= m_count; ++number) { // the first page has the schema
        if (!free.contains(number) && byteAt(page(number), 0) == tableLeaf)
            leaves.insert(number);
    }
    return leaves;
}

/// The bytes of a record: those in the page, and those in the pages that it overflows into.
std::optional<QByteArray> Pages::payload(const QByteArray &page, qsizetype at, qint64 size, qint64 mostHere)
{
    const qint64 least = (m_usable - 12) * 32 / 255 - 23;
    const qint64 wanted = least + (size - least) % (m_usable - 4);
    const qint64 here = size <= mostHere ? size : wanted <= mostHere ? wanted : least;
    if (size < 0 || size > mostPayload || at + here > m_usable)
        return std::nullopt;
    QByteArray bytes = page.mid(at, here);
    quint32 next = size > here ? big32(page, at + here) : 0;
    while (bytes.size() < size) {
        const QByteArray over = this->page(next);
        if (over.isEmpty())
            return std::nullopt;
        bytes += over.mid(4, std::min<qint64>(m_usable - 4, size - bytes.size()));
        next = big32(over, 0);
    }
    return next == 0 ? std::optional(bytes) : std::nullopt;
}

Pages::Rows Pages::rowsIn(quint32 number)
{
    Rows found;
    const QByteArray bytes = page(number);
    if (byteAt(bytes, number == 1 ? 100 : 0) != tableLeaf)
        return found;
    for (const qsizetype cell : cellsOf(bytes, number)) {
        qsizetype at = cell;
        const auto size = takeVarint(bytes, at);
        const auto id = takeVarint(bytes, at);
        const auto record = size && id ? payload(bytes, at, *size, m_usable - 35) : std::nullopt;
        auto values = record ? valuesIn(*record) : std::nullopt;
        if (values)
            found.rows.push_back({*id, std::move(*values)});
        else
            ++found.unreadable;
    }
    return found;
}

QHash<QString, quint32> Pages::roots()
{
    QHash<QString, quint32> roots;
    for (const quint32 leaf : leavesOf(1)) {
        for (const RawRow &row : rowsIn(leaf).rows) {
            if (row.values.size() == 5)
                roots.insert(row.values.at(1).toString(), row.values.at(3).toUInt());
        }
    }
    return roots;
}

std::set<qint64> Pages::indexed(quint32 root)
{
    std::set<qint64> ids;
    std::set<quint32> seen;
    std::vector<quint32> open {root};
    while (!open.empty()) {
        const quint32 number = open.back();
        open.pop_back();
        const QByteArray bytes = page(number);
        const quint8 kind = byteAt(bytes, 0);
        if (number < 2 || (kind != indexLeaf && kind != indexInterior) || !seen.insert(number).second)
            continue;
        for (const qsizetype cell : cellsOf(bytes, number)) {
            qsizetype at = cell + (kind == indexInterior ? 4 : 0);
            const auto size = takeVarint(bytes, at);
            const auto record = size ? payload(bytes, at, *size, (m_usable - 12) * 64 / 255 - 23) : std::nullopt;
            const auto values = record ? valuesIn(*record) : std::nullopt;
            if (values && !values->isEmpty() && values->last().typeId() == QMetaType::LongLong)
                ids.insert(values->last().toLongLong());
        }
        if (kind == indexInterior)
            for (const quint32 child : childrenOf(bytes, number))
                open.push_back(child);
    }
    return ids;
}

} // namespace breakwater
