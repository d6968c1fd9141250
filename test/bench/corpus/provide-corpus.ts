import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { writeClaudeLogs, type LogsFigures } from './claude-logs.ts';
import { writeCodexLogs } from './codex-logs.ts';
import { writeLongLine } from './long-line.ts';
import { writeRealLogs } from './real-logs.ts';

/** The goals are for `full`; `small` is a twentieth of it, for trying things out. */
export type CorpusSize = 'small' | 'full';

/**
 * `claude`, `codex`: a month of heavy use. `history`: nine months of Claude Code before that, only rows with usage.
 * `million`: a million responses of that kind. `long-line`: one line of 600 MB. `distinct`: as `claude`, but every row with
 * usage is a response of its own. `real-…`: logs that agents wrote for other people, repeated; 300 MB, or 1 GB (`-1gb`).
 */
export type CorpusName =
  | 'claude'
  | 'codex'
  | 'history'
  | 'million'
  | 'long-line'
  | 'distinct'
  | 'real-claude'
  | 'real-claude-1gb'
  | 'real-codex'
  | 'real-codex-1gb';

/** Logs on disk. */
export interface Corpus {
  readonly name: CorpusName;
  /** Where the agent keeps its logs: the folder `projects` or `sessions`. */
  readonly folder: string;
  readonly figures: LogsFigures;
}

const seed = 'fuelgauge';
/** Increment it whenever the same seed gives different logs. */
const version = 1;

/** The corpora end at this time, so that they stay the same. */
const endMs = Date.UTC(2026, 7, 31, 12);
const days = 30;
/** For a full corpus. */
const files = 720;
const responses = 68_400;

const makers: Readonly<Record<CorpusName, (folder: string, part: number) => LogsFigures>> = {
  claude: (folder, part) =>
    writeClaudeLogs(folder, { seed, files: files * part, responses: responses * part, endMs, days, content: 'whole' }),
  codex: (folder, part) => writeCodexLogs(folder, { seed, files: 1000 * part, requests: 21_000 * part, endMs, days }),
  history: (folder, part) => writeHistory(folder, 9 * files * part, 9 * responses * part, 9 * days),
  million: (folder, part) => writeHistory(folder, 10_500 * part, 1_000_000 * part, 15 * days),
  distinct: (folder, part) =>
    writeClaudeLogs(folder, {
      seed: `${seed} distinct`,
      files: files * part,
      responses: 2 * responses * part,
      endMs,
      days,
      content: 'whole',
      rowsPerResponse: 'one',
    }),
  'real-claude': (folder, part) => writeRealLogs(folder, { source: 'claude-code', bytes: 300e6 * part }),
  'real-claude-1gb': (folder, part) => writeRealLogs(folder, { source: 'claude-code', bytes: 1e9 * part }),
  'real-codex': (folder, part) => writeRealLogs(folder, { source: 'codex', bytes: 300e6 * part }),
  'real-codex-1gb': (folder, part) => writeRealLogs(folder, { source: 'codex', bytes: 1e9 * part }),
  'long-line': (folder, part) => writeLongLine(join(folder, '-home-ada-long', 'long.jsonl'), 600e6 * part),
};

function writeHistory(
  folder: string,
  historyFiles: number,
  historyResponses: number,
  historyDays: number,
): LogsFigures {
  return writeClaudeLogs(folder, {
    seed: `${seed} history`,
    files: historyFiles,
    responses: historyResponses,
    endMs: endMs - days * 24 * 3_600_000,
    days: historyDays,
    content: 'usage',
  });
}

/** Where everything worth keeping between runs is stored, outside the repository. */
export function corpusFolder(): string {
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(cache, 'fuelgauge', `bench-${seed}-${version}`);
}

/** Returns a corpus, and writes it first if it is not in the cache; `say` gets one line in that case. */
export function provideCorpus(name: CorpusName, size: CorpusSize, say: (line: string) => void): Corpus {
  const home = join(corpusFolder(), size);
  const place = join(home, name);
  const folder = join(place, 'logs');
  try {
    return { name, folder, figures: JSON.parse(readFileSync(join(place, 'figures.json'), 'utf8')) as LogsFigures };
  } catch {
    say(`Making the ${size} corpus "${name}" in ${place}`);
  }
  mkdirSync(home, { recursive: true });
  const work = mkdtempSync(join(home, 'work-'));
  try {
    const figures = makers[name](join(work, 'logs'), size === 'full' ? 1 : 0.05);
    writeFileSync(join(work, 'figures.json'), `${JSON.stringify(figures, null, 2)}\n`);
    rmSync(place, { recursive: true, force: true });
    renameSync(work, place);
    return { name, folder, figures };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
