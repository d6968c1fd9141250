import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serverPrograms } from '../../../../../main/server/programs/programs.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';
import { runCliInProcess } from '../../../../support/cli-in-process.ts';

const makeFolder = useTemporaryFolders();

function prepare(settings: string | null = null) {
  const dataFolder = join(makeFolder(), 'data');
  mkdirSync(dataFolder);
  if (settings !== null) writeFileSync(join(dataFolder, 'settings.json'), settings);
  const check = (variables: Readonly<Record<string, string>> = {}) =>
    serverPrograms.checkConfig({ home: null, dataFolder, timeZone: null, host: null, port: null }, variables);
  const complain = async (variables: Readonly<Record<string, string>> = {}) =>
    (await check(variables)).problems.map(({ severity, setting }) => `${severity} ${setting}`);
  return { dataFolder, check, complain };
}

describe('config check', () => {
  it('finds nothing where nothing is wrong, and makes nothing', async () => {
    const { dataFolder, complain } = prepare();
    const token = { FUELGAUGE_TOKEN: 'x'.repeat(24), FUELGAUGE_HOST: '0.0.0.0', FUELGAUGE_SECRET_OTLP: 'y' };
    expect(await complain(token)).toEqual([]);
    expect(readdirSync(dataFolder)).toEqual([]);
  });

  it('refuses a token that could be guessed, and prints none', async () => {
    const { check, complain } = prepare();
    expect(await complain({ FUELGAUGE_TOKEN: 'S3CRET' })).toEqual(['error FUELGAUGE_TOKEN']);
    const variables = {
      ...{ FUELGAUGE_TOKEN: 'S3CRET', FUELGAUGE_SECRET_X: 'S3CRET', OTEL_BEARER_TOKEN: 'S3CRET' },
      ...{ OTEL_EXPORTER_OTLP_HEADERS: 'a=S3CRET', OTEL_EXPORTER_OTLP_ENDPOINT: 'https://a:S3CRET@x' },
    };
    const report = await check({ ...variables, FUELGAUGE_OTLP_EXPORT: '1' });
    expect(JSON.stringify(report)).not.toContain('S3CRET');
    const names = report.rows.filter(({ from }) => from !== null).map(({ from }) => from);
    expect(names).toEqual(['FUELGAUGE_OTLP_EXPORT', ...Object.keys(variables)].toSorted());
  });

  it('finds a key of the ledger that is none, and prints none', async () => {
    const { check, complain } = prepare();
    const key = 'ab'.repeat(32);
    const required = { FUELGAUGE_DB_KEY_REQUIRED: '1' };
    expect(await complain({ FUELGAUGE_DB_KEY: 'S3CRET' })).toEqual(['error FUELGAUGE_DB_KEY']);
    expect(await complain(required)).toEqual(['error FUELGAUGE_DB_KEY']);
    expect(await complain({ ...required, FUELGAUGE_DB_KEY: 'none' })).toEqual([]);
    expect(await complain({ ...required, FUELGAUGE_DB_KEY: key, FUELGAUGE_DB_KEY_OLD: key })).toEqual([]);
    const report = await check({ FUELGAUGE_DB_KEY: 'S3CRET', FUELGAUGE_DB_KEY_OLD: 'S3CRET' });
    expect(JSON.stringify(report)).not.toContain('S3CRET');
    expect(report.problems[0]?.message).toMatch(/32 random bytes/);
  });

  it('finds what keeps the server from starting or sending', async () => {
    const { complain } = prepare('{"server":{"certificateFile":"/nowhere.pem"},"otlpExport":{"isOn":true}}');
    expect(await complain()).toEqual(['error server.certificateFile', 'error otlpExport']);
    expect(await complain({ FUELGAUGE_PRIVATE_KEY_FILE: '/nowhere.key', OTEL_ENDPOINT: 'http://far:4318' })).toEqual([
      ...['error server.certificateFile', 'error otlpExport'],
    ]);
    expect(await prepare('{"a"').complain({ FUELGAUGE_HSOT: 'x' })).toEqual(['error null', 'warning FUELGAUGE_HSOT']);
  });

  it.skipIf(process.platform === 'win32')('finds a file of secrets that others may read', async () => {
    const { dataFolder, complain } = prepare();
    const file = join(dataFolder, 'secrets.json');
    writeFileSync(file, '{}');
    chmodSync(file, 0o644);
    expect(await complain()).toEqual(['error null']);
    chmodSync(file, 0o600);
    expect(await complain()).toEqual([]);
  });

  it('is printed with an exit code, as text and as JSON', async () => {
    const { dataFolder } = prepare('{"theme":"blue"}');
    const args = ['config', 'check', '--data', dataFolder];
    const text = await runCliInProcess([...args, '--web-mode']);
    expect([text.code, text.stderr]).toEqual([1, '']);
    expect(text.stdout).toMatch(/^server\.port +8080 +\[option --port\]$/m);
    expect(text.stdout).toContain('Error: theme is "blue"');
    const json = JSON.parse((await runCliInProcess([...args, '--json'])).stdout) as { settings: { name: string }[] };
    expect(json).toMatchObject({ schema: 'fuelgauge.config.v1', isValid: false, problems: [{ setting: 'theme' }] });
    expect(json.settings.length).toBeGreaterThan(50);
    writeFileSync(join(dataFolder, 'settings.json'), '{"theme":"dark","later":1}');
    expect((await runCliInProcess(args)).code).toBe(0);
  });
});

describe('config', () => {
  const run = (dataFolder: string, ...more: readonly string[]) =>
    runCliInProcess(['config', '--data', dataFolder, ...more]);

  it('lists what differs from the defaults, with where it comes from', async () => {
    const { dataFolder } = prepare('{"workDays":5,"calendar":{"dayStartHour":4}}');
    const { code, stdout } = await run(dataFolder, '--timezone', 'Europe/Berlin');
    expect(code).toBe(0);
    const lines = stdout.split('\n').map((line) => line.replaceAll(/ {2,}/g, ' '));
    expect(lines).toEqual(
      expect.arrayContaining([
        'workDays 5 file',
        'calendar.dayStartHour 4 file',
        'timeZone Europe/Berlin option --timezone',
      ]),
    );
    expect(stdout).not.toMatch(/default *$|costMode/m);
    const json = JSON.parse((await run(dataFolder, '--json')).stdout) as { settings: readonly { name: string }[] };
    expect(json).toMatchObject({ schema: 'fuelgauge.config.v1', isValid: true, problems: [] });
    expect(json.settings.map(({ name }) => name)).toEqual(['calendar.dayStartHour', 'workDays']);
  });

  it('says so when nothing differs, and what cannot be used, with an exit code', async () => {
    expect((await run(prepare().dataFolder)).stdout).toContain('Every setting has its default value.');
    const { code, stdout } = await run(prepare('{"plan":"max5"}').dataFolder);
    expect(code).toBe(1);
    expect(stdout).toContain('Error: plan is "max5"');
  });
});
