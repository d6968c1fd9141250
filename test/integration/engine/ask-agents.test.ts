import { chmodSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { askDue, askEveryMs, findOnPath, type AskOptions } from '../../../main/node/engine/ask-agents.ts';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
import { codex } from '../../../shared/sources/codex/descriptor.ts';
import { useEngines } from '../../support/engines.ts';
import { createRecordingLogger } from '../../support/recording-logger.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();
const engines = useEngines();

const resetsAt = Math.floor(Date.now() / 1000) + 3_600;
const rateLimits = {
  limitId: 'codex',
  planType: 'plus',
  primary: { usedPercent: 34, windowDurationMins: 300, resetsAt },
  secondary: { usedPercent: 61, windowDurationMins: 10_080, resetsAt: resetsAt + 86_400 },
  credits: null,
};
const answer = JSON.stringify({ id: 2, result: { rateLimits, accountId: 'acct-1', email: 'ada@example.com' } });

/** A program in place of the agent's: it reads what it is asked, and answers with a line of ours. */
function makeAgent(script: string) {
  const [bin, dataFolder] = [createFolder(), createFolder()];
  const program = path.join(bin, 'codex');
  writeFileSync(program, `#!${process.execPath}\n${script}`);
  chmodSync(program, 0o755);
  const options: AskOptions = {
    sources: [codex],
    chosen: () => ['codex'],
    isPaused: () => false,
    dataFolder,
    variables: { PATH: `relative${path.delimiter}${bin}` },
    clock: { nowMs: () => Date.now() },
    logger: createRecordingLogger(),
    timeoutMs: 5_000,
  };
  const file = path.join(dataFolder, 'asked', 'codex', 'asked-limits.jsonl');
  return { options, file, dataFolder, read: () => readFileSync(file, 'utf8') };
}

const answering = `
  let text = '';
  process.stdin.on('data', (chunk) => {
    text += chunk;
    if (!text.includes('account/rateLimits/read')) return;
    require('node:fs').appendFileSync(process.cwd() + '/asked.txt', text);
    console.log('not json');
    console.log('{"id":1,"result":{}}');
    console.log(${JSON.stringify(answer)});
  });
  setTimeout(() => {}, 60000);`;

describe.skipIf(process.platform === 'win32')('asking an agent’s own program', () => {
  it('keeps its answer, which shows as limits, and nothing that identifies the person', async () => {
    const { options, dataFolder, read } = makeAgent(answering);
    await askDue(options);
    expect(read()).not.toMatch(/ada@|acct-1/);
    const engine = engines.open(createFolder(), { dataFolder, settings: { ...defaultSettings, timeZone: 'UTC' } });
    await engine.start('once');
    const { rows } = engine.limits({ source: 'codex' });
    expect(rows.map(({ id, origin, usedPercent, resetsAtMs }) => [id.scope, origin, usedPercent, resetsAtMs])).toEqual([
      ['5h', 'api', 34, resetsAt * 1_000],
      ['7d', 'api', 61, (resetsAt + 86_400) * 1_000],
    ]);
    expect(rows[0]!.id.account).toMatch(/^[0-9a-f]{16}$/);
  });

  it('happens at most every fifteen minutes, also after no answer', async () => {
    const { options, file, dataFolder, read } = makeAgent(answering);
    await askDue(options);
    await askDue(options);
    expect(readFileSync(path.join(dataFolder, 'asked.txt'), 'utf8').match(/initialized/g)).toHaveLength(1);
    const before = new Date(Date.now() - askEveryMs - 1_000);
    utimesSync(file, before, before);
    await askDue(options);
    expect(read().trim().split('\n')).toHaveLength(2);
  });

  it('does not happen unless the person wants it, nor while paused', async () => {
    const { options, dataFolder } = makeAgent(answering);
    await askDue({ ...options, chosen: () => [] });
    await askDue({ ...options, isPaused: () => true });
    expect(() => readFileSync(path.join(dataFolder, 'asked.txt'))).toThrow();
    expect(defaultSettings.askAgents).toEqual([]);
  });

  it.each([
    [
      'refuses',
      `process.stdin.on('data', () => console.log('{"id":2,"error":{"code":-32600,"message":"login"}}')); setTimeout(() => {}, 60000);`,
    ],
    ['ends', 'process.exit(3);'],
    [
      'says too much',
      `const x = 'x'.repeat(65536); for (let i = 0; i < 40; i++) process.stdout.write(x); setTimeout(() => {}, 60000);`,
    ],
  ])('learns nothing from one that %s, and goes on', async (_what, script) => {
    const { options, read } = makeAgent(script);
    await askDue(options);
    expect(read()).toBe('\n');
  });

  it('gives up on one that says nothing', async () => {
    const { options, read } = makeAgent('setTimeout(() => {}, 60000);');
    await askDue({ ...options, timeoutMs: 200 });
    expect(read()).toBe('\n');
  });

  it('finds programs by absolute folders only', async () => {
    const folder = createFolder();
    mkdirSync(path.join(folder, 'codex'));
    expect(await findOnPath('codex', { PATH: '.:bin' })).toBeNull();
    expect(await findOnPath('codex', {})).toBeNull();
  });
});
