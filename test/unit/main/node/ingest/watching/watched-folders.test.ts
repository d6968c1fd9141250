import { describe, expect, it } from 'vitest';
import {
  toWatchedFolders,
  withoutNetworkFolders,
} from '../../../../../../main/node/ingest/watching/watched-folders.ts';
import { dayMs, minuteMs } from '../../../../../../shared/domain/instant.ts';
import { claudeCode } from '../../../../../../shared/sources/claude-code/descriptor.ts';

const nowMs = Date.parse('2026-05-14T10:20:00Z');
const root = { path: '/logs', source: claudeCode, device: null, exists: true, prefix: '' };

function build(ages: Readonly<Record<string, number>>, canWatchDormant = true) {
  const newestByFolder = new Map(Object.entries(ages).map(([folder, ageMs]) => [folder, nowMs - ageMs]));
  return toWatchedFolders({ folders: [root], newestByFolder }, nowMs, canWatchDormant);
}

describe('toWatchedFolders', () => {
  it('keeps awake what was written within a week, with the folders above it', () => {
    const { folders, dormant } = build({
      '/logs': 30 * dayMs,
      '/logs/a': 30 * dayMs,
      '/logs/a/b': dayMs,
      '/logs/old': 8 * dayMs,
    });
    expect(folders).toEqual(['/logs']);
    expect([...dormant]).toEqual(['/logs/old']);
  });

  it('lets the least recently written of very many folders rest, where they wake up by themselves', () => {
    const ages = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`/logs/${index}`, index * minuteMs]));
    const { dormant } = build(ages);
    expect([...dormant]).toEqual(Array.from({ length: 36 }, (_, index) => `/logs/${index + 64}`));
    expect(build(ages, false).dormant.size).toBe(0);
  });
});

describe('withoutNetworkFolders', () => {
  it('leaves out shares and the folders of WSL', () => {
    const [own, share] = ['C:\\Users\\ada\\.claude\\projects', '\\\\server\\ada\\.claude\\projects'];
    const wsl = '\\\\wsl.localhost\\Ubuntu\\home\\ada\\.claude\\projects';
    const dormant = new Set([`${own}\\old`, `${wsl}\\old`]);
    expect(withoutNetworkFolders({ folders: [own, share, wsl], dormant })).toEqual({
      folders: [own],
      dormant: new Set([`${own}\\old`]),
    });
  });
});
