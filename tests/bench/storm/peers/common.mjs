// SPDX-License-Identifier: GPL-3.0-or-later
//
// What all peers share: the users and their pacing, drawn as breakwater-storm draws them, the official clients, and the
// lines of the result.

import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const grace = 15_000;

/// SplitMix64, as core/base/jitter.h has it.
export class SeededJitter {
  #state;

  constructor(seed) {
    this.#state = BigInt.asUintN(64, BigInt(seed));
  }

  next() {
    this.#state = BigInt.asUintN(64, this.#state + 0x9e3779b97f4a7c15n);
    let mixed = this.#state;
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    mixed ^= mixed >> 31n;
    return Number(mixed >> 11n) / 2 ** 53;
  }
}

export const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

export function options() {
  const text = { type: 'string' };
  const { values } = parseArgs({
    options: {
      packages: text, 'base-url': text, 'fallback-base-url': text, users: text, seconds: text, seed: text, out: text,
      script: text, started: text,
    },
  });
  return { ...values, users: Number(values.users), seconds: Number(values.seconds), started: Number(values.started) };
}

/// The official clients over both providers; `settings` go to their constructors.
export async function clients(given, settings = {}) {
  const require = createRequire(join(resolve(given.packages), 'package.json'));
  const load = async (name) => {
    const loaded = (await import(pathToFileURL(require.resolve(name)).href)).default;
    return loaded.default ?? loaded;
  };
  const Anthropic = await load('@anthropic-ai/sdk');
  const OpenAI = await load('openai');
  const apiKey = process.env.BREAKWATER_STORM_KEY ?? 'storm-key';
  return {
    anthropic: new Anthropic({ apiKey, baseURL: given['base-url'], ...settings }),
    openai: new OpenAI({ apiKey, baseURL: given['fallback-base-url'], ...settings }),
  };
}

const messagesOf = (content) => [{ role: 'user', content }];

/// One answer streamed through the SDK's own helper, which fails if the stream ends without its end mark. `seen` hears
/// "head" and "text".
export async function askAnthropic(client, model, content, { signal, seen = () => {} } = {}) {
  const stream = client.messages.stream({ model, max_tokens: 4096, messages: messagesOf(content) }, { signal });
  stream.on('connect', () => seen('head'));
  stream.on('text', () => seen('text'));
  const message = await stream.finalMessage();
  if (!message.stop_reason) throw new Error('the stream ended before the message did');
  return message.content.map((block) => block.text ?? '').join('');
}

/// The same in OpenAI's dialect, where only the finish reason tells that an answer is whole.
export async function askOpenAi(client, model, content, { signal, seen = () => {} } = {}) {
  const stream = await client.chat.completions.create({ model, messages: messagesOf(content), stream: true }, { signal });
  seen('head');
  let text = '';
  let finish = null;
  for await (const chunk of stream) {
    const choice = chunk.choices[0];
    if (choice?.delta?.content) {
      text += choice.delta.content;
      seen('text');
    }
    finish = choice?.finish_reason ?? finish;
  }
  if (!finish) throw new Error('the stream ended before the message did');
  return text;
}

/// Lets the users run. `ask(content, turn)` answers with `{ text, route }` or throws; it calls `turn.first()` at the
/// first content and `turn.again()` when it throws away what came.
export async function storm(given, ask) {
  const out = openSync(given.out, 'w');
  const open = new Set();
  const end = Date.now() + given.seconds * 1000;

  const write = (turn, outcome) => {
    if (!open.delete(turn)) return;
    const { name, user, start, firstAt } = turn;
    const answered = outcome.text !== undefined;
    const line = {
      turn: name, user, start_ms: start, first_ms: answered ? firstAt : null, end_ms: Date.now(),
      outcome: answered ? 'answered' : outcome.error ? 'failed' : 'unfinished',
      text_sha256: answered ? createHash('sha256').update(outcome.text, 'utf8').digest('hex') : null,
      text_len: answered ? Buffer.byteLength(outcome.text) : 0,
      route: answered ? outcome.route : null,
    };
    if (outcome.error) line.error = String(outcome.error?.message ?? outcome.error).slice(0, 200);
    writeSync(out, `${JSON.stringify(line)}\n`);
  };

  const live = async (user) => {
    const chance = new SeededJitter(BigInt(given.seed) * 1_000_003n + BigInt(user));
    let pause = 1500 * chance.next();
    for (let number = 0; ; number += 1) {
      if (Date.now() + pause > end) return;
      await sleep(pause);
      const name = `${given.seed}-${user}-${number}`;
      const turn = { name, user, start: Date.now(), firstAt: null };
      turn.first = () => { turn.firstAt ??= Date.now(); };
      turn.again = () => { turn.firstAt = null; };
      open.add(turn);
      try {
        write(turn, await ask(`[[turn ${name}]] Please answer turn ${name}.`, turn));
      } catch (error) {
        write(turn, { error: error ?? new Error('unknown') });
      }
      pause = 500 + 1000 * chance.next();
    }
  };

  const users = Array.from({ length: given.users }, (_, user) => live(user));
  await Promise.race([Promise.all(users), sleep(given.seconds * 1000 + grace)]);
  for (const turn of [...open]) write(turn, {});
  closeSync(out);
  process.exit(0); // requests that hang would hold it
}
