// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bound: a client that knows the weather ahead, but not the dice. It sends each turn at once to the best route that
// is up, or waits in one line until there is room; asks again at once after a refusal by draw or a break; and leaves a
// request that fell silent at once. It needs the script and the time at which it began.

import { readFileSync } from 'node:fs';

import { askAnthropic, askOpenAi, clients, options, sleep, storm } from './common.mjs';

const given = options();
const script = JSON.parse(readFileSync(given.script, 'utf8'));
const { anthropic, openai } = await clients(given, { maxRetries: 0 });

const chain = [
  { model: 'claude-sonnet-5', door: 1, ask: (...rest) => askAnthropic(anthropic, 'claude-sonnet-5', ...rest) },
  { model: 'claude-haiku-5-5', door: 1, ask: (...rest) => askAnthropic(anthropic, 'claude-haiku-5-5', ...rest) },
  { model: 'gpt-4.1', door: 2, ask: (...rest) => askOpenAi(openai, 'gpt-4.1', ...rest) },
];

/// How long nothing at all, or nothing after text has come, means that nothing will. Enough for a busy machine.
const silence = 500;
/// The server reaches a phase's border a little later than this clock does, or earlier.
const border = 60;

const phases = [];
let from = given.started;
for (const phase of script.phases ?? []) {
  const until = phase.for_seconds ? from + phase.for_seconds * 1000 : Infinity;
  phases.push({ ...phase, from, until });
  from = until;
}
const phaseAt = (time) => phases.find((phase) => time >= phase.from && time < phase.until) ?? {};

function entryFor(byPattern, model) {
  const matches = Object.keys(byPattern ?? {})
    .filter((pattern) => pattern === model || (pattern.endsWith('*') && model.startsWith(pattern.slice(0, -1))))
    .sort((left, right) => right.length - left.length);
  return matches.length ? byPattern[matches[0]] : undefined;
}

/// What refuses a route for certain; what draws is not known.
function isDown(route, time) {
  const phase = phaseAt(time);
  const conditions = [entryFor(phase.models, route.model) ?? []].flat();
  return (phase.closed_doors ?? []).includes(route.door) || conditions.some((each) => each.refuse && (each.probability ?? 1) === 1);
}

/// A bucket as the server keeps it: it changes its size and pace with the phases, never its content.
class Bucket {
  constructor(settings) {
    this.settings = settings; // time → { size, perSecond }
    this.at = given.started;
    this.level = settings(this.at).size;
  }

  room(time) {
    // By small steps, because a phase may begin between.
    while (this.at < time) {
      const step = Math.min(50, time - this.at);
      const { size, perSecond } = this.settings(this.at);
      this.at += step;
      this.level = Math.min(size, this.level + (perSecond * step) / 1000);
    }
    return this.level;
  }

  take() {
    this.level -= 1;
  }
}

const limits = new Map(chain.map((route) => [route.model, new Bucket((time) => {
  const perMinute = entryFor(phaseAt(time).model_limits, route.model)?.requests_per_minute ?? 1000;
  return { size: perMinute, perSecond: perMinute / 60 };
})]));
const capacityAt = (time) => phaseAt(time).capacity ?? script.capacity;
const capacity = new Bucket((time) => {
  const now = capacityAt(time);
  return now ? { size: now.burst, perSecond: now.requests_per_second } : { size: 1000, perSecond: 1000 };
});
let underWay = 0;

/// The best route that will surely take a request now; undefined: none will.
function openRoute() {
  const now = Date.now();
  if (capacity.room(now) < 1.1 || underWay >= (capacityAt(now)?.slots ?? Infinity)) return undefined;
  return chain.find((route) => !isDown(route, now - border) && !isDown(route, now) && limits.get(route.model).room(now) >= 1.1);
}

/// First come, first served.
const line = [];
function serveLine() {
  while (line.length) {
    const route = openRoute();
    if (!route) return;
    capacity.take();
    limits.get(route.model).take();
    underWay += 1;
    line.shift()(route);
  }
}
setInterval(serveLine, 10);
const nextRoute = () => new Promise((done) => {
  line.push(done);
  serveLine();
});

async function tryOnce(route, content, turn) {
  const control = new AbortController();
  let watch = setTimeout(() => control.abort(), silence);
  try {
    return await route.ask(content, {
      signal: control.signal,
      seen(what) {
        clearTimeout(watch);
        if (what === 'head') return;
        turn.first();
        watch = setTimeout(() => control.abort(), silence);
      },
    });
  } finally {
    clearTimeout(watch);
    underWay -= 1;
  }
}

await storm(given, async (content, turn) => {
  for (;;) {
    const route = await nextRoute();
    try {
      return { text: await tryOnce(route, content, turn), route: route.model };
    } catch {
      turn.again();
      await sleep(1); // a client that finds no server at all must not spin
    }
  }
});
