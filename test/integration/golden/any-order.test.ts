import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIngest, type Ingest } from '../../../main/node/ingest/ingest.ts';
import { quarterHourMs } from '../../../shared/domain/instant.ts';
import { addUsage, emptyUsage } from '../../../shared/domain/token-usage.ts';
import type { UsageCell } from '../../../shared/domain/usage-cell.ts';
import type { InspectableLedger } from '../../../shared/ledger/ledger-contents.ts';
import { sources } from '../../../shared/sources/registry.ts';
import type { Source } from '../../../shared/sources/source.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { dumpLedger } from '../../support/dump-ledger.ts';
import { effort, withEffort } from '../../support/effort.ts';
import { createGeneratedHome } from '../../support/generated-home.ts';
import { readingPlan, type GeneratedFile, type LogGenerator, type ReadingPlan } from '../../support/generated-logs.ts';
import { openOrThrow } from '../../support/ledger-stores.ts';
import { createRecordingLogger } from '../../support/recording-logger.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

/** A source and how its logs are made. */
interface Subject extends LogGenerator {
  readonly source: Source;
}

/** Every source has its generator: `test/support/generators/<source>.ts`. */
const subjects = await Promise.all(
  sources.map(async (source): Promise<readonly [string, Subject]> => {
    const path = `../../support/generators/${source.id}.ts`;
    const { generator } = (await import(path)) as { readonly generator: LogGenerator };
    return [source.label, { ...generator, source }];
  }),
);

const stores = [
  ['memory', 15],
  ['SQLite', 8],
] as const;

describe.each(subjects)('%s logs', (_label, subject) => {
  const { logs } = subject;

  it('count what was spent, however often it was written', { timeout: 600_000 * effort }, async () => {
    await fc.assert(
      fc.asyncProperty(logs, readingPlan, async ({ files, asRead = files, spent }, plan) => {
        const { cells } = await readByPlan(subject, asRead, plan, 'memory');
        const certain = cells.filter(({ model }) => model !== 'ambiguous');
        expect(certain.map(({ usage }) => usage).reduce(addUsage, emptyUsage)).toEqual(spent);
      }),
      withEffort(15),
    );
  });

  it.each(stores)(
    'make the same ledger (%s) in any order, in any pieces, with any copies, rewrites and restarts',
    { timeout: 600_000 * effort },
    async (store, numRuns) => {
      let events = 0;
      await fc.assert(
        fc.asyncProperty(logs, readingPlan, async ({ files, asRead = files }, plan) => {
          const once = await readByPlan(subject, files, null, 'memory');
          const planned = await readByPlan(subject, asRead, plan, store);
          expect(planned.dump).toEqual(once.dump);
          events += once.dump.filter((line) => line.startsWith('event ')).length;
        }),
        withEffort(numRuns),
      );
      expect(events).toBeGreaterThanOrEqual(numRuns);
    },
  );

  it(
    'count a response once whose copy is on another machine, in any order',
    { timeout: 600_000 * effort },
    async () => {
      let named = 0;
      await fc.assert(
        fc.asyncProperty(logs, readingPlan, async ({ files, asRead = files }, plan) => {
          const once = await readByPlan(subject, files, null, 'memory');
          const planned = await readByPlan(subject, asRead, plan, 'memory', 'other');
          const isNamed = (line: string): boolean => line.includes('"device":"old-laptop"');
          expect(planned.dump.map((line) => line.replace('"device":"old-laptop"', '"device":null')).sort()).toEqual(
            once.dump,
          );
          // Which machine it is put down to depends on what is there, not on what was read first.
          expect((await readAgain(subject, planned.folder)).dump).toEqual(planned.dump);
          named += planned.dump.filter(isNamed).length;
        }),
        withEffort(12),
      );
      expect(named).toBeGreaterThan(2);
    },
  );
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
  { source, copyOf }: Subject,
  files: readonly GeneratedFile[],
  plan: ReadingPlan | null,
  kind: 'memory' | 'SQLite',
  copies: 'home' | 'other' = 'home',
): Promise<Reading> {
  const folder = makeFolder();
  for (const name of ['home', 'other']) mkdirSync(join(folder, name));
  const homes = { home: join(folder, 'home'), copies: join(folder, copies) };
  const agent = createGeneratedHome(homes, files, copyOf, plan);
  const memory = createMemoryLedger();
  const open = (): InspectableLedger => (kind === 'memory' ? memory : openOrThrow(join(folder, 'data')).store);
  let store = open();
  let ingest = startIngest(source, store, folder);
  for (const [step, isRestart] of (plan?.restarts ?? [false]).entries()) {
    agent.write(step);
    await ingest.rescan();
    if (!isRestart) continue;
    await ingest.stop();
    store.close();
    store = open();
    ingest = startIngest(source, store, folder);
  }
  await ingest.stop();
  agent.close();
  const reading = toReading(folder, store);
  store.close();
  return reading;
}

/** Reads everything in a folder at once, into another ledger. */
async function readAgain({ source }: Subject, folder: string): Promise<Reading> {
  const store = createMemoryLedger();
  const ingest = startIngest(source, store, folder);
  await ingest.rescan();
  await ingest.stop();
  return toReading(folder, store);
}

function toReading(folder: string, store: InspectableLedger): Reading {
  const dump = dumpLedger(store).split('\n');
  const cells = store.cells({ grainMs: quarterHourMs });
  return { folder, dump: dump.filter((line) => !line.startsWith('cursor ')), cells };
}

function startIngest(source: Source, store: InspectableLedger, folder: string): Ingest {
  return createIngest({
    sources: [source],
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
