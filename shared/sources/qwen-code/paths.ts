import { joinPath, lastSegment, toFolder, withoutRepeats } from '../lib/paths.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

type Platform = HostEnvironment['platform'];

/**
 * Where Qwen Code keeps its chats: `projects` below `QWEN_RUNTIME_DIR`, else below `QWEN_HOME`, else below `.qwen` in the
 * home. See README.md.
 */
export function qwenCodeRoots(host: HostEnvironment): readonly LogRoot[] {
  const { platform } = host;
  const moved = ['QWEN_RUNTIME_DIR', 'QWEN_HOME'].flatMap((origin) => {
    const folder = toFolder(host, host.variables[origin]);
    return folder === null ? [] : [{ path: joinPath(platform, folder, 'projects'), origin }];
  });
  return withoutRepeats(platform, [
    ...(moved.length === 0 ? [{ path: projectsBelow(platform, host.home), origin: 'default' }] : moved),
    ...host.otherHomes.map(({ path }) => ({ path: projectsBelow(platform, path), origin: `home ${path}` })),
  ]);
}

/** Where to look in a folder that the person specified: a `projects` folder, Qwen Code's own, or a home. */
export function qwenCodeExtraRoots(folder: string, platform: Platform): readonly LogRoot[] {
  const origin = 'settings';
  if (lastSegment(folder) === 'projects') return [{ path: folder, origin }];
  return [
    { path: joinPath(platform, folder, 'projects'), origin },
    { path: projectsBelow(platform, folder), origin },
  ];
}

/** Chats are in `<project>/chats`; beside them are memories and other state. */
export function isQwenCodeFolder(relativePath: string): boolean {
  return /^[^/]+(?:\/chats)?$/.test(relativePath);
}

/** Whether a file is a chat. */
export function isQwenCodeLog(relativePath: string): boolean {
  return /^[^/]+\/chats\/[^/]+\.jsonl$/.test(relativePath);
}

function projectsBelow(platform: Platform, home: string): string {
  return joinPath(platform, home, '.qwen', 'projects');
}
