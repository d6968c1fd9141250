import { noScreen } from '../../../../../fakes/cli-host.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNodeCliHost } from '../../../../../../main/node/cli/node-cli-host.ts';
import { runCli } from '../../../../../../main/node/cli/run-cli.ts';
import { startWebServer } from '../../../../../support/servers/web-server.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const system = { ...createNodeCliHost(), loadServer: () => Promise.reject(new Error('not wanted')) };

/** Runs the command line on a home and a data folder of its own. */
async function run(dataFolder: string, ...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const toStream = (to: string[]) => ({
    write: async (text: string) => void to.push(text),
    ...{ isTerminal: false, columns: undefined, rows: undefined, ...noScreen },
  });
  const host = { ...system, stdout: toStream(out), stderr: toStream(err), checksAnswers: true };
  const code = await runCli(['alerts', ...args, '--home', makeFolder(), '--data', dataFolder], host);
  return { code, out: out.join(''), err: err.join('') };
}

function withChannel(url: string): string {
  const folder = makeFolder();
  writeFileSync(
    join(folder, 'settings.json'),
    JSON.stringify({ alertChannels: [{ kind: 'webhook', id: 'hook', url }] }),
  );
  return folder;
}

describe('fuelgauge alerts', () => {
  it('sends a test on a channel, also on one that is off', async () => {
    const server = await startWebServer();
    const found = await run(withChannel(server.address), 'test', 'hook');
    expect(found).toMatchObject({ code: 0, out: 'The test was delivered on “hook”.\n' });
    expect(JSON.parse(server.received[0]!.body)).toMatchObject({ kind: 'test' });
  });

  it('says why a test was not delivered, and which channels there are not', async () => {
    const folder = withChannel('http://127.0.0.1:1/');
    expect(await run(folder, 'test', 'hook')).toMatchObject({
      code: 1,
      err: expect.stringContaining('It cannot be reached (ECONNREFUSED).') as string,
    });
    expect(await run(folder, 'test', 'other')).toMatchObject({
      ...{ code: 2, err: 'fuelgauge: There is no channel “other” in the settings.\n' },
    });
    // A failure that was to be expected is no bug.
    expect((await run(folder, 'test', 'hook')).err).not.toContain('Something went wrong');
  });

  it('lists what was raised with what became of it', async () => {
    const folder = makeFolder();
    expect((await run(folder, 'list')).out).toContain('No alert has been raised yet.');
    const intent = { kind: 'restored', key: 'w', source: 'codex', parameters: { subject: { kind: 'block' } } };
    const delivery = { channel: 'hook', state: 'failed', atMs: 2, failure: { kind: 'refused', status: 404 } };
    const record = { id: 'a', raisedAtMs: Date.parse('2026-05-01T12:00:00Z'), intent, state: 'passed' };
    const deliveries = [delivery, ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((channel) => ({ ...delivery, channel }))];
    const records = [{ ...record, deliveries }, { broken: true }];
    writeFileSync(join(folder, 'alert-history.json'), JSON.stringify({ schema: 1, records }));
    const { out } = await run(folder, 'list', '--timezone', 'UTC');
    expect(out).toContain('2026-05-01 12:00');
    // Nothing is cut, however many channels there are.
    expect(out.replace(/\s+/g, ' ')).toBe(
      '2026-05-01 12:00 Codex: 5-hour block is available again. No other known limit of this account blocks it. ' +
        'raised; hook, a, b, c, d, e, f, g: not delivered ',
    );
    const json = JSON.parse((await run(folder, 'list', '--json')).out) as { schema: string; rows: unknown[] };
    expect([json.schema, json.rows]).toEqual(['fuelgauge.alerts.v1', [{ ...record, deliveries }]]);
  });

  it('tries rules on the past', async () => {
    const { code, out } = await run(makeFolder(), 'dry-run');
    expect(code).toBe(0);
    expect(out).toContain('Over the last 30 days, no alert would have been raised.');
    expect(out).toContain('Not tried');
  });

  it('refuses what it does not know', async () => {
    for (const args of [['send'], ['test'], ['list', 'hook'], []]) {
      expect((await run(makeFolder(), ...args)).code).toBe(2);
    }
  });
});
