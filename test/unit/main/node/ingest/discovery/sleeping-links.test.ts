import { win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noGuests } from '../../../../../../main/node/system/guest-systems.ts';
import { createSleepCheck } from '../../../../../../main/node/ingest/discovery/sleeping-links.ts';
import { findDistribution } from '../../../../../../main/node/system/wsl-homes.ts';

/** Links as `readlink` of Node returns them on Windows. */
const links: Readonly<Record<string, string>> = {
  'C:\\Users\\me\\.claude': '\\\\wsl.localhost\\Ubuntu\\home\\me\\.claude',
  'C:\\Users\\me\\.codex': 'D:\\agents\\codex',
  'D:\\agents\\codex\\sessions': '..\\..\\wsl',
  'D:\\wsl': '\\\\wsl$\\Ubuntu\\home\\me\\sessions',
  'C:\\Users\\me\\.gemini': '\\\\wsl.localhost\\Debian\\home\\me\\.gemini',
  'C:\\Users\\me\\loop': 'C:\\Users\\me\\loop',
  'C:\\Users\\me\\share': '\\\\server\\logs',
};

function checkWith(sleeping: string) {
  const touched: string[] = [];
  const isAsleep = (path: string): boolean => findDistribution(path) === sleeping;
  const check = createSleepCheck(isAsleep, {
    paths: win32,
    readLink(path) {
      touched.push(path);
      return Promise.resolve(path.endsWith('\\nothing') ? undefined : (links[path] ?? null));
    },
  });
  return { check, touched };
}

describe('a path from Windows', () => {
  it.each([
    ['C:\\Users\\me\\.claude\\projects', true],
    ['C:\\Users\\me\\.claude', true],
    ['C:\\Users\\me\\.codex\\sessions\\2026', true],
    ['C:\\Users\\me\\.codex\\archived_sessions', false],
    ['C:\\Users\\me\\.gemini\\tmp', false],
    ['C:\\Users\\me\\.qwen\\tmp', false],
    ['C:\\Users\\me\\nothing\\more', false],
    ['C:\\Users\\me\\loop\\x', false],
    ['C:\\Users\\me\\share\\x', false],
    ['\\\\wsl$\\Ubuntu\\home\\me', true],
  ])('%s leads into the system that sleeps: %s', async (path, expected) => {
    const { check, touched } = checkWith('Ubuntu');
    expect(await check(path)).toBe(expected);
    expect(touched.filter((each) => findDistribution(each) === 'Ubuntu')).toEqual([]);
  });

  it('asks each link once in a search', async () => {
    const { check, touched } = checkWith('Ubuntu');
    await check('C:\\Users\\me\\.qwen\\tmp');
    await check('C:\\Users\\me\\.qwen\\other');
    expect(touched.filter((each) => each === 'C:\\Users\\me')).toHaveLength(1);
  });

  it('asks nothing where there are no other systems', async () => {
    const check = createSleepCheck(noGuests.isAsleep, {
      paths: win32,
      readLink: () => Promise.reject(new Error('asked')),
    });
    expect(await check('C:\\Users\\me\\.claude')).toBe(false);
  });
});
