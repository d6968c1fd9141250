import { appendFileSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIngest, type Ingest } from '../../../main/node/ingest/ingest.ts';
import { dumpLedger } from '../../support/dump-ledger.ts';
import type { InspectableLedger } from '../../../shared/ledger/ledger-contents.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { quarterHourMs } from '../../../shared/domain/instant.ts';
import { addUsage, emptyUsage } from '../../../shared/domain/token-usage.ts';
import type { UsageCell } from '../../../shared/domain/usage-cell.ts';
import { sources } from '../../../shared/sources/registry.ts';
import { claudeLogs } from '../../support/claude-log-arbitrary.ts';
import { codexLogs } from '../../support/codex-log-arbitrary.ts';
import { geminiLogs } from '../../support/gemini-log-arbitrary.ts';
import { readingPlan, type GeneratedFile, type ReadingPlan } from '../../support/generated-logs.ts';
import { openOrThrow } from '../../support/ledger-stores.ts';
import { createRecordingLogger } from '../../support/recording-logger.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

/** Lines of each file in any order, some of them twice. */
const shuffledClaudeLogs = claudeLogs.chain(({ files, spent }) =>
  fc
    .tuple(
      ...files.map(({ lines }) =>
        fc
          .subarray([...lines])
          .chain((again) => fc.shuffledSubarray([...lines, ...again], { minLength: lines.length + again.length })),
      ),
    )
    .map((shuffled) => ({
      files,
      spent,
      asRead: files.map(({ path }, index) => ({ path, lines: shuffled[index] ?? [] })),
    })),
);

const kinds = [
  ['Claude Code', shuffledClaudeLogs],
  ['Codex', codexLogs.map((logs) => ({ ...logs, asRead: logs.files }))],
  ['Gemini CLI', geminiLogs.map((logs) => ({ ...logs, asRead: logs.files }))],
] as const;

const stores = [
  ['memory', 60],
  ['SQLite', 25],
] as const;

describe.each(kinds)('%s logs', (_kind, logs) => {
  it('count what was spent, however often it was written', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(logs, readingPlan, async ({ asRead, spent }, plan) => {
        const { cells } = await readByPlan(asRead, plan, 'memory');
        const certain = cells.filter(({ model }) => model !== 'ambiguous');
        expect(certain.map(({ usage }) => usage).reduce(addUsage, emptyUsage)).toEqual(spent);
      }),
      { numRuns: 60, seed: 20_260_504 },
    );
  });

  it.each(stores)(
    'make the same ledger (%s) in any order, in any pieces, with any copies and restarts',
    { timeout: 60_000 },
    async (store, numRuns) => {
      let events = 0;
      await fc.assert(
        fc.asyncProperty(logs, readingPlan, async ({ files, asRead }, plan) => {
          const once = await readByPlan(files, null, 'memory');
          const planned = await readByPlan(asRead, plan, store);
          expect(planned.dump).toEqual(once.dump);
          events += once.dump.filter((line) => line.startsWith('event ')).length;
        }),
        { numRuns, seed: 20_260_504 },
      );
      expect(events).toBeGreaterThan(numRuns * 2);
    },
  );

  it('count a response once whose copy is on another machine, in any order', { timeout: 60_000 }, async () => {
    let named = 0;
    await fc.assert(
      fc.asyncProperty(logs, readingPlan, async ({ files, asRead }, plan) => {
        const once = await readByPlan(files, null, 'memory');
        const planned = await readByPlan(asRead, plan, 'memory', 'other');
        const isNamed = (line: string): boolean => line.includes('"device":"old-laptop"');
        expect(planned.dump.map((line) => line.replace('"device":"old-laptop"', '"device":null')).sort()).toEqual(
          once.dump,
        );
        // Which machine it is put down to depends on what is there, not on what was read first.
        expect((await readAgain(planned.folder)).dump).toEqual(planned.dump);
        named += planned.dump.filter(isNamed).length;
      }),
      { numRuns: 40, seed: 20_260_504 },
    );
    expect(named).toBeGreaterThan(10);
  });
});

/** What a ledger holds in the end, without the cursors. */
interface Reading {
  /** Where the logs are. */
  readonly folder: string;
  readonly dump: readonly string[];
  readonly cells: readonly UsageCell[];
}

/** Reads a home step by step as planned, or at once. Copies are in the same home, or in that of another machine. */
async function readByPlan(
  files: readonly GeneratedFile[],
  plan: ReadingPlan | null,
  kind: 'memory' | 'SQLite',
  copies: 'home' | 'other' = 'home',
): Promise<Reading> {
  const folder = makeFolder();
  for (const name of ['home', 'other']) mkdirSync(join(folder, name));
  const memory = createMemoryLedger();
  const open = (): InspectableLedger => (kind === 'memory' ? memory : openOrThrow(join(folder, 'data')).store);
  let store = open();
  let ingest = startIngest(store, folder);
  for (const [step, isRestart] of (plan?.restarts ?? [false]).entries()) {
    if (plan === null) for (const file of files) append(join(folder, 'home'), file.path, toBytes(file));
    else writeStep(folder, copies, files, plan, step);
    await ingest.rescan();
    if (!isRestart) continue;
    await ingest.stop();
    store.close();
    store = open();
    ingest = startIngest(store, folder);
  }
  await ingest.stop();
  const reading = toReading(folder, store);
  store.close();
  return reading;
}

/** Reads everything in a folder at once, into another ledger. */
async function readAgain(folder: string): Promise<Reading> {
  const store = createMemoryLedger();
  const ingest = startIngest(store, folder);
  await ingest.rescan();
  await ingest.stop();
  return toReading(folder, store);
}

function toReading(folder: string, store: InspectableLedger): Reading {
  const dump = dumpLedger(store).split('\n');
  const cells = store.cells({ grainMs: quarterHourMs });
  return { folder, dump: dump.filter((line) => !line.startsWith('cursor ')), cells };
}

function startIngest(store: InspectableLedger, folder: string): Ingest {
  return createIngest({
    sources,
    host: {
      platform: 'linux',
      home: join(folder, 'home'),
      variables: {},
      otherHomes: [{ path: join(folder, 'other'), device: 'old-laptop' }],
    },
    extraFolders: [],
    store,
    clock: { nowMs: () => Date.now() },
    logger: createRecordingLogger(),
  });
}

function writeStep(
  folder: string,
  copies: 'home' | 'other',
  files: readonly GeneratedFile[],
  plan: ReadingPlan,
  step: number,
): void {
  const home = join(folder, 'home');
  const orderOf = (index: number): number => plan.order[index % plan.order.length] ?? 0;
  const inOrder = files.map((file, index) => ({ file, index })).sort((a, b) => orderOf(a.index) - orderOf(b.index));
  for (const { file, index } of inOrder) {
    const shares = [0, ...(plan.cuts[index % plan.cuts.length] ?? []).toSorted((a, b) => a - b), 1];
    const bytes = toBytes(file);
    const [from = 0, to = 1] = [shares[step], shares[step + 1]];
    append(home, file.path, bytes.subarray(Math.floor(from * bytes.length), Math.floor(to * bytes.length)));
    // Ingest reads what was written last first.
    const seconds = 1_777_900_000 + step * 10_000 + Math.floor(orderOf(index + step) * 9000);
    utimesSync(join(home, file.path), seconds, seconds);
  }
  for (const [number, copy] of plan.copies.entries()) {
    const file = files[copy.file % files.length];
    if (copy.step === step && file !== undefined) putCopy(join(folder, copies), file, copy.share, number);
  }
}

/** The same file in another place, whole or as it was earlier; Codex also compresses what it puts aside. */
function putCopy(home: string, file: GeneratedFile, share: number, number: number): void {
  const bytes = toBytes(file);
  const content = bytes.subarray(0, Math.floor(share * bytes.length));
  const isCodex = file.path.startsWith('.codex');
  const path = isCodex
    ? file.path.replace(/sessions\/2026\/05\/04/, number === 0 ? 'archived_sessions' : `sessions/2026/06/0${number}`)
    : file.path.replace('-home-ada-loom', `-home-ada-copy-${number}`).replace('tmp/loom', `tmp/copy-${number}`);
  const isCompressed = isCodex && number % 2 === 0;
  mkdirSync(dirname(join(home, path)), { recursive: true });
  if (isCompressed) writeFileSync(join(home, `${path}.zst`), zstdCompressSync(content));
  else writeFileSync(join(home, path), content);
}

function append(home: string, path: string, bytes: Buffer): void {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  appendFileSync(join(home, path), bytes);
}

function toBytes({ lines }: GeneratedFile): Buffer {
  return Buffer.from(lines.map((line) => `${line}\n`).join(''));
}
