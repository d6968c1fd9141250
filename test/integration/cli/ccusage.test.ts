import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../build/lib/run.ts';
import { ccusage } from '../../compare/peers/ccusage.ts';
import { toPeerEnvironment } from '../../compare/peers/peer.ts';
import { providePeer } from '../../compare/peers/provide-peer.ts';
import { runCliInProcess } from '../../support/cli-in-process.ts';
import { hasRealLogs, realLogsFolder } from '../../support/real-logs.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const newFolder = useTemporaryFolders();
/** Null without the npm registry, and on systems for which the real program's package is not pinned. */
const program = await providePeer(ccusage.package, () => undefined).catch(() => null);
const minuteMs = 60_000;

/** Real logs of two agents, and an active block. */
function makeHome(): string {
  const home = newFolder();
  cpSync(join(realLogsFolder, 'claude/ryoppippi__ccusage'), join(home, '.claude'), { recursive: true });
  cpSync(join(realLogsFolder, 'codex/ryoppippi__ccusage'), join(home, '.codex'), { recursive: true });
  const project = join(home, '.claude/projects/-home-ada-shop');
  mkdirSync(project, { recursive: true });
  const rows = [40, 30, 20, 10].map((minutes) =>
    JSON.stringify({
      type: 'assistant',
      timestamp: new Date(Date.now() - minutes * minuteMs).toISOString(),
      sessionId: 'busy',
      cwd: '/home/ada/shop',
      requestId: `r${minutes}`,
      version: '2.0.0',
      message: {
        id: `m${minutes}`,
        role: 'assistant',
        model: 'claude-sonnet-4-20250514',
        stop_reason: 'end_turn',
        usage: {
          input_tokens: 100 + minutes,
          output_tokens: 50,
          cache_creation_input_tokens: 20,
          cache_read_input_tokens: 1000,
        },
      },
    }),
  );
  // A model that has no price yet.
  const unpriced = rows
    .slice(0, 1)
    .map((row) => row.replace('claude-sonnet-4-20250514', 'mystery-9').replace(/([mr])40/g, '$150'));
  writeFileSync(join(project, 'busy.jsonl'), `${[...rows, ...unpriced].join('\n')}\n`);
  return home;
}

describe.runIf(hasRealLogs && program !== null)('fuelgauge ccusage', () => {
  const home = hasRealLogs ? makeHome() : '';

  async function askBoth(args: readonly string[]): Promise<{ readonly theirs: Json; readonly ours: Json }> {
    const env = { ...toPeerEnvironment(home), TZ: 'UTC' };
    const peer = await run(program ?? '', [...args, '--json', '--offline'], { cwd: home, env });
    const our = await runCliInProcess(['ccusage', ...args, '--json', '--offline', '--home', home, '--data', home]);
    expect(our).toMatchObject({ code: 0, stderr: '' });
    return { theirs: JSON.parse(peer.stdout) as Json, ours: JSON.parse(our.stdout) as Json };
  }

  it.each([
    'daily',
    'weekly',
    'monthly',
    'session',
    'blocks',
    'daily --by-agent',
    'daily --sections daily,monthly,session',
    'daily --no-cost',
    'blocks --active',
    'blocks --token-limit 500',
    'session --id busy',
    'claude daily',
    'claude weekly',
    'claude monthly',
    'claude session',
    'claude daily --instances',
    'codex daily',
    'codex monthly',
    'codex session',
    'gemini daily',
  ])('%s has every key of the real program', async (line) => {
    const { theirs, ours } = await askBoth(line.split(' '));
    const [wanted, found] = [new Map(listPaths(theirs)), new Map(listPaths(ours))];
    expect(wanted.size).toBeGreaterThan(3);
    for (const [path, kind] of wanted) {
      expect(found.has(path), `${path} of ${line}`).toBe(true);
      if (kind !== 'null') expect([kind, 'null'], `${path} of ${line}`).toContain(found.get(path));
    }
  });

  it.each([['claude daily'], ['claude weekly'], ['claude monthly'], ['daily'], ['weekly'], ['monthly']])(
    '%s has the same rows with the same tokens',
    async (line) => {
      const { theirs, ours } = await askBoth(line.split(' '));
      const name = line.split(' ').at(-1) ?? '';
      expect(toTokens(ours, name)).toEqual(toTokens(theirs, name));
    },
  );

  it.each(['session', 'claude session', 'claude session --order asc', 'claude session --order desc'])(
    '%s has its sessions in the order of the real program',
    async (line) => {
      const { theirs, ours } = await askBoth(line.split(' '));
      const toIds = (value: Json): readonly unknown[] => {
        const { session, sessions } = value as Readonly<Record<string, readonly Readonly<Record<string, Json>>[]>>;
        // Codex's are named after their files there.
        return (session ?? sessions ?? [])
          .filter(({ agent }) => agent === undefined || agent === 'claude')
          .map(({ period, sessionId }) => period ?? sessionId);
      };
      expect(toIds(theirs).length).toBeGreaterThan(2);
      expect(toIds(ours)).toEqual(toIds(theirs));
    },
  );

  it('has with --instances what it has without, also of usage that names no folder, and of folders of one name', async () => {
    const home = newFolder();
    const project = join(home, '.claude/projects/x');
    mkdirSync(project, { recursive: true });
    const rows = ['/home/ada/shop', 'shop', undefined].map((cwd, index) =>
      JSON.stringify({
        type: 'assistant',
        timestamp: '2026-05-01T10:00:00Z',
        sessionId: `s${index}`,
        cwd,
        requestId: `r${index}`,
        message: {
          id: `m${index}`,
          role: 'assistant',
          model: 'claude-sonnet-4',
          usage: { input_tokens: 10, output_tokens: 1 },
        },
      }),
    );
    writeFileSync(join(project, 'x.jsonl'), `${rows.join('\n')}\n`);
    const ask = async (...args: readonly string[]): Promise<{ readonly totals: { readonly totalTokens: number } }> => {
      const line = ['ccusage', 'claude', 'daily', ...args, '--json', '--home', home, '--data', home];
      return JSON.parse((await runCliInProcess(line)).stdout) as never;
    };
    expect((await ask()).totals.totalTokens).toBe(33);
    expect(await ask('--instances')).toMatchObject({
      totals: { totalTokens: 33 },
      projects: {
        unknown: [{ totalTokens: 11 }],
        shop: [{ totalTokens: 11 }],
        '-home-ada-shop': [{ totalTokens: 11 }],
      },
    });
  });

  it('shows our own tables without --json, of the rows that its options leave', async () => {
    const args = ['--home', home, '--data', home, '--timezone', 'UTC'];
    const session = await runCliInProcess(['ccusage', 'session', '--id', 'busy', ...args]);
    expect(session.stdout.split('\n').filter((line) => line.startsWith('busy'))).toHaveLength(1);
    expect(session.stdout).not.toContain('session-alpha');
    const blocks = await runCliInProcess(['ccusage', 'blocks', '--active', ...args]);
    expect(blocks.stdout).toContain('active');
    expect(blocks.stdout).not.toContain('done');
  });
});

/** Every path of an object with the kind of its value; the elements of an array share one path. */
function listPaths(value: Json, path = ''): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) return value.flatMap((element: Json) => listPaths(element, `${path}[]`));
  if (value === null || typeof value !== 'object') return [[path, value === null ? 'null' : typeof value]];
  return Object.entries(value).flatMap(([name, member]: readonly [string, Json]) =>
    // Names of models and projects are data.
    listPaths(member, `${path}.${/\.(models|projects)$/.test(path) ? '*' : name}`),
  );
}

/** The tokens of each row of Claude Code, in order. */
function toTokens(value: Json, name: string): readonly unknown[] {
  const rows = (value as Readonly<Record<string, readonly Readonly<Record<string, Json>>[]>>)[name] ?? [];
  return rows.map((row) => [
    row['period'] ?? row['date'] ?? row['week'] ?? row['month'],
    row['inputTokens'],
    row['outputTokens'],
    row['cacheCreationTokens'],
    row['cacheReadTokens'],
  ]);
}
