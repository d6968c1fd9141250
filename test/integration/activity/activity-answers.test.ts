import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCliInProcess } from '../../support/cli-in-process.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const history = fileURLToPath(new URL('../../fixtures/histories/chromium.db', import.meta.url));

/** A home with a history of Chromium and one of bash, and settings. */
function makeHome(activity: object) {
  const [home, data] = [makeFolder(), makeFolder()];
  const profile = path.join(home, '.config/chromium/Default');
  mkdirSync(profile, { recursive: true });
  copyFileSync(history, path.join(profile, 'History'));
  writeFileSync(path.join(home, '.bash_history'), 'claude -p hi\nclaude\nls\n');
  writeFileSync(path.join(data, 'settings.json'), JSON.stringify({ activity }));
  return (...args: string[]) => runCliInProcess([...args, '--home', home, '--data', data]);
}

describe('fuelgauge sites and apps', () => {
  it('know nothing until they are switched on', async () => {
    const run = makeHome({});
    const sites = await run('sites', '--json');
    expect(JSON.parse(sites.stdout)).toMatchObject({ isOn: { sites: false }, sites: [], apis: [] });
    expect((await run('sites')).stdout).toContain('"activity": {"sites": true}');
    expect((await run('apps')).stdout).toContain('"activity": {"apps": true}');
  });

  it('show what was switched on, with guesses marked as such', async () => {
    const run = makeHome({ sites: true, commands: true, rates: [{ name: 'claude.ai', usdPerHour: 36 }] });
    const { stdout } = await run('sites', '--json');
    const { sites } = JSON.parse(stdout);
    expect(sites.map(({ name, count }: { name: string; count: number }) => [name, count])).toEqual([
      ['claude.ai', 2],
      ['github.com/copilot', 1],
      ['perplexity.ai', 1],
    ]);
    // Two visits within a second: five minutes, and that.
    expect(sites[0]).toMatchObject({ activeKind: 'estimated', category: 'chat', via: ['chromium'] });
    expect(sites[0].estimatedCostUsd).toBeCloseTo((sites[0].activeMs / 3_600_000) * 36, 4);
    const text = (await run('sites')).stdout;
    expect(text).toMatch(/Claude \(claude\.ai\).*~5 min.*\$3\.00/);
    expect(text).toContain('~ is estimated');
    const apps = (await run('apps')).stdout;
    expect(apps).toMatch(/Claude Code +2 +bash/);
    expect(apps).toContain('Calls in histories without times: 2.');
    expect((await run('sites', '--csv')).stdout).toContain('sites,claude.ai,Claude,chat,');
    const contract = JSON.parse((await run('call', 'appsAndSites')).stdout);
    expect(contract).toMatchObject({ schema: 'fuelgauge.appsAndSites.v1', focus: 'off', failures: [] });
    const listed = JSON.parse((await run('call', 'listedActivity')).stdout);
    // What holds without the person's own rate, so that both can be shown.
    const claude = { kind: 'site', name: 'claude.ai', label: 'Claude', category: 'chat', usdPerHour: 0.6 };
    expect(listed.entries).toContainEqual(claude);
  });
});
