// Stands in for Electron's default app where a build of Electron has none, so that `electron <folder>` works
// with it as well. Mirrors https://github.com/electron/electron/blob/main/default_app/main.ts.
// An ES module on purpose: its top-level await holds back `ready` until the app's own code has run.
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
