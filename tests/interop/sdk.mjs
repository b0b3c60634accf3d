// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks the simulated provider through the official clients and prints what they made of it, as one line of JSON.
// usage: node sdk.mjs PACKAGES BASE_URL CASE

import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [packages, baseURL, wanted] = process.argv.slice(2);
const require = createRequire(join(resolve(packages), 'package.json'));
const load = async (name) => (await import(pathToFileURL(require.resolve(name)).href)).default;

const model = 'claude-opus-5-5';
const messages = [{ role: 'user', content: 'Grüße an 42 Möwen 🕊' }];

async function anthropic() {
  const loaded = await load('@anthropic-ai/sdk');
  const Anthropic = loaded.default ?? loaded;
  return new Anthropic({ apiKey: 'interop-key', baseURL, maxRetries: 0 });
}

async function openai() {
  const loaded = await load('openai');
  const OpenAI = loaded.default ?? loaded;
  return new OpenAI({ apiKey: 'interop-key', baseURL: `${baseURL}/v1`, maxRetries: 0 });
}

const cases = {
  async anthropicStream() {
    const stream = (await anthropic()).messages.stream({ model, max_tokens: 500, messages });
    const pieces = [];
    stream.on('text', (piece) => pieces.push(piece));
    const message = await stream.finalMessage();
    return {
      text: message.content[0].text,
      joined: pieces.join(''),
      pieces: pieces.length,
      stop: message.stop_reason,
      usage: message.usage,
      id: message.id,
      requestId: stream.request_id,
    };
  },
  async anthropicThinking() {
    const message = await (await anthropic()).messages
      .stream({ model, max_tokens: 500, messages, thinking: { type: 'adaptive', display: 'summarized' } })
      .finalMessage();
    return { types: message.content.map((block) => block.type), signature: message.content[0].signature };
  },
  async anthropicWhole() {
    const message = await (await anthropic()).messages.create({ model, max_tokens: 500, messages });
    return { text: message.content[0].text, stop: message.stop_reason, requestId: message._request_id };
  },
  async anthropicModels() {
    const ids = [];
    for await (const item of (await anthropic()).models.list({ limit: 2 })) ids.push(item.id);
    return { ids };
  },
  async anthropicCount() {
    return (await anthropic()).messages.countTokens({ model, messages });
  },
  async anthropicRawStream() {
    let text = '';
    const stream = await (await anthropic()).messages.create({ model, max_tokens: 500, messages, stream: true });
    for await (const event of stream) text += event.delta?.text ?? '';
    return { text };
  },
  async openaiStream() {
    let text = '';
    let usage = null;
    const stream = await (await openai()).chat.completions.create({
      model, messages, stream: true, stream_options: { include_usage: true },
    });
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta?.content ?? '';
      usage = chunk.usage ?? usage;
    }
    return { text, usage };
  },
  async openaiWhole() {
    const answer = await (await openai()).chat.completions.create({ model, messages });
    return { text: answer.choices[0].message.content, stop: answer.choices[0].finish_reason, requestId: answer._request_id };
  },
  async openaiModels() {
    const ids = [];
    for await (const item of await (await openai()).models.list()) ids.push(item.id);
    return { ids };
  },
};

function describe(error) {
  return {
    name: error.constructor.name,
    status: error.status ?? null,
    type: error.type ?? error.error?.error?.type ?? null,
    code: error.code ?? null,
    requestId: error.requestID ?? error.request_id ?? null,
    retryAfter: error.headers?.get?.('retry-after') ?? null,
    message: error.message,
  };
}

let outcome;
try {
  outcome = await cases[wanted]();
} catch (error) {
  outcome = { error: describe(error) };
}
console.log(JSON.stringify(outcome));
