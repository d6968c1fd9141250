import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../build/lib/run.ts';
import { translatedLanguages } from '../../../shared/domain/translated-languages.ts';
import type { Notice } from '../../../shared/ports/alert-channel.ts';
import { copyRepository, editFile } from '../../support/copy-repository.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const threshold = { title: 'codex: 5-hour limit at 80%', body: 'Passed 75%. Resets in 1 h.' };
const depleted = { title: 'codex: 5-hour limit is used up', body: 'Nothing is left. Resets in 1 h.' };
const usedUp = { title: 'codex took everything', body: 'Take a break.' };

describe('adding a rule and a channel, as ARCHITECTURE.md says', { timeout: 400_000 }, () => {
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

  it('compiles', async () => {
    const tsc = join(copy, 'node_modules/typescript/bin/tsc');
    const { code, stdout } = await run(process.execPath, [tsc, '-p', 'main/tsconfig.json'], { cwd: copy });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });

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

/** What somebody does who adds a rule: its facts, its file, its message and its line. */
function addRule(to: string): void {
  const file = (path: string): string => join(to, 'shared', path);
  editFile(
    file('domain/alert-intent.ts'),
    /interface AlertParameters \{/,
    "$&\n  readonly 'used-up': { readonly subject: AlertSubject };",
  );
  cpSync(join(to, 'test/support/added-alert/rule.ts.txt'), file('alerts/rules/used-up.ts'));
  editFile(file('alerts/intent-schema.ts'), /^ {2}depleted: .*$/m, "$&\n  'used-up': v.strictObject({ subject }),");
  editFile(file('alerts/alert-choices.ts'), /^ {2}depleted: .*$/m, "$&\n  'used-up': group(common(true)),");
  for (const language of ['en', ...translatedLanguages]) addWords(file(`messages/${language}`));
  const rules = file('alerts/rules/all-rules.ts');
  editFile(rules, /^import \{ thresholdRule.*$/m, "$&\nimport { usedUpRule } from './used-up.ts';");
  editFile(rules, /threshold: thresholdRule,/, "$&\n  'used-up': usedUpRule,");
}

/** The words of the rule in a language: all of them have every alert. */
function addWords(folder: string): void {
  editFile(
    join(folder, 'notifications.ts'),
    /\n {2}return \{\n/,
    "$&    'used-up': (_intent, { sourceLabel }) => ({ title: `${sourceLabel} took everything`, body: 'Take a break.' }),\n",
  );
  editFile(join(folder, 'alerts.ts'), /^ {2}depleted: .*$/m, "$&\n  'used-up': 'Took everything',");
  const hints = join(folder, existsSync(join(folder, 'rule-hints.ts')) ? 'rule-hints.ts' : 'settings.ts');
  editFile(hints, /^ {2}depleted: .*$/m, "$&\n  'used-up': 'When a window was used up.',");
}

/** What somebody does who adds a channel: its folder and its line. */
function addChannel(to: string): void {
  const folder = join(to, 'main/node/channels/added');
  mkdirSync(folder);
  cpSync(join(to, 'test/support/added-alert/channel.ts.txt'), join(folder, 'added-channel.ts'));
  const channels = join(to, 'main/node/host/alerts/all-channels.ts');
  editFile(
    channels,
    /^import \{ createLogChannel.*$/m,
    "$&\nimport { createAddedChannel } from '../../channels/added/added-channel.ts';",
  );
  editFile(
    channels,
    /\{ channel: createLogChannel[^\]]*\}/,
    "$&, { channel: createAddedChannel(process.env['ALERT_ADDRESS']!), isOn: ({ notifications }) => notifications }",
  );
}
