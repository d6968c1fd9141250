import type { OwnBudget, OwnCost } from '../../../domain/agent-process.ts';
import type { Coverage } from '../../../domain/coverage.ts';
import { maxLabelValues, type BoundedLabel, type FoldedLabel } from '../../../domain/metric-label.ts';
import type { ProblemSeverity } from '../../../domain/problem.ts';
import type { RootStatus } from '../../../domain/doctor-report.ts';
import type { Formats } from '../../format/formats.ts';
import { describeOrigin } from '../origins.ts';
import { fileWords, processWords } from '../count-words.ts';
import { createUnitMessages } from '../units.ts';

const coverageKinds: Readonly<Record<Coverage['kind'], string>> = {
  exact: 'exact',
  partial: 'partial',
  none: 'no tokens',
};

const rootStates: Readonly<Record<Exclude<RootStatus['state'], 'found'>, string>> = {
  missing: 'not there',
  unreadable: 'not readable',
  asleep: 'its system does not run, and is not started for it',
};

/** What metrics do with more names than they may have. */
const foldedLabels: Readonly<Record<BoundedLabel, (values: string, max: string) => string>> = {
  model: (values, max) => `${values} models: a server’s metrics name ${max}, and sum up the rest as "other".`,
  project: (values, max) =>
    `${values} projects: with project labels on, a server’s metrics name ${max}, and sum up the rest as "other".`,
  limit: (values, max) => `${values} limits: a server’s metrics have the ${max} that are used most.`,
};

/** How to set the price of a model. */
const priceHints = {
  setPrice: 'To set the price of a model',
  /** As the settings file has it; the name is quoted. */
  ownPriceExample: (name: string): string =>
    `"priceOverrides": [{ "model": ${name}, "inputUsdPerMillion": …, "outputUsdPerMillion": … }]`,
  aliasExample: (name: string): string => `"modelAliases": [{ "model": ${name}, "pricedAs": "…" }]`,
  settingsPlace: (file: string): string => `in the settings of the app, or in ${file}`,
};

/** What Fuelgauge itself costs. */
function createOwnCostMessages(format: Formats) {
  const { duration } = createUnitMessages(format);
  return {
    /** What Fuelgauge costs; a command is this process alone. */
    own: (
      { processes, cpuRatio, rssBytes, pssBytes, writtenBytes, wakeUpsPerSecond }: OwnCost,
      sinceMs: number,
    ): string =>
      [
        `${format.integer(processes)} ${format.plural(processes, processWords)}`,
        ...(cpuRatio === null ? [] : [`${format.precisePercent(cpuRatio * 100)} CPU over ${duration(sinceMs)}`]),
        `${format.bytes(pssBytes ?? rssBytes)} of memory`,
        ...(writtenBytes === null ? [] : [`${format.bytes(writtenBytes)} written to disk`]),
        ...(wakeUpsPerSecond === null ? [] : [`${format.integer(wakeUpsPerSecond)} wake-ups per second`]),
      ].join(', '),
    ownBudget: ({ cpuRatio, memoryBytes }: OwnBudget): string =>
      `The app warns in the background above ${format.precisePercent(cpuRatio * 100)} CPU over an hour, or ` +
      `${format.bytes(memoryBytes)}.`,
  };
}

/** `fuelgauge doctor`: labels at most 15 characters long, and the facts beside them. */
export function createCliDoctorMessages(format: Formats) {
  const files = (count: number, bytes: number): string =>
    `${format.integer(count)} ${format.plural(count, fileWords)}, ${format.bytes(bytes)}`;
  return {
    labels: {
      dataFolder: 'Data folder',
      prices: 'Prices as of',
      own: 'Own cost',
      searched: 'Searched',
      coverage: 'Coverage',
      files: 'Files',
      lines: 'Lines read',
      rows: 'Rows with usage',
      merged: 'Rows merged',
      events: 'Events',
      duplicates: 'Duplicates',
      unfinished: 'Unfinished',
      skipped: 'Lines skipped',
      unlogged: 'Unlogged calls',
      unpriced: 'Unpriced models',
      unreadable: 'Unreadable',
      absent: 'Not found',
      metrics: 'Metric labels',
      where: 'Where',
      ownPrice: 'Own price',
      sameAs: 'Same as another',
    },
    ...createOwnCostMessages(format),
    /** Why a dashboard lacks a name. */
    folded: ({ label, values }: FoldedLabel): string =>
      foldedLabels[label](format.integer(values), format.integer(maxLabelValues)),
    severity: { warning: 'Warning', error: 'Error' } satisfies Record<ProblemSeverity, string>,
    source: (label: string, id: string): string => `${label} (${id})`,
    root(folder: string, { origin, state, files: count, bytes }: Omit<RootStatus, 'path'>): string {
      const found = state === 'found' ? files(count, bytes) : rootStates[state];
      return `${folder} (${describeOrigin(origin)}): ${found}`;
    },
    files(count: number, bytes: number, gone: number): string {
      const more = gone === 0 ? '' : `; ${format.integer(gone)} more no longer exist, and stay counted`;
      return files(count, bytes) + more;
    },
    count: (count: number): string => format.integer(count),
    merged: (rows: number): string => `${format.integer(rows)} (further rows of the same response)`,
    duplicates: (events: number): string => `${format.integer(events)} (copies of other events, not counted again)`,
    unfinished: (events: number): string =>
      `${format.integer(events)} (the log does not show their end; output may be higher)`,
    tally: (counts: readonly (readonly [count: number, name: string])[]): string =>
      counts.length === 0 ? '0' : counts.map(([count, name]) => `${format.integer(count)} ${name}`).join('; '),
    unlogged: (tally: string): string => `${tally} (the agent does not log their usage)`,
    coverage: (coverage: Coverage): string =>
      coverage.kind === 'exact' ? coverageKinds.exact : `${coverageKinds[coverage.kind]}: ${coverage.gap}`,
    coverageKinds,
    gap: (label: string, gap: string): string => `${label}: ${gap}.`,
    notFound: 'not found',
    /** Agents of which there is no folder, and how to see where they were searched. */
    absent: (labels: readonly string[]): string =>
      `${format.list(labels)}. Where Fuelgauge looked: fuelgauge doctor --source <agent>.`,
    none: 'none',
    unreadable: (file: string, reason: string): string => `${file}: ${reason}`,
    ...priceHints,
  };
}
