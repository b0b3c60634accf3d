// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/httprequest.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace breakwater {

namespace {

bool isToken(const QByteArray &text)
{
    constexpr QByteArrayView others = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || others.contains(c);
    });
}

bool isPrintable(const QByteArray &text)
{
    return std::all_of(
        text.begin(), text.end(), [](char c) { return c == '\t' || static_cast<unsigned char>(c) >= 0x20; });
}

} // namespace

QByteArray HttpRequest::header(QByteArrayView name) const
{
    const auto found =
        std::find_if(headers.begin(), headers.end(), [&](const auto &field) { return field.first == name; });
    return found == headers.end() ? QByteArray() : found->second;
}

bool HttpRequest::hasHeader(QByteArrayView name) const
{
    return std::any_of(headers.begin(), headers.end(), [&](const auto &field) { return field.first == name; });
}

QString HttpRequest::path() const
{
    return QUrl::fromEncoded(target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'))).path();
}

QString HttpRequest::query(const QString &name) const
{
    return queries(name).value(0);
}

QStringList HttpRequest::queries(const QString &name) const
{
    const qsizetype mark = target.indexOf('?');
    const QUrlQuery query(mark < 0 ? QString() : QString::fromUtf8(target.mid(mark + 1)));
    QStringList values;
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded)) { // a name may come encoded, too
        if (key == name)
            values += value;
    }
    return values;
}

std::optional<HttpRequest> HttpRequestReader::take()
{
    while (!m_refusal && !m_whole && step()) { }
    if (!m_whole || m_refusal)
        return std::nullopt;
    m_whole = false;
    m_part = Part::Head;
    return std::exchange(m_request, {});
}

/// One step of progress; false when more bytes are needed.
bool HttpRequestReader::step()
{
    switch (m_part) {
    case Part::Head:
        return readHead();
    case Part::Body:
    case Part::Chunk: {
        const qsizetype here = std::min(m_missing, m_buffer.size());
        m_request.body += m_buffer.first(here);
        m_buffer.remove(0, here);
        m_missing -= here;
        if (m_missing > 0)
            return false;
        m_whole = m_part == Part::Body;
        m_part = Part::ChunkEnd;
        return true;
    }
    case Part::ChunkSize:
        return readChunkSize();
    case Part::ChunkEnd: {
        const auto line = takeLine(2);
        if (!line)
            return false;
        m_part = Part::ChunkSize;
        return line->isEmpty() || refuse(400);
    }
    case Part::Trailer: {
        const auto line = takeLine(mostHead);
        if (!line)
            return false;
        m_whole = line->isEmpty();
        return true;
    }
    }
    return false;
}

std::optional<QByteArray> HttpRequestReader::takeLine(qsizetype most)
{
    const qsizetype end = m_buffer.indexOf('\n');
    if (end > most || (end < 0 && m_buffer.size() > most)) {
        refuse(400);
        return std::nullopt;
    }
    if (end < 0)
        return std::nullopt;
    QByteArray line = m_buffer.first(end);
    if (line.endsWith('\r'))
        line.chop(1);
    m_buffer.remove(0, end + 1);
    return line;
}

bool HttpRequestReader::readHead()
{
    while (m_buffer.startsWith("\r\n")) // RFC 9112 2.2: empty lines before a request are skipped
        m_buffer.remove(0, 2);
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end > mostHead || (end < 0 && m_buffer.size() > mostHead))
        return refuse(431);
    if (end < 0)
        return false;
    QList<QByteArray> lines = m_buffer.first(end).split('\n');
    m_buffer.remove(0, end + 4);
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    parseHead(lines);
    if (!m_refusal)
        beginBody();
    return !m_refusal;
}

void HttpRequestReader::parseHead(const QList<QByteArray> &lines)
{
    m_request = {};
    const QList<QByteArray> start = lines.first().split(' ');
    if (start.size() != 3 || !isToken(start.at(0)) || !start.at(1).startsWith('/') || !isPrintable(lines.first())) {
        refuse(400);
        return;
    }
    if (start.at(2) != "HTTP/1.1" && start.at(2) != "HTTP/1.0") {
        refuse(505);
        return;
    }
    m_request.method = start.at(0);
    m_request.target = start.at(1);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(std::max<qsizetype>(colon, 0)).toLower();
        if (!isToken(name) || !isPrintable(line)) {
            refuse(400);
            return;
        }
        m_request.headers.emplaceBack(name, line.mid(colon + 1).trimmed());
    }
    const QByteArray connection = m_request.header("connection").toLower();
    m_request.keepAlive = start.at(2) == "HTTP/1.1" ? !connection.contains("close") : connection.contains("keep-alive");
}

void HttpRequestReader::beginBody()
{
    const QByteArray coding = m_request.header("transfer-encoding").toLower();
    const QByteArray length = m_request.header("content-length");
    const bool digits =
        !length.isEmpty() && std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto lengths = std::count_if(m_request.headers.begin(), m_request.headers.end(),
        [](const auto &field) { return field.first == "content-length"; });
    // Both framings at once is how requests are smuggled (RFC 9112 6.3).
    if ((!coding.isEmpty() && lengths > 0) || lengths > 1 || (lengths == 1 && !digits)) {
        refuse(400);
        return;
    }
    if (!coding.isEmpty() && coding != "chunked") {
        refuse(501);
        return;
    }
    m_missing = 0;
    if (lengths == 1) {
        bool fits = false;
        m_missing = length.toLongLong(&fits);
        if (!fits || m_missing > mostBody) {
            refuse(413);
            return;
        }
    }
    m_part = coding.isEmpty() ? Part::Body : Part::ChunkSize;
    m_expects = m_request.header("expect").toLower() == "100-continue";
}

bool HttpRequestReader::readChunkSize()
{
    const auto line = takeLine(1024);
    if (!line)
        return false;
    const QByteArray digits = line->left(line->indexOf(';') < 0 ? line->size() : line->indexOf(';')).trimmed();
    bool fits = false;
    const qlonglong size = digits.toLongLong(&fits, 16);
    if (!fits || size < 0 || digits.startsWith('+') || digits.startsWith("0x"))
        return refuse(400);
    if (size > mostBody - m_request.body.size())
        return refuse(413);
    m_missing = size;
    m_part = size == 0 ? Part::Trailer : Part::Chunk;
    return true;
}

bool HttpRequestReader::refuse(int status)
{
    m_refusal = status;
    m_buffer.clear();
    return false;
}

} // namespace breakwater
