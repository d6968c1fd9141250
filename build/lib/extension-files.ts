import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import packageFile from '../../package.json' with { type: 'json' };
import { createLocaleFiles } from '../extension/languages.ts';
import { createManifest, iconSizes } from '../extension/manifest.ts';
import { repositoryRoot } from './paths.ts';

/** What a browser extension consists of besides its scripts: manifest, texts for the browser, pages, style and icons. */
export function createExtensionFiles(): Plugin {
  return {
    name: 'fuelgauge-extension-files',
    applyToEnvironment: ({ name }) => name === 'extension',
    generateBundle() {
      const emit = (fileName: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', fileName, source });
      emit('manifest.json', JSON.stringify(createManifest(packageFile.version), null, 2));
      for (const [path, texts] of Object.entries(createLocaleFiles())) emit(path, texts);
      const styles = ['renderer/styles/tokens.css', 'build/extension/style.css'];
      emit('style.css', styles.map((path) => readFileSync(join(repositoryRoot, path), 'utf8')).join(''));
      for (const page of ['popup', 'options']) emit(`${page}.html`, toPage(page));
      for (const size of iconSizes)
        emit(`icon-${size}.png`, readFileSync(join(repositoryRoot, `build/icons/app/${size}x${size}.png`)));
    },
  };
}

/** Its script sets the language of the page. */
function toPage(name: string): string {
  return (
    '<!doctype html><html><head><meta charset="utf-8"><link rel="stylesheet" href="style.css">' +
    `<script type="module" src="${name}.js"></script></head><body></body></html>\n`
  );
}
