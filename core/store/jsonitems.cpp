// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jsonitems.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace breakwater {

namespace {

constexpr qint64 jsonChunk = 64 * 1024;

bool isJsonSpace(char letter)
{
    return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
}

/// A value that stands alone, which Qt reads only as part of something.
QJsonValue jsonValue(const QByteArray &bytes)
{
    return QJsonDocument::fromJson('[' + bytes + ']').array().at(0);
}

} // namespace

JsonItems::JsonItems(QIODevice &device, std::set<QByteArray> arrays, Limits limits, const std::atomic<bool> *stop)
    : m_device(device)
    , m_arrays(std::move(arrays))
    , m_limits(limits)
    , m_stop(stop)
{
}

std::optional<char> JsonItems::peek()
{
    if (m_at < m_buffer.size())
        return m_buffer.at(m_at);
    m_start += m_buffer.size();
    m_at = 0;
    m_buffer = m_stop != nullptr && *m_stop ? QByteArray() : m_device.read(jsonChunk);
    return m_buffer.isEmpty() ? std::nullopt : std::optional(m_buffer.at(0));
}

std::optional<char> JsonItems::peekPastSpace()
{
    auto letter = peek();
    for (; letter && isJsonSpace(*letter); letter = peek())
        ++m_at;
    return letter;
}

bool JsonItems::skipPast(char wanted)
{
    if (peekPastSpace() != wanted)
        return false;
    ++m_at;
    return true;
}

/// How much of the buffer comes before a quote or a backslash.
qsizetype JsonItems::plainLength() const
{
    const auto begin = m_buffer.begin() + m_at;
    return std::find_if(begin, m_buffer.end(), [](char each) { return each == '"' || each == '\\'; }) - begin;
}

/// One value, whatever it is; where it goes beyond the limits, its end is still found.
JsonItems::Value JsonItems::readValue()
{
    Value value;
    qint64 size = 0;
    qint64 values = 0;
    qint64 depth = 0;
    bool inString = false;
    bool escaped = false;
    bool any = false;
    for (auto letter = peekPastSpace(); letter; letter = peek()) {
        const char each = *letter;
        // Most of a file stands in strings: what has no meaning of its own is taken at once.
        const auto plain = inString && !escaped && !value.tooLarge ? plainLength() : 0;
        if (plain > 0) {
            value.bytes.append(m_buffer.constData() + m_at, plain);
            m_at += plain;
            size += plain;
            value.tooLarge = size > m_limits.bytes;
            continue;
        }
        const bool ends = !inString && depth == 0 && any && (each == ',' || each == ']' || each == '}' || each == ':' || isJsonSpace(each));
        if (ends || (!any && (each == ',' || each == ']' || each == '}'))) {
            value.whole = any;
            break;
        }
        any = true;
        ++m_at;
        ++size;
        if (inString) {
            inString = escaped || each != '"';
            escaped = !escaped && each == '\\';
        } else if (each == '"') {
            inString = true;
        } else if (each == '[' || each == '{') {
            ++depth;
            ++values;
        } else if (each == ']' || each == '}') {
            --depth;
        } else if (each == ',') {
            ++values;
        }
        value.tooLarge = value.tooLarge || size > m_limits.bytes || values > m_limits.values || depth > m_limits.depth;
        if (!value.tooLarge)
            value.bytes.append(each);
        else if (!value.bytes.isEmpty())
            value.bytes = QByteArray(); // it is not read: its memory goes at once
        const bool closed = !inString && depth == 0 && (each == '"' || each == ']' || each == '}');
        if (closed) {
            value.whole = true;
            break;
        }
    }
    return value;
}

JsonItems::Item JsonItems::over(Kind kind)
{
    m_place = Place::Over;
    m_end = kind;
    Item item;
    item.kind = kind;
    return item;
}

JsonItems::Item JsonItems::next()
{
    switch (m_place) {
    case Place::Beginning:
        return begin();
    case Place::InArray:
        return element();
    case Place::Over:
        break;
    }
    return over(m_end);
}

JsonItems::Item JsonItems::begin()
{
    for (const char mark : {'\xef', '\xbb', '\xbf'}) { // the mark of UTF-8, which some programs write
        if (peek() == mark)
            ++m_at;
    }
    if (skipPast('[')) {
        m_place = Place::InArray;
        return element();
    }
    return peekPastSpace() == '{' ? enterObject() : over(Kind::NotJson);
}

/// Collects what stands before the array.
JsonItems::Item JsonItems::enterObject()
{
    Item whole;
    whole.at = position();
    ++m_at;
    bool tooLarge = false;
    qint64 size = 0;
    while (!skipPast('}')) {
        const Value name = readValue();
        if (!name.whole || !name.bytes.startsWith('"') || !skipPast(':'))
            return over(Kind::CutOff);
        const QString key = jsonValue(name.bytes).toString();
        if (m_arrays.contains(key.toUtf8()) && skipPast('[')) {
            m_place = Place::InArray;
            return element();
        }
        const Value value = readValue();
        if (!value.whole)
            return over(Kind::CutOff);
        size += name.bytes.size() + value.bytes.size();
        tooLarge = tooLarge || value.tooLarge || size > m_limits.bytes;
        if (tooLarge)
            m_head = QJsonObject();
        else
            m_head.insert(key, jsonValue(value.bytes));
        if (!skipPast(',') && peekPastSpace() != '}')
            return over(Kind::CutOff);
    }
    m_place = Place::Over;
    whole.kind = tooLarge ? Kind::TooLarge : Kind::Object;
    whole.object = m_head;
    whole.size = position() - whole.at;
    return whole;
}

JsonItems::Item JsonItems::element()
{
    if (skipPast(']'))
        return over(Kind::End);
    if (!m_first && !skipPast(','))
        return over(Kind::CutOff);
    m_first = false;
    if (!peekPastSpace())
        return over(Kind::CutOff);
    Item item;
    item.at = position();
    const Value value = readValue();
    item.size = position() - item.at;
    if (!value.whole)
        return over(Kind::CutOff);
    if (value.tooLarge) {
        item.kind = Kind::TooLarge;
        return item;
    }
    const QJsonDocument document = value.bytes.startsWith('{') ? QJsonDocument::fromJson(value.bytes) : QJsonDocument();
    item.kind = document.isObject() ? Kind::Object : Kind::Other;
    item.object = document.object();
    return item;
}

} // namespace breakwater
