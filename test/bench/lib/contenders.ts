import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ccusage } from '../../compare/peers/ccusage.ts';
import { toPeerEnvironment, type Peer } from '../../compare/peers/peer.ts';
import { providePeer } from '../../compare/peers/provide-peer.ts';
import { tokscale } from '../../compare/peers/tokscale.ts';
import type { LogsFigures } from '../corpus/claude-logs.ts';
import type { Contender } from './alternate.ts';
import type { Bench } from './measurement.ts';

/** An agent whose logs every contender reads. */
export type ContenderAgent = 'claude' | 'codex';

/** Our command line, reporting by model; `dataFolder` returns, before every run, where the ledger is. */
export function createOurReport(
  bench: Bench,
  name: string,
  home: string,
  dataFolder: () => string,
  expected: LogsFigures['tokens'] | null,
  more: readonly string[] = [],
): Contender {
  return {
    name,
    prepare: () => ({
      program: process.execPath,
      args: [
        ...[join(bench.appFolder, 'dist', 'cli.js'), 'report', '--json', '--by', 'model'],
        ...['--home', home, '--data', dataFolder(), ...more],
      ],
      env: toPeerEnvironment(home),
      cwd: home,
    }),
    check(stdout) {
      if (expected === null) return;
      const { usage } = (JSON.parse(stdout) as { totals: { usage: Readonly<Record<string, number>> } }).totals;
      const counted = {
        input: usage['inputTokens'] ?? 0,
        cacheWrite: (usage['cacheCreation5mTokens'] ?? 0) + (usage['cacheCreation1hTokens'] ?? 0),
        cacheRead: usage['cacheReadTokens'] ?? 0,
        output: usage['outputTokens'] ?? 0,
      };
      assertSame(name, counted, expected);
    },
  };
}

/**
 * ccusage's report, which reads every log on every run. `expected` is null where it is known to count differently
 * (`npm run compare` explains how).
 */
export async function createCcusageReport(
  bench: Bench,
  home: string,
  expected: LogsFigures['tokens'] | null,
  agent: ContenderAgent = 'claude',
): Promise<Contender> {
  const program = await provide(bench, ccusage);
  return {
    name: 'ccusage',
    prepare: () => ({
      program,
      args: [agent, 'daily', '--offline', '--json', '--timezone', 'UTC'],
      env: {
        ...toPeerEnvironment(home),
        CLAUDE_CONFIG_DIR: join(home, '.claude'),
        CODEX_HOME: join(home, '.codex'),
      },
      cwd: home,
    }),
    check(stdout) {
      if (expected === null) return;
      const { totals } = JSON.parse(stdout) as { totals: Readonly<Record<string, number>> };
      const counted = {
        input: totals['inputTokens'] ?? 0,
        cacheWrite: totals['cacheCreationTokens'] ?? 0,
        cacheRead: totals['cacheReadTokens'] ?? 0,
        output: totals['outputTokens'] ?? 0,
      };
      assertSame('ccusage', counted, expected);
    },
  };
}

/** tokscale's report; without its cache it starts from the logs alone. It always has prices, so it uses no network. */
export async function createTokscaleReport(
  bench: Bench,
  home: string,
  cache: 'with its cache' | 'without its cache',
  expected: LogsFigures['tokens'] | null,
  agent: ContenderAgent = 'claude',
): Promise<Contender> {
  const program = await provide(bench, tokscale);
  const name = `tokscale ${cache}`;
  return {
    name,
    prepare() {
      const folder = join(home, '.config', 'tokscale');
      if (cache === 'without its cache') rmSync(folder, { recursive: true, force: true });
      writePriceCache(join(folder, 'cache'));
      return {
        program,
        args: ['models', '--json', '--no-spinner', '-c', agent],
        env: toPeerEnvironment(home),
        cwd: home,
      };
    },
    check(stdout) {
      if (expected === null) return;
      const { entries } = JSON.parse(stdout) as { entries: readonly Record<keyof LogsFigures['tokens'], number>[] };
      const sum = (key: keyof LogsFigures['tokens']): number => entries.reduce((total, entry) => total + entry[key], 0);
      const counted = {
        input: sum('input'),
        cacheWrite: sum('cacheWrite'),
        cacheRead: sum('cacheRead'),
        output: sum('output'),
      };
      assertSame(name, counted, expected);
    },
  };
}

/** Without prices it would wait longer for the network than for the logs. */
function writePriceCache(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const prices = JSON.stringify({ timestamp: Math.floor(Date.now() / 1000), data: {} });
  for (const name of ['litellm', 'openrouter', 'models-dev'])
    writeFileSync(join(folder, `pricing-${name}.json`), prices);
}

function provide(bench: Bench, peer: Peer): Promise<string> {
  return providePeer(peer.package, bench.say);
}

/** A contender that is fast because it leaves something out is not measured. */
function assertSame(name: string, counted: LogsFigures['tokens'], expected: LogsFigures['tokens']): void {
  const [got, wanted] = [JSON.stringify(counted), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`${name} counted ${got} where the logs hold ${wanted}`);
}
