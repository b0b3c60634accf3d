// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QJsonObject>

#include <atomic>
#include <functional>
#include <optional>
#include <set>

namespace breakwater {

/// Reads the elements of one array of a JSON file that need not fit into memory, one at a time: of the array that the file
/// is, or of the one that stands in its outer object under one of some names. An outer object without such an array is
/// its own only element.
///
/// Takes whatever it is given: an element that is no object, too large or too deep is passed over and said, and what
/// follows it is read. Memory: one element, within the limits. Any thread, one at a time.
class JsonItems
{
public:
    struct Limits
    {
        qint64 bytes = qint64(64) * 1024 * 1024; ///< of an element
        qint64 values = 4'000'000; ///< in an element: each costs far more than the two bytes that it may be
        qint64 depth = 500; ///< of an element; Qt reads 1024
    };
    enum class Kind {
        Object, ///< an element
        Other, ///< an element that is no object, or not well-formed
        TooLarge, ///< more than the limits
        End, ///< of the file, as it should be
        CutOff, ///< the file ends, or goes wrong, in the midst of it
        NotJson, ///< begins neither with an array nor with an object
    };
    struct Item
    {
        Kind kind = Kind::End;
        QJsonObject object;
        qint64 at = 0; ///< where it begins in the file, and its bytes
        qint64 size = 0;
    };

    /// Once `stop` is true the file ends where it was read to: an element may be as long as the file.
    JsonItems(QIODevice &device, std::set<QByteArray> arrays, Limits limits, const std::atomic<bool> *stop = nullptr);
    explicit JsonItems(QIODevice &device, std::set<QByteArray> arrays, const std::atomic<bool> *stop = nullptr)
        : JsonItems(device, std::move(arrays), Limits {}, stop)
    {
    }

    [[nodiscard]] Item next();
    /// What stood in the outer object before the array.
    [[nodiscard]] const QJsonObject &head() const { return m_head; }
    /// Bytes of the file that were read.
    [[nodiscard]] qint64 position() const { return m_start + m_at; }

private:
    enum class Place { Beginning, InArray, Over };
    struct Value
    {
        QByteArray bytes;
        bool whole = false; ///< false: the file ended in it
        bool tooLarge = false;
    };
    [[nodiscard]] std::optional<char> peek();
    [[nodiscard]] std::optional<char> peekPastSpace();
    [[nodiscard]] bool skipPast(char wanted); ///< white space and it; false, and nothing taken, where it is another
    [[nodiscard]] qsizetype plainLength() const;
    [[nodiscard]] Value readValue();
    [[nodiscard]] Item begin();
    [[nodiscard]] Item enterObject();
    [[nodiscard]] Item element();
    [[nodiscard]] Item over(Kind kind);

    QIODevice &m_device;
    std::set<QByteArray> m_arrays;
    Limits m_limits;
    const std::atomic<bool> *m_stop;
    QByteArray m_buffer;
    qint64 m_start = 0; ///< of the buffer, in the file
    qsizetype m_at = 0; ///< in the buffer
    Place m_place = Place::Beginning;
    Kind m_end = Kind::End;
    bool m_first = true; ///< no element was read yet
    QJsonObject m_head;
};

} // namespace breakwater
