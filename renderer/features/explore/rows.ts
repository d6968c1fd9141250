import type { SourceId } from '../../../shared/domain/ids.ts';
import type { ReportRow, UsageTotals } from '../../../shared/domain/report.ts';
import { addUsage } from '../../../shared/domain/token-usage.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { foldText } from '../../../shared/lib/text-search.ts';
import { toPathName } from '../../../shared/lib/path-name.ts';
import { messages } from '../../messages.ts';
import { formatDayKey } from '../../state/day-labels.ts';
import type { Grouping } from './choice.ts';

const { common, explore: words, format } = messages;

/** One row of the table. */
export interface ExploreRow extends UsageTotals {
  readonly id: string;
  readonly key: string | null;
  readonly source: SourceId;
  readonly split: string | null;
  readonly name: string;
  /** How many characters at the end of a name stay when it is shortened: for a session, its start time. */
  readonly kept: number;
  readonly title: string;
  readonly agent: string;
  readonly models: readonly string[];
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  /** What names are sorted by: a period by its time. */
  readonly order: string;
  /** Name, title and agent, folded for searches. */
  readonly nameText: string;
  /** What the filter searches, folded. */
  readonly text: string;
}

/** What names depend on. */
export interface RowContext {
  readonly labelOf: (source: SourceId) => string;
  readonly timeZone: string;
  readonly nowMs: number;
  /** The names of folders that are listed together. */
  readonly folderName?: (folder: string) => string;
}

/** What a row is called. */
type Names = Pick<ExploreRow, 'name' | 'kept' | 'title' | 'agent' | 'models' | 'order' | 'nameText' | 'text'>;

/** A row that is named on demand: of 100,000 sessions, only those on the screen are. */
class LazyRow implements ExploreRow {
  readonly id: string;
  readonly key: string | null;
  readonly source: SourceId;
  readonly split: string | null;
  readonly events: number;
  readonly unfinishedEvents: number;
  readonly usage: ExploreRow['usage'];
  readonly costMicroUsd: number | null;
  readonly unpricedModels: readonly string[];
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  readonly #toNames: () => Names;
  #names: Names | null = null;

  constructor(row: ReportRow, id: string, toNames: () => Names) {
    this.id = id;
    this.key = row.key;
    this.source = row.source;
    this.split = row.split;
    this.events = row.events;
    this.unfinishedEvents = row.unfinishedEvents;
    this.usage = row.usage;
    this.costMicroUsd = row.costMicroUsd;
    this.unpricedModels = row.unpricedModels;
    this.firstAtMs = row.firstAtMs;
    this.lastAtMs = row.lastAtMs;
    this.#toNames = toNames;
  }

  get name(): string {
    return this.#named().name;
  }
  get kept(): number {
    return this.#named().kept;
  }
  get title(): string {
    return this.#named().title;
  }
  get agent(): string {
    return this.#named().agent;
  }
  get models(): readonly string[] {
    return this.#named().models;
  }
  get order(): string {
    return this.#named().order;
  }
  get nameText(): string {
    return this.#named().nameText;
  }
  get text(): string {
    return this.#named().text;
  }

  #named(): Names {
    return (this.#names ??= this.#toNames());
  }
}

/** A named row of a report. `id` is unique within the table. */
export function toExploreRow(row: ReportRow, by: Grouping, id: string, context: RowContext): ExploreRow {
  return new LazyRow(row, id, () => toNames(row, by, context));
}

/** A row with the figures of other ones inside it. */
export function toRowOf(row: ExploreRow, [first, ...others]: readonly ExploreRow[]): ExploreRow {
  if (first === undefined) return row;
  const { id, key, source, name, kept, title, agent, order, nameText, text } = row;
  const sum = others.reduce<Summable>(addRow, first);
  return { ...toFigures(sum), id, key, source, name, kept, title, agent, order, nameText, text };
}

function toNames(row: ReportRow, by: Grouping, context: RowContext): Names {
  const agent = context.labelOf(row.source);
  const { name, title, kept = 0 } = toName(row, by, context);
  const models = row.models.map(cleanText);
  const nameText = foldText([name, title, agent].join('\n'));
  const order = by === 'day' || by === 'month' ? (row.key ?? '') : name.toLowerCase();
  return { name, kept, title, agent, models, order, nameText, text: `${nameText}\n${foldText(models.join('\n'))}` };
}

/** What rows of any kind have to add up. */
type Summable = Pick<ReportRow, 'split' | 'models' | 'firstAtMs' | 'lastAtMs'> & UsageTotals;

/** The sum of two rows; everything else is from the first. */
export function addRow<Row extends Summable>(held: Row, row: Summable): Row {
  return {
    ...held,
    // A session that visits several folders is named after the one with the most responses.
    split: row.events > held.events ? row.split : held.split,
    events: held.events + row.events,
    unfinishedEvents: held.unfinishedEvents + row.unfinishedEvents,
    usage: addUsage(held.usage, row.usage),
    costMicroUsd:
      held.costMicroUsd === null || row.costMicroUsd === null
        ? (held.costMicroUsd ?? row.costMicroUsd)
        : held.costMicroUsd + row.costMicroUsd,
    unpricedModels: joinNames(held.unpricedModels, row.unpricedModels),
    models: joinNames(held.models, row.models),
    firstAtMs: Math.min(held.firstAtMs, row.firstAtMs),
    lastAtMs: Math.max(held.lastAtMs, row.lastAtMs),
  };
}

/** The members that add up, of a row that may have more of them on its prototype. */
function toFigures(row: Summable): Summable {
  const { split, models, firstAtMs, lastAtMs, events, unfinishedEvents, usage, costMicroUsd, unpricedModels } = row;
  return { split, models, firstAtMs, lastAtMs, events, unfinishedEvents, usage, costMicroUsd, unpricedModels };
}

function joinNames(held: readonly string[], more: readonly string[]): readonly string[] {
  return more.every((name) => held.includes(name)) ? held : [...new Set([...held, ...more])].sort();
}

interface ReportName {
  readonly name: string;
  readonly title: string;
  readonly kept?: number;
}

function toName(
  row: ReportRow,
  by: Grouping,
  { labelOf, nowMs, timeZone, folderName = toPathName }: RowContext,
): ReportName {
  const { key } = row;
  switch (by) {
    case 'session': {
      const project = row.split === null ? common.noProject : toPathName(row.split);
      // With the time, also last year: there are several in a day.
      const name = words.sessionAt(project, format.timedMoment(row.firstAtMs, nowMs, timeZone));
      const kept = name.length - name.lastIndexOf(project) - project.length;
      return { name, kept, title: cleanText(`${row.split ?? common.noProject} · ${key ?? ''}`) };
    }
    case 'project':
    case 'repository':
      return key === null
        ? { name: common.noProject, title: common.noProjectReason }
        : { name: folderName(key), title: cleanText(key) };
    case 'source':
      return { name: labelOf(row.source), title: row.source };
    case 'day':
    case 'month':
      return { name: formatDayKey(key ?? ''), title: key ?? '' };
    default: {
      const name = key === null ? (words.withoutKey[by] ?? common.unknown) : cleanText(key);
      return { name, title: name };
    }
  }
}
