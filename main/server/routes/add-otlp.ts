import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { respondProblem, toProblemDetails, type RequestProblem } from '../api/problem-details.ts';
import {
  describeRequest,
  type HttpApp,
  type HttpAppOptions,
  type RequireScope,
  type ServerContext,
} from '../http/http-context.ts';
import { decodeJson, decodeProtobuf } from '../otlp/decode.ts';
import { readUses, wantedAttributes } from '../otlp/read-uses.ts';
import { keepReceived } from './keep-received.ts';
import { readBody } from '../http/read-body.ts';

const unzip = promisify(gunzip);
const protobuf = 'application/x-protobuf';

/**
 * Adds the receiver of OTLP over HTTP. Each agent's responses are read from one signal, logs or traces; the other
 * repeats them and is accepted but dropped, as metrics always are. What is acknowledged has been written to disk.
 * https://opentelemetry.io/docs/specs/otlp/#otlphttp
 */
export function addOtlp(app: HttpApp, options: HttpAppOptions & { readonly requireScope: RequireScope }): void {
  const { telemetry, audit, requireScope } = options;
  for (const signal of ['logs', 'metrics', 'traces'] as const) {
    app.post(`/v1/${signal}`, async (context) => {
      const refusal = requireScope(context, 'ingest');
      if (refusal !== null) return refusal;
      const body = await readPlainBody(context, options.settings().maxBodyKilobytes * 1024);
      if (!body.ok) return respondProblem(toProblemDetails(body.error));
      const isProtobuf = toMediaType(context) === protobuf;
      if (!isProtobuf && toMediaType(context) !== 'application/json') {
        return respondProblem(toProblemDetails('not-otlp'));
      }
      if (signal !== 'metrics') {
        const records = isProtobuf
          ? decodeProtobuf(body.value, signal, wantedAttributes)
          : decodeJson(body.value.toString('utf8'), signal, wantedAttributes);
        if (records === null) return respondProblem(toProblemDetails('not-otlp'));
        const failure = await keepReceived(() => telemetry.add(readUses(records, signal)), options.logger);
        if (failure !== null) return failure;
      }
      audit.info(describeRequest(context));
      return isProtobuf
        ? context.body(new Uint8Array(), 200, { 'Content-Type': protobuf })
        : context.body('{}', 200, { 'Content-Type': 'application/json' });
    });
  }
}

/** The decompressed body, unless it exceeds the limit. */
async function readPlainBody(context: ServerContext, maxBytes: number): Promise<Result<Buffer, RequestProblem>> {
  const body = await readBody(context.req.raw, maxBytes);
  const encoding = (context.req.header('content-encoding') ?? 'identity').toLowerCase();
  if (!body.ok || encoding === 'identity') return body;
  if (encoding !== 'gzip') return fail('not-otlp');
  try {
    return ok(await unzip(body.value, { maxOutputLength: maxBytes }));
  } catch (error) {
    return fail((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'not-otlp');
  }
}

function toMediaType({ req }: ServerContext): string {
  return (req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
}
