// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/pdfpages.h"

#include <QByteArrayView>

#include <algorithm>
#include <map>

namespace breakwater {

namespace {

constexpr qsizetype longestObject = 64 * 1024; // bytes of a dictionary that are read
constexpr qsizetype mostCompressed = 128 * 1024; // of one object stream; deflate makes at most a thousandfold of it
constexpr qsizetype mostUnpacked = 64 * 1024 * 1024; // of all object streams; one may go beyond it
constexpr qsizetype mostKept = 16 * 1024 * 1024; // of all objects
constexpr qint64 mostScanned = 256LL * 1024 * 1024; // objects that never end are looked at again and again
constexpr int mostPages = 1'000'000; // more is no count

bool isPdfSpace(char each)
{
    return each == ' ' || each == '\n' || each == '\r' || each == '\t' || each == '\f' || each == '\0';
}

bool isPdfDigit(char each)
{
    return each >= '0' && each <= '9';
}

/// The whole number at `at`, after spaces; moves behind it.
std::optional<int> numberAt(QByteArrayView text, qsizetype &at)
{
    while (at < text.size() && isPdfSpace(text[at]))
        ++at;
    const qsizetype from = at;
    while (at < text.size() && isPdfDigit(text[at]) && at - from < 10)
        ++at;
    bool isNumber = false;
    const int number = text.sliced(from, at - from).toByteArray().toInt(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

/// The number after the last `name` that has one; `refers`: it names an object ("7 0 R").
std::optional<int> numberAfter(QByteArrayView text, QByteArrayView name, bool refers)
{
    for (qsizetype found = text.lastIndexOf(name); found >= 0; found = found > 0 ? text.first(found).lastIndexOf(name) : -1) {
        qsizetype at = found + name.size();
        if (at >= text.size() || !isPdfSpace(text[at]))
            continue; // a longer name
        const auto number = numberAt(text, at);
        const auto generation = number ? numberAt(text, at) : std::nullopt;
        while (at < text.size() && isPdfSpace(text[at]))
            ++at;
        const bool isReference = generation && at < text.size() && text[at] == 'R';
        if (number && isReference == refers)
            return number;
    }
    return std::nullopt;
}

/// The objects of a file by their numbers; of several with one number the last, as a later revision wins.
class PdfObjects
{
public:
    explicit PdfObjects(const QByteArray &pdf)
        : m_pdf(pdf)
    {
        for (qsizetype at = pdf.indexOf(" obj"); at >= 0 && !isSpent(); at = pdf.indexOf(" obj", at + 4))
            take(at);
    }

    [[nodiscard]] QByteArray object(int number) const
    {
        const auto found = m_objects.find(number);
        return found == m_objects.end() || isSpent() ? QByteArray() : found->second;
    }

private:
    /// It takes more than any honest file does: nothing is known of it.
    [[nodiscard]] bool isSpent() const { return m_kept > mostKept || m_scanned > mostScanned; }

    void keep(int number, QByteArrayView body)
    {
        m_kept += body.size();
        m_objects[number] = body.toByteArray();
    }

    /// "7 0 obj": from the end, since that is what was found.
    void take(qsizetype end)
    {
        qsizetype at = end;
        while (at > 0 && isPdfDigit(m_pdf.at(at - 1)))
            --at; // the generation
        if (at == end || at == 0 || !isPdfSpace(m_pdf.at(at - 1)))
            return;
        const qsizetype last = --at;
        while (at > 0 && last - at < 10 && isPdfDigit(m_pdf.at(at - 1)))
            --at;
        const int number = m_pdf.mid(at, last - at).toInt();
        if (number <= 0)
            return;
        const qsizetype from = end + 4;
        QByteArrayView body = QByteArrayView(m_pdf).sliced(from, std::min(longestObject, m_pdf.size() - from));
        for (const char *mark : {"stream", "endobj"}) {
            if (const qsizetype stop = body.indexOf(QByteArrayView(mark)); stop >= 0)
                body = body.first(stop);
            m_scanned += body.size();
        }
        if (body.contains("/ObjStm"))
            unpack(body, from + body.size());
        else if (body.contains("/Pages")) // the catalogue and the tree: all that is asked for
            keep(number, body);
    }

    /// An object stream: "number offset" for each object, then the objects.
    void unpack(QByteArrayView dictionary, qsizetype stream)
    {
        const auto count = numberAfter(dictionary, "/N", false);
        const auto first = numberAfter(dictionary, "/First", false);
        qsizetype from = m_pdf.indexOf('\n', stream) + 1;
        const QByteArrayView near = from > 0 ? QByteArrayView(m_pdf).sliced(from).first(std::min(mostCompressed, m_pdf.size() - from)) : QByteArrayView();
        const qsizetype length = near.indexOf(QByteArrayView("endstream"));
        m_scanned += near.size();
        if (!count || !first || length < 0 || m_unpacked > mostUnpacked || dictionary.contains("/Predictor"))
            return;
        // Qt wants the size before the bytes; it takes a larger one as it comes.
        const QByteArray text = dictionary.contains("/FlateDecode") ? qUncompress(QByteArray("\0\1\0\0", 4) + m_pdf.mid(from, length)) : m_pdf.mid(from, length);
        m_unpacked += text.size();
        const QByteArrayView all(text);
        qsizetype at = 0;
        std::optional<int> number = numberAt(all, at);
        for (int each = 0; each < *count && number && !isSpent(); ++each) {
            const auto offset = numberAt(all, at);
            const auto next = numberAt(all, at); // of the object after this one
            qsizetype peek = at;
            const auto nextOffset = next && each + 1 < *count ? numberAt(all, peek) : std::nullopt;
            const qsizetype begins = qsizetype(*first) + offset.value_or(0);
            const qsizetype ends = nextOffset ? qsizetype(*first) + *nextOffset : all.size();
            if (offset && begins < ends && ends <= all.size()) {
                const QByteArrayView body = all.sliced(begins, std::min(longestObject, ends - begins));
                m_scanned += body.size();
                if (body.contains("/Pages"))
                    keep(*number, body);
            }
            number = next;
        }
    }

    const QByteArray &m_pdf;
    std::map<int, QByteArray> m_objects;
    qsizetype m_unpacked = 0;
    qsizetype m_kept = 0;
    qint64 m_scanned = 0;
};

} // namespace

std::optional<int> pagesIn(const QByteArray &pdf)
{
    const auto root = numberAfter(pdf, "/Root", true); // of the last trailer, which may be a stream
    if (!root)
        return std::nullopt;
    const PdfObjects objects(pdf);
    const auto tree = numberAfter(objects.object(*root), "/Pages", true);
    const auto count = tree ? numberAfter(objects.object(*tree), "/Count", false) : std::nullopt;
    return count && *count > 0 && *count <= mostPages ? count : std::nullopt;
}

} // namespace breakwater
