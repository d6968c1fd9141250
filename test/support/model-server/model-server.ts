import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { toMessagesReply } from './anthropic.ts';
import { toGeminiReply } from './gemini.ts';
import { toJsonReply, type ModelAnswer, type ModelReply, type ModelUsage } from './model-usage.ts';
import { toChatReply } from './openai-chat.ts';
import { toResponsesReply } from './openai-responses.ts';
import { isSideRequest, toGeminiModel, toToolCall, type ModelRequest } from './requests.ts';

/** A made-up model on a free port of 127.0.0.1. */
export interface ModelServer {
  /** Without a slash at its end. */
  readonly url: string;
  /** How many requests were answered with the usages given, and how many of an agent's own (titles, memory). */
  answered(): { readonly main: number; readonly side: number };
  /** Every request that no protocol knows, as `GET /path`. */
  unknownRequests(): readonly string[];
  close(): Promise<void>;
}

/** How the model answers. */
export interface ModelServerOptions {
  /** The usage of each request in turn; after the last one it starts again. */
  readonly usages: readonly ModelUsage[];
  /** The usage of the requests that an agent makes for itself. */
  readonly sideUsage: ModelUsage;
  /** Awaited before the answer to the request with this number, counted from 0. */
  readonly beforeAnswer?: (index: number) => Promise<void>;
  /** Sent with the answer to the request with this number: some providers report limits there. */
  readonly headersOf?: (index: number) => Readonly<Record<string, string>>;
}

/**
 * Starts a server that speaks OpenAI's chat completions and responses, Anthropic's messages and Gemini's
 * `generateContent`. A prompt with `TOOLCALL` is answered with one harmless tool call at first.
 */
export async function startModelServer(options: ModelServerOptions): Promise<ModelServer> {
  const counts = { main: 0, side: 0 };
  const unknown: string[] = [];
  const answerRequest = async (request: ModelRequest): Promise<ModelReply | null> => {
    const protocol = protocols.find(({ path }) => path.test(request.path));
    if (protocol === undefined || request.method !== 'POST') return toCatalogue(request);
    const isSide = isSideRequest(request);
    const index = isSide ? counts.side++ : counts.main++;
    if (!isSide) await options.beforeAnswer?.(index);
    const usage = isSide ? options.sideUsage : options.usages[index % options.usages.length]!;
    const id = `${isSide ? 'side' : 'main'}${index + 1}`;
    const model = toGeminiModel(request.path) ?? String(request.body['model'] ?? 'unknown');
    const toolCall = isSide ? null : toToolCall(request, `call_${id}`);
    const answer: ModelAnswer = { id, model, usage, text: `made-up answer ${id}`, toolCall };
    const reply = protocol.reply(answer, request);
    return isSide ? reply : { ...reply, headers: options.headersOf?.(index) ?? {} };
  };
  const server = createServer((incoming, response) => {
    void readRequest(incoming)
      .then(async (request) => {
        const reply = await answerRequest(request);
        if (reply === null) unknown.push(`${request.method} ${request.path}`);
        response.statusCode = reply === null ? 404 : 200;
        response.setHeader('content-type', reply?.contentType ?? 'application/json');
        for (const [name, value] of Object.entries(reply?.headers ?? {})) response.setHeader(name, value);
        response.end(reply?.body ?? '{}');
      })
      .catch(() => response.destroy());
  });
  // Agents whose proxy it is do not get out; retries end sooner than with a proxy that does not answer.
  server.on('connect', (_request, socket) => {
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answered: () => ({ ...counts }),
    unknownRequests: () => [...unknown],
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Protocol {
  readonly path: RegExp;
  reply(answer: ModelAnswer, request: ModelRequest): ModelReply;
}

const isStreamed = ({ body }: ModelRequest): boolean => body['stream'] === true;

const protocols: readonly Protocol[] = [
  { path: /\/chat\/completions$/, reply: (answer, request) => toChatReply(answer, isStreamed(request)) },
  { path: /\/responses$/, reply: (answer, request) => toResponsesReply(answer, isStreamed(request)) },
  { path: /\/messages$/, reply: (answer, request) => toMessagesReply(answer, isStreamed(request)) },
  { path: /:streamGenerateContent$/, reply: (answer) => toGeminiReply(answer, true) },
  { path: /:generateContent$/, reply: (answer) => toGeminiReply(answer, false) },
];

/** What agents ask for besides answers; null when we do not know it. */
function toCatalogue({ path }: ModelRequest): ModelReply | null {
  if (/\/models$/.test(path)) {
    const model = { id: 'made-up-model', object: 'model', created: 1_700_000_000, owned_by: 'nobody' };
    return toJsonReply({ object: 'list', data: [model] });
  }
  if (/:countTokens$/.test(path)) return toJsonReply({ totalTokens: 10 });
  if (/\/count_tokens$/.test(path)) return toJsonReply({ input_tokens: 10 });
  return null;
}

async function readRequest(incoming: IncomingMessage): Promise<ModelRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = decode(Buffer.concat(chunks), incoming.headers['content-encoding']);
  const path = new URL(incoming.url ?? '/', 'http://127.0.0.1').pathname;
  return { method: incoming.method ?? 'GET', path, body: parseObject(text), text };
}

function decode(bytes: Buffer, encoding: string | undefined): string {
  if (encoding === 'gzip') return gunzipSync(bytes).toString('utf8');
  if (encoding === 'zstd') return zstdDecompressSync(bytes).toString('utf8');
  return bytes.toString('utf8');
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
