// Replaces Electron's default app in builds of Electron that have none, so that `electron <folder>` works there too.
// Mirrors https://github.com/electron/electron/blob/main/default_app/main.ts.
// It has to be an ES module: its top-level await delays `ready` until the app's own code has run.
import { app } from 'electron';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const target = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (target === undefined) {
  console.error('usage: electron [options] <folder of an app>');
  process.exit(2);
}
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });

const path = resolve(target);
let entry = path;
if (statSync(path).isDirectory()) {
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const name = manifest.productName ?? manifest.name;
  if (name !== undefined) app.setName(name);
  if (manifest.version !== undefined) app.setVersion(manifest.version);
  app.setDesktopName?.(manifest.desktopName ?? `${app.getName()}.desktop`);
  app.setAppPath(path);
  entry = createRequire(join(path, 'package.json')).resolve(path);
}
await import(pathToFileURL(entry).href);
