import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { PlainFailure } from '../../../build/lib/plain-failure.ts';
import { findDataSets, type DataSet } from '../../compare/data-sets.ts';
import { listFiles, readExpected } from '../../support/real-logs.ts';
import type { LogsFigures } from './claude-logs.ts';
import { renameCopy } from './renamed-copies.ts';

/** Agents whose logs can be repeated as different sessions. */
type BenchedSource = 'claude-code' | 'codex';

/** Which real logs to repeat, and how many bytes to write. */
export interface RealLogsPlan {
  readonly source: BenchedSource;
  readonly bytes: number;
}

interface LogFile {
  /** Path within the agent's folder of logs. */
  readonly path: string;
  /** One character for each byte: some logs contain bytes that are not UTF-8. */
  readonly text: string;
  /** Distinguishes homes: what two people's logs share must not be merged. */
  readonly home: number;
}

/** Fixtures of other tools, written by hand: their ids follow no agent's pattern. */
const handWritten =
  /\b(?:ryoppippi__ccusage|daaain__claude-code-log|simonw__claude-code-transcripts|steipete__CodexBar)\b/;

/**
 * Writes the real logs beside the repository again and again, each time as different sessions, until there are
 * enough of them: line lengths, record kinds and repetitions are as agents wrote them. Only whole copies are
 * written. Throws a `PlainFailure` when there are no real logs on this machine.
 */
export function writeRealLogs(folder: string, plan: RealLogsPlan): LogsFigures {
  const homes = findDataSets(undefined).filter(
    ({ agent, name }) => agent.source === plan.source && name.startsWith(`${agent.folder}/`) && !handWritten.test(name),
  );
  const files = homes.flatMap(readLogs);
  if (files.length === 0) throw new PlainFailure('There are no real logs beside the repository to make a corpus of.');
  const once = files.reduce((total, { text }) => total + text.length, 0);
  const copies = Math.max(1, Math.round(plan.bytes / once));
  const total = { files: 0, bytes: 0, lines: 0, maxLine: 0 };
  for (let copy = 0; copy < copies; copy++) {
    for (const file of files) {
      const sessions = copy * homes.length + file.home;
      const text = renameCopy(file.text, sessions);
      const path = join(folder, ...renameCopy(file.path, sessions).split('/'));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, 'latin1');
      total.files++;
      total.bytes += text.length;
      for (const line of text.split('\n')) {
        total.lines++;
        total.maxLine = Math.max(total.maxLine, line.length);
      }
    }
  }
  const tokens = sumExpected(plan.source);
  return {
    ...total,
    rows: 0,
    responses: 0,
    tokens: {
      input: tokens.input * copies,
      cacheWrite: tokens.cacheWrite * copies,
      cacheRead: tokens.cacheRead * copies,
      output: tokens.output * copies,
    },
  };
}

function readLogs({ agent: { source }, logs, name }: DataSet, home: number): readonly LogFile[] {
  const roots = source === 'codex' ? ['sessions', 'archived_sessions'] : ['projects'];
  return logs
    .flatMap(({ path }) => roots.map((root) => join(path, root)))
    .filter((root) => existsSync(root))
    .flatMap((root) =>
      listFiles(root)
        .filter(({ path }) => path.endsWith('.jsonl') && statSync(path).size > 0)
        .map(({ path }) => {
          const place = relative(root, path).split(sep).join('/');
          const prefix = source === 'codex' ? '' : `${name.replaceAll('/', '-')}-`;
          return { path: prefix + place, text: readFileSync(path, 'latin1'), home };
        }),
    );
}

/** What an independent reading counted in all homes of an agent. */
function sumExpected(source: BenchedSource): LogsFigures['tokens'] {
  const sum = { input: 0, cacheWrite: 0, cacheRead: 0, output: 0 };
  for (const [name, { totals }] of Object.entries(readExpected())) {
    if (handWritten.test(name)) continue;
    const counted = (totals ?? {}) as Readonly<Record<string, number>>;
    const of = (key: string): number => counted[key] ?? 0;
    if (source === 'claude-code' && name.startsWith('claude/')) {
      sum.input += of('input');
      sum.cacheWrite += of('cache_write');
      sum.cacheRead += of('cache_read');
      sum.output += of('output');
    }
    if (source === 'codex' && name.startsWith('codex/')) {
      sum.input += of('input_tokens') - of('cached_input_tokens') - of('cache_write_input_tokens');
      sum.cacheWrite += of('cache_write_input_tokens');
      sum.cacheRead += of('cached_input_tokens');
      sum.output += of('output_tokens');
    }
  }
  return sum;
}
