import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { logFixturesFolder } from './log-fixtures.ts';

const tokens = v.strictObject({
  input: v.number(),
  cacheWrite5m: v.number(),
  cacheWrite1h: v.number(),
  cacheRead: v.number(),
  output: v.number(),
  reasoning: v.number(),
});

const sum = v.strictObject({ responses: v.number(), tokens });
const sums = v.record(v.string(), sum);

const event = v.strictObject({
  id: v.nullable(v.string()),
  session: v.string(),
  project: v.nullable(v.string()),
  model: v.string(),
  provider: v.string(),
  at: v.string(),
  tokens,
  state: v.picklist(['counted', 'replay']),
  finished: v.boolean(),
  sidechain: v.boolean(),
  branch: v.optional(v.string()),
  entrypoint: v.optional(v.string()),
  agentVersion: v.optional(v.string()),
  account: v.optional(v.string()),
  subagent: v.optional(v.string()),
  parentSession: v.optional(v.string()),
  speed: v.optional(v.literal('fast')),
  tier: v.optional(v.picklist(['priority', 'flex', 'batch'])),
  regional: v.optional(v.literal(true)),
  sum: v.optional(v.literal(true)),
  origin: v.optional(v.picklist(['telemetry', 'imported'])),
  webSearches: v.optional(v.number()),
  loggedCostUsd: v.optional(v.number()),
});

const limit = v.strictObject({
  limitId: v.string(),
  limitName: v.nullable(v.string()),
  windowMinutes: v.nullable(v.number()),
  usedPercent: v.nullable(v.number()),
  resetsAt: v.nullable(v.string()),
  plan: v.nullable(v.string()),
  observedAt: v.string(),
});

const expected = v.strictObject({
  source: v.string(),
  keepsHistory: v.optional(v.literal(true)),
  events: v.array(event),
  totals: v.strictObject({
    responses: v.number(),
    tokens,
    unfinished: v.number(),
    replays: v.number(),
    byModel: sums,
    byDay: sums,
    byDayIn: v.optional(v.record(v.string(), sums)),
  }),
  cost: v.optional(
    v.strictObject({
      prices: v.record(v.string(), v.record(v.string(), v.unknown())),
      usd: v.number(),
      unpricedModels: v.array(v.string()),
    }),
  ),
  limits: v.optional(v.array(limit)),
  diagnosis: v.strictObject({
    skips: v.record(v.string(), v.number()),
    unloggedCalls: v.record(v.string(), v.number()),
  }),
});

/** What a case expects; the fields are explained in `test/fixtures/logs/README.md`. */
export type GoldenExpectation = v.InferOutput<typeof expected>;
export type GoldenEvent = v.InferOutput<typeof event>;
export type GoldenTokens = v.InferOutput<typeof tokens>;
export type GoldenSum = v.InferOutput<typeof sum>;
export type GoldenLimit = v.InferOutput<typeof limit>;

/** One case of the golden suite. */
export interface GoldenCase {
  /** As `<source>/<case>`. */
  readonly name: string;
  /** The successive states of the home folder: `input`, and `later` if there is one. */
  readonly homes: readonly string[];
  readonly expected: GoldenExpectation;
}

const processExamples = v.array(v.strictObject({ commandLine: v.string(), name: v.optional(v.string()) }));

/**
 * How a source's processes look: command lines, and names where they differ from the executable's. None when the source
 * has no such list. Throws when one does not follow the format.
 */
export function readProcessExamples(source: string): v.InferOutput<typeof processExamples> {
  const path = join(logFixturesFolder, source, 'processes.json');
  return existsSync(path) ? v.parse(processExamples, JSON.parse(readFileSync(path, 'utf8'))) : [];
}

/** Every case, by name. Throws when one does not have the right format. */
export function readGoldenCases(): readonly GoldenCase[] {
  return listFolders(logFixturesFolder).flatMap((source) =>
    listFolders(join(logFixturesFolder, source)).map((name) => {
      const folder = join(logFixturesFolder, source, name);
      const parsed = v.safeParse(expected, JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')));
      if (!parsed.success) throw new Error(`${source}/${name}: ${JSON.stringify(v.flatten(parsed.issues))}`);
      const homes = ['input', 'later'].map((state) => join(folder, state)).filter((path) => existsSync(path));
      return { name: `${source}/${name}`, homes, expected: parsed.output };
    }),
  );
}

function listFolders(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
