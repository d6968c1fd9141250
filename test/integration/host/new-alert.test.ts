import { cpSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../build/lib/run.ts';
import type { Notice } from '../../../shared/ports/alert-channel.ts';
import { addChannel, addRule } from '../../support/additions/add-alert.ts';
import { copyRepository } from '../../support/copy-repository.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const threshold = { title: 'codex: 5-hour limit at 80%', body: 'Passed 75%. Resets in 1 h.' };
const depleted = { title: 'codex: 5-hour limit is used up', body: 'Nothing is left. Resets in 1 h.' };
const usedUp = { title: 'codex took everything', body: 'Take a break.' };

// That all of it compiles: compile-additions.test.ts.
describe('adding a rule and a channel, as ARCHITECTURE.md says', () => {
  const copy = join(makeFolder(), 'repository');
  const posted: { readonly intent: { readonly kind: string }; readonly notice: Notice }[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      posted.push(JSON.parse(body));
      response.writeHead(status).end();
    });
  });

  beforeAll(async () => {
    copyRepository(copy);
    addRule(copy);
    addChannel(copy);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => void server.close());

  /** One run of the app, in which usage takes these values. */
  const publish = async (dataFolder: string, ...percents: readonly number[]) => {
    posted.length = 0;
    const script = join(copy, 'test/support/added-alert/publish-usage.ts');
    const { port } = server.address() as AddressInfo;
    const env = { ...process.env, ALERT_ADDRESS: `http://127.0.0.1:${port}/` };
    const { code, stdout, stderr } = await run(process.execPath, [script, dataFolder, ...percents.map(String)], {
      env,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout) as { notices: Notice[]; log: string[]; problems: string[] };
  };

  it('delivers the alerts of both rules on every channel, once, also after a restart', async () => {
    const dataFolder = makeFolder();
    const { notices, log, problems } = await publish(dataFolder, 60, 80, 81, 100, 100);
    expect(notices).toEqual([threshold, depleted, usedUp]);
    expect(byTitle(posted.map(({ notice }) => notice))).toEqual(byTitle(notices));
    expect(posted.map(({ intent }) => intent.kind).sort()).toEqual(['depleted', 'threshold', 'used-up']);
    expect(log.filter((line) => line.startsWith('info used-up alert'))).toHaveLength(1);
    expect(problems).toEqual([]);

    expect((await publish(dataFolder, 100, 100)).notices).toEqual([]);
    expect(posted).toEqual([]);
    const { rules } = JSON.parse(readFileSync(join(dataFolder, 'alerts.json'), 'utf8')) as { rules: object };
    expect(Object.keys(rules)).toEqual(expect.arrayContaining(['threshold', 'used-up']));
  });

  it('delivers on the other channels when one fails, and shows why', async () => {
    status = 500;
    const { notices, problems } = await publish(makeFolder(), 60, 80);
    expect([notices, problems, posted.length]).toEqual([[threshold], ['notifications'], 1]);
  });

  it('reads the alerts of a version without the rule', async () => {
    status = 200;
    const dataFolder = makeFolder();
    cpSync(join(copy, 'test/fixtures/alerts/schema-1.json'), join(dataFolder, 'alerts.json'));
    expect((await publish(dataFolder, 100)).notices).toEqual([usedUp]);
  });
});

function byTitle(notices: readonly Notice[]): readonly Notice[] {
  return [...notices].sort((left, right) => left.title.localeCompare(right.title));
}
