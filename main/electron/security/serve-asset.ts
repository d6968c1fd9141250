import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { resolveAsset } from './asset-path.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

/** The answer to one request: the file, 404 when there is none, 403 when it must not be served, 405 for writes. */
export async function serveAsset(
  request: { readonly url: string; readonly method: string },
  rendererFolder: string,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const asset = resolveAsset(request.url);
  if (asset === null) return refuse(403);
  try {
    const bytes = await readFile(path.join(rendererFolder, ...asset.segments));
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), {
      headers: { ...headers, 'content-type': asset.contentType },
    });
  } catch {
    return refuse(404);
  }
}

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

function refuse(status: number): Response {
  return new Response(null, { status, headers });
}
