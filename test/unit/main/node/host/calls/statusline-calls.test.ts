import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStatuslineCalls } from '../../../../../../main/node/host/calls/statusline-calls.ts';
import { createStatuslineInstaller } from '../../../../../../main/node/statusline/installer.ts';
import { statuslineAgents } from '../../../../../../shared/sources/registry.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();

describe('drawStatusline', () => {
  it('draws what is typed for a made-up session, names what no widget has, and writes nothing', async () => {
    const home = createFolder();
    const dataFolder = path.join(home, 'data');
    const installer = createStatuslineInstaller({
      agent: statuslineAgents[0],
      environment: { platform: 'linux', home, variables: {}, otherHomes: [] },
      dataFolder,
      otherDataFolder: null,
      workingFolder: null,
      programFile: null,
      findProgram: async () => null,
      nowMs: () => Date.parse('2026-05-01T12:00:00Z'),
    });
    const calls = createStatuslineCalls(installer);
    const own = await calls.drawStatusline({ template: 'mine: {model}\n{modle}' });
    expect(own).toMatchObject({
      ok: true,
      value: { template: 'mine: {model}\n{modle}', unknownWidget: 'modle' },
    });
    expect(own.ok && own.value.widgets).toEqual(expect.arrayContaining(['model', 'limits', 'cost.day', 'run']));
    expect(own.ok && own.value.lines[0]).toMatch(/^mine: \S/);
    const small = await calls.drawStatusline({ preset: 'minimal' });
    const full = await calls.drawStatusline({ preset: 'full' });
    expect(small).toMatchObject({ value: { unknownWidget: null } });
    expect(full.ok && small.ok && full.value.lines.length > small.value.lines.length).toBe(true);
    expect(existsSync(dataFolder)).toBe(false);
    expect(await createStatuslineCalls(null).drawStatusline({})).toEqual({ ok: false, error: 'unavailable' });
  });
});
