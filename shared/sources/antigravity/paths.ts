import { joinPath, lastSegment, withoutRepeats } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

type Platform = HostEnvironment['platform'];

/** The folders of the editor, of the command line and of the newer editor, below `.gemini`. */
const products = ['antigravity', 'antigravity-cli', 'antigravity-ide'] as const;

/** Where Antigravity keeps its conversations: below `.gemini` in the home, on every system. See README.md. */
export function antigravityRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform } = host;
  return withoutRepeats(platform, [
    ...rootsBelow(platform, joinPath(platform, host.home, '.gemini'), 'default'),
    ...host.otherHomes.flatMap(({ path }) => rootsBelow(platform, joinPath(platform, path, '.gemini'), `home ${path}`)),
  ]);
}

/** Where to look in a folder that the person specified: a product's folder, `.gemini`, or a home. */
export function antigravityExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  if (products.some((product) => product === lastSegment(folder))) return [{ path: folder, origin: 'settings' }];
  if (lastSegment(folder) === '.gemini') return rootsBelow(platform, folder, 'settings');
  return rootsBelow(platform, joinPath(platform, folder, '.gemini'), 'settings');
}

/** Only the conversations: beside them are the agent's notes, recordings of the browser, and settings. */
export function isAntigravityFolder(relativePath: string): boolean {
  return relativePath === 'conversations';
}

/** Whether a file is a conversation that can be read. */
export function isAntigravityDatabase(relativePath: string): boolean {
  return /^conversations\/[^/]+\.db$/.test(relativePath);
}

function rootsBelow(platform: Platform, gemini: string, origin: string): readonly LogRoot[] {
  return products.map((product) => ({ path: joinPath(platform, gemini, product), origin }));
}
