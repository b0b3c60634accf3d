// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/hint.h"
#include "core/wire/dialect.h"
#include "core/wire/httpfault.h"

#include <cstddef>
#include <cstdint>

using namespace breakwater;

/// Whatever a server sends: framed, decoded and classified without a crash, and the same however it is split.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype split = size > 0 ? data[0] % (bytes.size() + 1) : 0;

    SseFramer whole;
    auto events = whole.feed(bytes);
    SseFramer halves;
    auto parts = halves.feed(bytes.left(split));
    for (const SseEvent &event : halves.feed(bytes.mid(split)))
        parts.push_back(event);
    if (events != parts)
        __builtin_trap();
    if (const auto last = whole.finish())
        events.push_back(*last);

    for (const Dialect dialect : {Dialect::Anthropic, Dialect::OpenAi}) {
        const auto decoder = makeDecoder(dialect);
        for (const SseEvent &event : events)
            (void)decoder->decode(event);
    }
    const HttpHead head {400 + (size > 1 ? data[1] : 0), {{"retry-after", bytes.left(32)}, {"date", bytes.mid(32, 32)}}};
    (void)faultFromResponse(head, bytes, QUrl(QStringLiteral("http://127.0.0.1")), {});
    (void)parseGoDuration(bytes.left(64));
    return 0;
}
