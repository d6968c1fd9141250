import { forEver, pagePolicy } from '../access/response-headers.ts';
import type { HttpApp, ServerContext } from '../http/http-context.ts';
import type { WebPage, WebPages } from '../web/web-pages.ts';

/** Adds the dashboard. Its files contain no data: what they show needs a token, as everywhere. */
export function addWeb(app: HttpApp, pages: WebPages): void {
  for (const [path, page] of pages) app.get(path, (context) => send(context, page));
}

function send(context: ServerContext, { contentType, bytes, gzipped, isHashed }: WebPage): Response {
  const takesGzip = /\bgzip\b/i.test(context.req.header('accept-encoding') ?? '');
  return context.body(takesGzip && gzipped !== null ? gzipped : bytes, 200, {
    'Content-Type': contentType,
    'Content-Security-Policy': pagePolicy,
    'Cache-Control': isHashed ? forEver : 'no-cache',
    Vary: 'Accept-Encoding',
    ...(takesGzip && gzipped !== null && { 'Content-Encoding': 'gzip' }),
  });
}
