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

const textOf = (message) => message.content.find((block) => block.type === 'text')?.text ?? '';

const cases = {
  async anthropicStream() {
    const stream = (await anthropic()).messages.stream({ model, max_tokens: 500, messages });
    const pieces = [];
    stream.on('text', (piece) => pieces.push(piece));
    const message = await stream.finalMessage();
    return {
      text: textOf(message),
      joined: pieces.join(''),
      pieces: pieces.length,
      stop: message.stop_reason,
      usage: message.usage,
      id: message.id,
      requestId: stream.request_id,
    };
  },
  async anthropicThinking() {
    const client = await anthropic();
    const thinking = { type: 'adaptive', display: 'summarized' };
    const stream = client.messages.stream({ model, max_tokens: 500, messages, thinking });
    let pieces = 0;
    stream.on('thinking', () => { pieces += 1; });
    const message = await stream.finalMessage();
    const again = await client.messages.create({
      model, max_tokens: 500, messages: [...messages, { role: 'assistant', content: message.content }, ...messages],
    });
    const [first] = message.content;
    return {
      types: message.content.map((block) => block.type),
      thinking: first.thinking,
      signature: first.signature,
      pieces,
      replayed: again.stop_reason,
    };
  },
  async anthropicHiddenThinking() {
    const message = await (await anthropic()).messages.stream({ model, max_tokens: 500, messages }).finalMessage();
    const [{ thinking, signature }] = message.content;
    return { thinking, signature, thought: message.usage.output_tokens_details.thinking_tokens };
  },
  async anthropicTools() {
    const tools = [{ name: 'tide', description: 'The tide', input_schema: { type: 'object', properties: {} } }];
    const message = await (await anthropic()).messages.create({ model, max_tokens: 500, messages, tools });
    return { text: textOf(message), stop: message.stop_reason, category: message.stop_details?.category ?? null };
  },
  async anthropicBatch() {
    const { batches } = (await anthropic()).messages;
    const good = { model, max_tokens: 500, messages };
    const { id } = await batches.create({
      requests: [{ custom_id: 'good', params: good }, { custom_id: 'bad', params: { ...good, messages: [] } }],
    });
    let batch = await batches.retrieve(id);
    while (batch.processing_status !== 'ended') batch = await batches.retrieve(id);
    const results = {};
    for await (const { custom_id: name, result } of await batches.results(id)) {
      results[name] = result.type === 'succeeded' ? textOf(result.message) : result.error.error.type;
    }
    let listed = 0;
    for await (const each of batches.list({ limit: 1 })) listed += each.id === id ? 1 : 0;
    const deleted = await batches.delete(id);
    const gone = await batches.retrieve(id).catch((error) => error.status);
    return { status: batch.processing_status, counts: batch.request_counts, results, listed, deleted: deleted.type, gone };
  },
  async anthropicCancel() {
    const { batches } = (await anthropic()).messages;
    const batch = await batches.create({ requests: [{ custom_id: 'a', params: { model, max_tokens: 9, messages } }] });
    const after = await batches.cancel(batch.id);
    const deleting = await batches.delete(batch.id).catch((error) => error.status);
    return { before: batch.processing_status, after: after.processing_status, deleting };
  },
  async anthropicLifecycle() {
    const client = await anthropic();
    const ids = [];
    for await (const item of client.models.list({ lifecycle: ['deprecated', 'retired'], limit: 1 })) ids.push(item.id);
    const alias = await client.models.retrieve('claude-sonnet-4-5');
    const newest = await client.models.retrieve(model);
    return {
      ids,
      alias: alias.id,
      retires: alias.retires_at,
      adaptive: newest.capabilities.thinking.types.adaptive.supported,
    };
  },
  async anthropicWhole() {
    const message = await (await anthropic()).messages.create({ model, max_tokens: 500, messages });
    return { text: textOf(message), stop: message.stop_reason, requestId: message._request_id };
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
  async openaiReasoning() {
    let text = '';
    let reasoning = '';
    let usage = null;
    const stream = await (await openai()).chat.completions.create({
      model, messages, stream: true, reasoning_effort: 'high', stream_options: { include_usage: true },
    });
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta?.content ?? '';
      reasoning += chunk.choices[0]?.delta?.reasoning_content ?? '';
      usage = chunk.usage ?? usage;
    }
    return { text, reasoning, usage };
  },
  async openaiModel() {
    return (await openai()).models.retrieve('claude-haiku-5-5');
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
