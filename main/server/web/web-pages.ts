import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A file of the dashboard, ready to be sent. */
export interface WebPage {
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Null where compression gains nothing. */
  readonly gzipped: Uint8Array<ArrayBuffer> | null;
  /** Its name changes with its content. */
  readonly isHashed: boolean;
}

/** The files of the dashboard by URL path. */
export type WebPages = ReadonlyMap<string, WebPage>;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const compressed = new Set(['.png', '.woff2']);
const compress = promisify(gzip);

/** The folder of the built dashboard: beside the bundle, wherever this file ended up in it. */
export function toWebFolders(): readonly string[] {
  return ['../../../dist/web', '../../web', '../web', './web'].map((place) => {
    return fileURLToPath(new URL(place, import.meta.url));
  });
}

/**
 * Reads the dashboard from the first of these folders that has it. Only what was read then is ever served, so that no
 * address leads to any other file. Empty where there is no dashboard, as in the sources before a build.
 */
export async function readWebPages(folders: readonly string[]): Promise<WebPages> {
  for (const folder of folders) {
    const index = await readFile(path.join(folder, 'web', 'index.html')).catch(() => null);
    if (index !== null) return new Map([['/', await toPage('index.html', index)], ...(await readFiles(folder))]);
  }
  return new Map();
}

async function readFiles(folder: string): Promise<readonly (readonly [string, WebPage])[]> {
  const names = await readdir(folder, { recursive: true });
  const served = names.filter((name) => contentTypes[path.extname(name)] !== undefined && !name.endsWith('.html'));
  return Promise.all(
    served.map(async (name) => {
      const page = await toPage(name, await readFile(path.join(folder, name)));
      return [`/${name.split(path.sep).join('/')}`, page] as const;
    }),
  );
}

async function toPage(name: string, bytes: Buffer<ArrayBuffer>): Promise<WebPage> {
  const extension = path.extname(name);
  return {
    contentType: contentTypes[extension]!,
    bytes: new Uint8Array(bytes),
    gzipped: compressed.has(extension) ? null : new Uint8Array(await compress(bytes, { level: 9 })),
    isHashed: name.startsWith('assets'),
  };
}
