import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Makes every page start with a fake host. The product does not know about it: a script is inserted before the page's own
 * one, and pages find their transport on `window` as they do in the app.
 */
export function createFakeHostPlugin(): Plugin {
  return {
    name: 'fuelgauge:fake-host',
    transformIndexHtml: {
      order: 'pre',
      handler: () => [
        {
          tag: 'script',
          attrs: { type: 'module', src: join(import.meta.dirname, 'install.ts') },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
