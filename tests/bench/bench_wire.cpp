// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/dialect.h"

#include <benchmark/benchmark.h>

#include <algorithm>

using namespace breakwater;

namespace {

/// An answer of 10,000 deltas as the wire has it.
const QByteArray &stream()
{
    static const QByteArray bytes = [] {
        QByteArray all;
        for (int delta = 0; delta < 10'000; ++delta)
            all += "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"four words of text \"}}\n\n";
        return all;
    }();
    return bytes;
}

void count(benchmark::State &state)
{
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(stream().size()));
}

/// The floor: reading every byte once.
void countLineEnds(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(std::count(stream().begin(), stream().end(), '\n'));
    count(state);
}

void frame(benchmark::State &state)
{
    for (auto _ : state) {
        SseFramer framer;
        benchmark::DoNotOptimize(framer.feed(stream()));
    }
    count(state);
}

void frameAndDecode(benchmark::State &state)
{
    for (auto _ : state) {
        SseFramer framer;
        const auto decoder = makeDecoder(Dialect::Anthropic);
        for (const SseEvent &event : framer.feed(stream()))
            benchmark::DoNotOptimize(decoder->decode(event));
    }
    count(state);
}

BENCHMARK(countLineEnds);
BENCHMARK(frame);
BENCHMARK(frameAndDecode);

} // namespace

BENCHMARK_MAIN();
