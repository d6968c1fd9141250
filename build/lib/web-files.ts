import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { createMessages } from '../../shared/messages/catalogue.ts';
import { repositoryRoot } from './paths.ts';

const iconSizes = [256, 512] as const;

/**
 * What makes the dashboard installable, besides the page: its manifest, its icons, and a service worker that knows the
 * files of this build. https://www.w3.org/TR/appmanifest/
 */
export function createWebFiles(): Plugin {
  return {
    name: 'fuelgauge-web-files',
    applyToEnvironment: ({ name }) => name === 'web',
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: '/manifest.webmanifest' }, injectTo: 'head' },
      { tag: 'link', attrs: { rel: 'apple-touch-icon', href: '/icon-256.png' }, injectTo: 'head' },
    ],
    generateBundle(_options, bundle) {
      this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: toManifest() });
      for (const size of iconSizes)
        this.emitFile({ type: 'asset', fileName: `icon-${size}.png`, source: readIcon(size) });
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') throw new Error('the dashboard has no service worker');
      if (worker.imports.length > 0)
        throw new Error(`the service worker must be one file: ${worker.imports.join(', ')}`);
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !name.endsWith('.map'));
      const listed = [...files, ...iconSizes.map((size) => `icon-${size}.png`)].map((name) => `/${name}`);
      worker.code = worker.code.replace('__FILES__', JSON.stringify(listed).replaceAll("'", ''));
    },
  };
}

function toManifest(): string {
  const { web, windows } = createMessages();
  return JSON.stringify({
    name: windows.appName,
    short_name: windows.appName,
    description: web.description,
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#161616',
    theme_color: '#161616',
    icons: iconSizes.map((size) => ({ src: `/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png' })),
  });
}

function readIcon(size: (typeof iconSizes)[number]): Uint8Array {
  return readFileSync(join(repositoryRoot, 'build/icons/app', `${size}x${size}.png`));
}
