import { fail, ok, type Result } from '../../../shared/lib/result.ts';

/** Reads the body of a request up to a limit, chunked or not; one that is cut off is not valid JSON. */
export async function readBody(request: Request, maxBytes: number): Promise<Result<Buffer, 'too-large' | 'not-json'>> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return fail('too-large');
  if (request.body === null) return ok(Buffer.alloc(0));
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > maxBytes) return fail('too-large');
      chunks.push(chunk);
    }
  } catch {
    return fail('not-json');
  }
  return ok(Buffer.concat(chunks));
}
