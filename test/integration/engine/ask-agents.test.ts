import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  askEveryMs,
  createAgentAsker,
  findOnPath,
  type AskOptions,
} from '../../../main/node/engine/upkeep/ask-agents.ts';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
import { antigravity } from '../../../shared/sources/antigravity/descriptor.ts';
import { claudeCode } from '../../../shared/sources/claude-code/descriptor.ts';
import { codex } from '../../../shared/sources/codex/descriptor.ts';
import type { Source } from '../../../shared/sources/source.ts';
import { useEngines } from '../../support/engines.ts';
import { isRunning } from '../../support/is-running.ts';
import { writeNodeProgram } from '../../support/node-program.ts';
import { createRecordingLogger } from '../../support/recording-logger.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const askDue = (options: AskOptions) => createAgentAsker(options).askDue();
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
function makeAgent(script: string, source: Source = codex) {
  const [bin, dataFolder] = [createFolder(), createFolder()];
  writeNodeProgram(path.join(bin, source.limitQuestion!.program), script);
  const options: AskOptions = {
    sources: [source],
    chosen: () => [source.id],
    isPaused: () => false,
    isWriter: () => true,
    dataFolder,
    variables: { PATH: `relative${path.delimiter}${bin}` },
    clock: { nowMs: () => Date.now() },
    logger: createRecordingLogger(),
    // A program may take seconds to start on a busy machine.
    timeoutMs: 60_000,
  };
  const file = path.join(dataFolder, 'asked', source.id, 'asked-limits.jsonl');
  return { options, file, dataFolder, read: () => readFileSync(file, 'utf8') };
}

const answering = `
  let text = '';
  process.stdin.on('data', (chunk) => {
    text += chunk;
    if (!text.includes('account/rateLimits/read')) return;
    require('node:fs').appendFileSync(require('node:path').join(process.cwd(), '..', '..', 'asked.txt'), text);
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

  it('does not fill the disk: a full file is set aside, and still read', async () => {
    const { options, file, read } = makeAgent('process.exit(3);');
    mkdirSync(path.dirname(file), { recursive: true });
    const full = '\n'.repeat(4 * 1024 * 1024 + 1);
    writeFileSync(file, full);
    await createAgentAsker({ ...options, clock: { nowMs: () => Date.now() + askEveryMs } }).askDue();
    // Lengths: a difference of millions of lines takes long to print.
    expect(read()).toHaveLength(1);
    const [name = ''] = readdirSync(path.dirname(file)).filter((each) => each !== path.basename(file));
    expect(readFileSync(path.join(path.dirname(file), name), 'utf8')).toHaveLength(full.length);
    expect(codex.streams.some(({ kind, matches }) => kind === 'lines' && matches(name))).toBe(true);
  });

  it('does not happen unless the person wants it, nor while paused', async () => {
    const { options, dataFolder } = makeAgent(answering);
    await askDue({ ...options, chosen: () => [] });
    await askDue({ ...options, isPaused: () => true });
    await askDue({ ...options, isWriter: () => false });
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

  it('is told what came of it when it asks for it now, at most once a minute', async () => {
    const { options, file } = makeAgent(answering);
    const asker = createAgentAsker(options);
    const outcomes = async () => (await asker.askNow(null)).map(({ outcome }) => outcome);
    expect(await createAgentAsker({ ...options, chosen: () => [] }).askNow('codex')).toEqual([
      { source: 'codex', program: 'codex', outcome: 'not-allowed' },
    ]);
    expect(await createAgentAsker({ ...options, variables: {} }).askNow(null)).toMatchObject([
      { outcome: 'not-found' },
    ]);
    // Two at once: the second waits for the first.
    expect((await Promise.all([outcomes(), outcomes()])).flat()).toEqual(['answered', 'asked-before']);
    const before = new Date(Date.now() - 61_000);
    utimesSync(file, before, before);
    expect(await outcomes()).toEqual(['answered']);
  });

  /** Says its version, or answers in an empty folder without waiting for its input. */
  const printing = (version: string, text: string) => `
    const { readdirSync, appendFileSync } = require('node:fs');
    if (process.argv[2] === '--version') console.log(${JSON.stringify(version)});
    else {
      appendFileSync(process.cwd() + '/../../asked.txt', JSON.stringify([process.argv.slice(2), readdirSync('.')]) + '\\n');
      process.stdin.resume().on('end', () => process.stdout.write(${JSON.stringify(text)}));
    }`;
  const usage = JSON.stringify({
    type: 'result',
    is_error: false,
    session_id: 'secret',
    result:
      'You are using your subscription, ada@example.com\n\nCurrent session: 10% used · resets 11:59pm (UTC)\n' +
      'Current week (all models): 4% used · resets 11:59pm (UTC)\nCurrent week (Opus): 7% used\nCurrent day: 9% used\n',
  });

  it('asks Claude Code as its command without a turn, and keeps the windows alone', async () => {
    const { options, dataFolder, read } = makeAgent(printing('2.1.240 (Claude Code)', usage), claudeCode);
    expect(await createAgentAsker(options).askNow(null)).toMatchObject([{ outcome: 'answered' }]);
    const [args, folder] = JSON.parse(readFileSync(path.join(dataFolder, 'asked.txt'), 'utf8')) as [string[], string[]];
    expect(args.slice(0, 4)).toEqual(['-p', '/usage', '--output-format', 'json']);
    expect(args).toContain('--no-session-persistence');
    expect(folder).toEqual([]);
    expect(read()).not.toMatch(/secret|ada@|subscription/);
    const engine = engines.open(createFolder(), { dataFolder, settings: { ...defaultSettings, timeZone: 'UTC' } });
    await engine.start('once');
    const { rows } = engine.limits({ source: 'claude-code' });
    expect(rows.map(({ id, usedPercent, label }) => [id.scope, usedPercent, label])).toEqual([
      ['5h', 10, null],
      ['7d', 4, null],
      ['7d opus', 7, 'Opus'],
    ]);
  });

  it('understands one that colours what it says', async () => {
    const coloured = usage.replaceAll(/(\d+% used)/g, String.raw`\u001b[1m$1\u001b[22m`);
    const text = `\u001b[?25l\u001b]0;usage\u0007${coloured}\u001b[0m\n\u001b[?25h`;
    const { options, read } = makeAgent(printing('\u001b[32m2.1.240\u001b[0m', text), claudeCode);
    expect(await createAgentAsker(options).askNow(null)).toMatchObject([{ outcome: 'answered' }]);
    expect(JSON.parse(read())).toMatchObject({
      answer: { windows: [{ percent: 10 }, { percent: 4 }, { percent: 7 }] },
    });
  });

  it('does not wait for what the program leaves running, and ends it', async () => {
    const leaving = `
      const { pid } = require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], {
        stdio: ['ignore', 'inherit', 'ignore'],
      });
      require('node:fs').writeFileSync(process.cwd() + '/../../left.txt', String(pid));
      process.stdout.write(${JSON.stringify(JSON.stringify(JSON.parse(usage), null, 2))}, () => process.exit(0));`;
    const script = `if (process.argv[2] === '--version') console.log('2.1.240'); else {${leaving}}`;
    const { options, dataFolder } = makeAgent(script, claudeCode);
    expect(await createAgentAsker(options).askNow(null)).toMatchObject([{ outcome: 'answered' }]);
    const left = Number(readFileSync(path.join(dataFolder, 'left.txt'), 'utf8'));
    await waitUntil('its end', () => !isRunning(left));
  });

  it('does not ask one that would take the question for a prompt', async () => {
    for (const [version, source] of [
      ['1.1.10', antigravity],
      ['2.0.99 (Claude Code)', claudeCode],
      ['what?', claudeCode],
    ] as const) {
      const { options, dataFolder, read } = makeAgent(printing(version, usage), source);
      expect(await createAgentAsker(options).askNow(null)).toMatchObject([{ outcome: 'too-old' }]);
      expect(() => readFileSync(path.join(dataFolder, 'asked.txt'))).toThrow();
      expect(read()).toBe('\n');
    }
  });

  it('reads the groups of Antigravity, over several lines, and no window that another one decides', async () => {
    const reset = new Date(Date.now() + 3_600_000).toISOString();
    const bucket = (window: string, remaining_fraction: number, disabled = false) => ({
      window,
      remaining_fraction,
      reset_time: reset,
      disabled,
    });
    const data = {
      groups: [
        { name: 'Gemini Models', buckets: [bucket('5h', 0.28), bucket('weekly', 0.73), bucket('decade', 0.5)] },
        {
          name: 'Claude and GPT',
          buckets: [bucket('five_hour', 1, true), bucket('weekly', 0), { window: '5h' }, null],
        },
      ],
    };
    const text = JSON.stringify({ status: 'SUCCESS', command: { name: 'usage', data } }, null, 2);
    const { options, dataFolder } = makeAgent(printing('agy 1.2.3', text), antigravity);
    expect(await createAgentAsker(options).askNow('antigravity')).toMatchObject([{ outcome: 'answered' }]);
    const engine = engines.open(createFolder(), { dataFolder, settings: { ...defaultSettings, timeZone: 'UTC' } });
    await engine.start('once');
    const { rows } = engine.limits({ source: 'antigravity' });
    expect(
      rows.map(({ id, usedPercent, label, resetsAtMs }) => [id.scope, usedPercent, label, resetsAtMs !== null]),
    ).toEqual([
      ['7d', 100, 'Claude and GPT', true],
      ['5h', 72, 'Gemini Models', true],
      ['7d', 27, 'Gemini Models', true],
    ]);
  });

  it('finds programs by absolute folders only', async () => {
    const folder = createFolder();
    mkdirSync(path.join(folder, 'codex'));
    expect(await findOnPath('codex', { PATH: '.:bin' })).toBeNull();
    expect(await findOnPath('codex', {})).toBeNull();
  });
});
