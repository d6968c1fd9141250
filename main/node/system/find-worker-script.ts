import { access } from 'node:fs/promises';

/**
 * The script of a worker thread: in the sources beside the module that asks (`moduleUrl`), in a bundle relative to wherever
 * that module ended up. Null where it is not installed, as in a copy of the command line alone.
 */
export async function findWorkerScript(name: string, moduleUrl: string): Promise<URL | null> {
  for (const place of [`./${name}.ts`, `../${name}.js`, `./${name}.js`, `./main/${name}.js`]) {
    const script = new URL(place, moduleUrl);
    const isThere = await access(script).then(
      () => true,
      () => false,
    );
    if (isThere) return script;
  }
  return null;
}
