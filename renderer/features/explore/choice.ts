import { listReportKeys, type ReportKey, type ReportQuery, type ReportRow } from '../../../shared/domain/report.ts';
import { toRepository } from '../../../shared/domain/repository.ts';
import { messages } from '../../messages.ts';
import type { Bounds } from '../../state/range.ts';
import { toOptions } from '../../ui/options.ts';

/** What a row of the table stands for. */
const groupings = [
  'project', 'repository', 'model', 'session', 'branch', 'source', 'account', 'entrypoint', 'device', 'day', 'month',
] as const; // prettier-ignore
export type Grouping = (typeof groupings)[number];

/** What all sessions shown have in common. */
export interface OriginPart {
  readonly by: Grouping;
  /** Null: the row of usage without a value. */
  readonly key: string | null;
}

/** A row of another table whose sessions are shown: one part, or two for a row inside a row. */
export interface Origin {
  readonly parts: readonly OriginPart[];
  readonly source: string;
}

/** What the person chose to see. */
export interface ExploreChoice {
  readonly by: Grouping;
  /** What the rows inside a row stand for; null for rows without any. */
  readonly then: Grouping | null;
  /** The sessions of one row; null for all rows. */
  readonly of: Origin | null;
  /** The session whose timeline is shown. */
  readonly session: { readonly source: string; readonly sessionId: string } | null;
}

const { explore: words } = messages;
export const groupingOptions = toOptions(groupings, words.groupings);

/** What rows of a grouping can be divided by. */
export function toThenOptions(by: Grouping) {
  const others = groupingOptions.filter(({ value }) => value !== by);
  return [{ value: 'none' as const, label: words.thenNothing }, ...others];
}

/** The choice that a page's address names. */
export function parseChoice(parameters: Readonly<Record<string, string>>): ExploreChoice {
  const { source = '', session } = parameters;
  const by = findGrouping(parameters['by']) ?? 'project';
  const then = findGrouping(parameters['then']);
  const [first, second] = [findGrouping(parameters['of']), findGrouping(parameters['ofThen'])];
  return {
    by,
    then: then === by ? null : then,
    of:
      first === null
        ? null
        : {
            parts: [
              { by: first, key: parameters['key'] ?? null },
              ...(second === null ? [] : [{ by: second, key: parameters['thenKey'] ?? null }]),
            ],
            source,
          },
    session: session === undefined ? null : { source, sessionId: session },
  };
}

function findGrouping(name: string | undefined): Grouping | null {
  return groupings.find((each) => each === name) ?? null;
}

/** The parameters of an address that lead to the sessions of a row. */
export function toOriginParameters({ parts, source }: Origin): Readonly<Record<string, string>> {
  const [first, second] = parts;
  return {
    source,
    of: first?.by ?? '',
    key: first?.key ?? '',
    ofThen: second?.by ?? '',
    thenKey: second?.key ?? '',
  };
}

/** The report that a table is made from. Sessions are split by project to get its name. */
export function toExploreQuery(choice: ExploreChoice, { since, until }: Bounds): ReportQuery {
  const { of, by, then } = choice;
  const shown: readonly Grouping[] =
    of === null ? [by, ...(then === null ? [] : [then])] : ['session', ...of.parts.map((part) => part.by)];
  const [first, ...others] = [...new Set(shown.map(toField))];
  return {
    by: first ?? 'project',
    ...(others.length > 0 && { alsoBy: others.join(',') }),
    split: shown.includes('session') ? 'project' : 'none',
    ...{ since, until, timeZone: null, source: of === null || of.source === '' ? null : of.source },
  };
}

/** Builds a function that reads a row's value for a grouping. */
export function createKeyReader(choice: ExploreChoice): (row: ReportRow, by: Grouping) => string | null {
  const fields = listReportKeys(toExploreQuery(choice, { since: null, until: null }));
  return (row, by) => {
    const place = fields.indexOf(toField(by));
    const key = (place === 0 ? row.key : row.alsoKeys?.[place - 1]) ?? null;
    return by === 'repository' && key !== null ? toRepository(key) : key;
  };
}

/** A repository is derived from the projects. */
function toField(by: Grouping): ReportKey {
  return by === 'repository' ? 'project' : by;
}
