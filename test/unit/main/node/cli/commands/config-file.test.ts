import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFakeEngine, runWith } from '../../../../../fakes/cli-host.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

function makeData(settings: string | null) {
  const data = makeFolder();
  const stored = join(data, 'settings.json');
  if (settings !== null) writeFileSync(stored, settings);
  const read = (): unknown => JSON.parse(readFileSync(stored, 'utf8'));
  return { data, stored, read };
}
function makeFile(settings: unknown): string {
  const file = join(makeFolder(), 'mine.json');
  writeFileSync(file, typeof settings === 'string' ? settings : JSON.stringify({ fuelgaugeSettings: 1, settings }));
  return file;
}
const config = (data: string, ...args: readonly string[]) =>
  runWith(createFakeEngine(), ['config', ...args, '--data', data]);

const secretChannel = {
  ...{ id: 'hook', kind: 'webhook', isOn: true, url: 'https://hooks.example/T0/s3cret', template: null },
  ...{ redact: { names: false, paths: true, money: false }, allowsPrivate: false, maxPerHour: 20 },
};

describe('config export', () => {
  it('prints what differs from the defaults, and no secret', async () => {
    const own = { theme: 'dark', alertChannels: [secretChannel], otlpExport: { headers: { a: 's3cret' } } };
    const { data } = makeData(JSON.stringify(own));
    const { exitCode, stdout } = await config(data, 'export');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ fuelgaugeSettings: 1, settings: { theme: 'dark' } });
  });

  it('gives a file that import takes on another machine', async () => {
    const { data } = makeData('{"theme":"dark","thresholdsPercent":[50]}');
    const other = makeData(null);
    const file = makeFile((await config(data, 'export')).stdout);
    expect((await config(other.data, 'import', file, '--yes')).exitCode).toBe(0);
    expect(other.read()).toEqual({ theme: 'dark', thresholdsPercent: [50] });
  });

  it('refuses settings that cannot be read, which are not the defaults', async () => {
    const { data, stored } = makeData('{"theme":');
    const { exitCode, stdout, stderr } = await config(data, 'export');
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`${stored} cannot be read as settings.`);
  });
});

describe('config import', () => {
  it.each([
    [null, '--yes'],
    ['n', 'Nothing was changed.'],
  ])('shows what would change, and changes nothing after the answer %j', async (answer, said) => {
    const { data, stored } = makeData(null);
    const file = makeFile({ theme: 'dark' });
    const terminal = answer === null ? null : { columns: 80, rows: 20, answer };
    const { exitCode, stdout, stderr } = await runWith(
      createFakeEngine(),
      ['config', 'import', file, '--data', data],
      terminal,
    );
    expect([exitCode, existsSync(stored)]).toEqual([1, false]);
    expect(stdout).toBe('This would change:\n  theme: "system" → "dark"\n');
    expect(stderr).toContain(said);
  });

  it('keeps what it does not know of the file that is there', async () => {
    const { data, read } = makeData('{"theme":"light","fromTheFuture":1}');
    await config(data, 'import', makeFile({ theme: 'dark' }), '--yes');
    expect(read()).toEqual({ theme: 'dark', fromTheFuture: 1 });
  });

  it('names every line that it cannot use, keeps those as they are, takes the others, and fails', async () => {
    const { data, read } = makeData('{"plan":"none"}');
    const hostile = { theme: 'neon\u001b[2J', thresholdsPercent: [900], density: 'compact', '\u202eevil': 1 };
    const { exitCode, stdout, stderr } = await config(data, 'import', makeFile(hostile), '--yes');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('density: "comfortable" → "compact"');
    const lines = stderr.split('\n');
    expect(lines.filter((line) => /theme is .*It was left unchanged/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /thresholdsPercent\.0 is 900.*It was left unchanged/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('evil is not a setting'))).toHaveLength(1);
    for (const sign of ['\u001b', '\u202e']) expect(stderr).not.toContain(sign);
    expect(read()).toMatchObject({ plan: 'none', density: 'compact' });
    expect(read()).not.toHaveProperty('theme');
  });

  it('shows no secret of the settings, and switches on nothing that sends something elsewhere', async () => {
    const { data, read } = makeData(JSON.stringify({ otlpExport: { headers: { token: 's3cret' } } }));
    const otlpExport = {
      isOn: true,
      endpoint: 'https://ada:pass@evil.example/?key=s3cret2',
      headers: { a: 's3cret3' },
    };
    const { stdout, stderr } = await config(data, 'import', makeFile({ otlpExport }), '--yes');
    expect(stdout + stderr).not.toMatch(/s3cret|pass/);
    expect(read()).toMatchObject({ otlpExport: { isOn: false } });
  });

  it('says that old requests would be summed up before they are', async () => {
    const { data } = makeData(null);
    const { stderr } = await config(data, 'import', makeFile({ detailRetention: 30 }));
    expect(stderr).toContain('This cannot be undone.');
  });

  it.each([
    ['a file that is not there', () => join(makeFolder(), 'none.json'), 'cannot be read'],
    ['a folder', makeFolder, 'cannot be read'],
    ['a huge file', () => makeFile(' '.repeat(4_000_001)), 'cannot be read'],
    ['something else', () => makeFile('[1,2'), 'is not a file of settings'],
    ['a list of settings', () => makeFile([]), 'is not a file of settings'],
  ])('refuses %s', async (_name, make, said) => {
    const { data, stored } = makeData(null);
    const { exitCode, stderr } = await config(data, 'import', make(), '--yes');
    expect([exitCode, existsSync(stored)]).toEqual([1, false]);
    expect(stderr).toContain(said);
  });

  it('leaves settings alone that cannot be read', async () => {
    const { data, stored } = makeData('{"theme":');
    expect((await config(data, 'import', makeFile({ theme: 'dark' }), '--yes')).exitCode).toBe(1);
    expect(readFileSync(stored, 'utf8')).toBe('{"theme":');
  });

  it('has nothing to do where nothing differs', async () => {
    const { data, stored } = makeData(null);
    const { exitCode, stdout } = await config(data, 'import', makeFile({}));
    expect([exitCode, stdout, existsSync(stored)]).toEqual([0, 'Nothing would change.\n', false]);
  });
});
