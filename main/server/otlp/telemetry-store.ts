import { mkdir, open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { addUsage, emptyUsage, tokenClasses, type TokenUsage } from '../../../shared/domain/token-usage.ts';
import { toCounts } from '../../../shared/sources/lib/token-count.ts';
import type { SourcedUse } from './read-uses.ts';

/** What was reported for one model of one source. */
export interface TelemetrySum {
  readonly source: string;
  readonly model: string;
  readonly responses: number;
  readonly usage: TokenUsage;
}

/** What agents have reported, kept in a file: numbers and ids only. */
export interface TelemetryStore {
  /** Keeps what is new; resolves when it is on the disk, and rejects when it is not. */
  add(uses: readonly SourcedUse[]): Promise<void>;
  /** By source and model, in the order in which they were first reported. */
  sums(): readonly TelemetrySum[];
}

const maxFileBytes = 512 * 1024 * 1024;
const fileMode = 0o600;

/**
 * Opens the store. A request that is sent again adds nothing, also after a restart: every response has an id. What a
 * crash left of a line is skipped, since it was never acknowledged.
 */
export async function openTelemetryStore(dataFolder: string): Promise<TelemetryStore> {
  const file = path.join(dataFolder, 'telemetry', 'responses.jsonl');
  const known = new Set<string>();
  const sums = new Map<string, TelemetrySum>();
  const count = ({ source, use }: SourcedUse): void => {
    const key = JSON.stringify([source, use.model]);
    const sum = sums.get(key) ?? { source, model: use.model, responses: 0, usage: emptyUsage };
    sums.set(key, { ...sum, responses: sum.responses + 1, usage: addUsage(sum.usage, use.usage) });
  };
  let isCut = false;
  const text = await readText(file);
  for (const line of text.split('\n')) {
    const kept = parseLine(line);
    if (kept === null || known.has(toKey(kept))) continue;
    known.add(toKey(kept));
    count(kept);
  }
  isCut = text !== '' && !text.endsWith('\n');
  let last: Promise<unknown> = Promise.resolve();
  const append = async (uses: readonly SourcedUse[]): Promise<void> => {
    const fresh = new Map(uses.map((each) => [toKey(each), each] as const));
    for (const key of fresh.keys()) if (known.has(key)) fresh.delete(key);
    if (fresh.size === 0) return;
    await mkdir(path.dirname(file), { recursive: true });
    const handle = await open(file, 'a', fileMode);
    try {
      const lines = [...fresh.values()].map((each) => `${JSON.stringify(each)}\n`).join('');
      const before = isCut ? '\n' : '';
      // Until it is known to be whole, the next one begins on a line of its own.
      isCut = true;
      await handle.appendFile(before + lines);
      await handle.sync();
      isCut = false;
    } finally {
      await handle.close();
    }
    for (const [key, each] of fresh) {
      known.add(key);
      count(each);
    }
  };
  return {
    add(uses) {
      const added = last.then(() => append(uses));
      last = added.catch(() => undefined);
      return added;
    },
    sums: () => [...sums.values()],
  };
}

function toKey({ source, use }: SourcedUse): string {
  return JSON.stringify([source, use.id]);
}

async function readText(file: string): Promise<string> {
  try {
    const found = await stat(file);
    return found.isFile() && found.size <= maxFileBytes ? await readFile(file, 'utf8') : '';
  } catch {
    return '';
  }
}

function parseLine(line: string): SourcedUse | null {
  try {
    const value = JSON.parse(line) as SourcedUse;
    const usage = toCounts(value.use.usage as unknown as Record<string, unknown>, tokenClasses);
    const isWhole = typeof value.source === 'string' && typeof value.use.id === 'string';
    return isWhole && usage !== null && typeof value.use.model === 'string' ? value : null;
  } catch {
    return null;
  }
}
