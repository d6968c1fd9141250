import type { ReportQuery } from '../../../shared/domain/report.ts';
import { messages } from '../../messages.ts';
import type { Bounds } from '../../state/range.ts';
import { toOptions } from '../../ui/options.ts';

/** What a row of the table stands for. */
export const groupings = [
  'project', 'repository', 'model', 'session', 'branch', 'source', 'account', 'entrypoint', 'device', 'day', 'month',
] as const; // prettier-ignore
export type Grouping = (typeof groupings)[number];

/** A row of another grouping whose sessions are shown. */
export interface Origin {
  readonly by: Grouping;
  /** Null: the row of what has no such thing. */
  readonly key: string | null;
  readonly source: string;
}

/** What the person chose to see. */
export interface ExploreChoice {
  readonly by: Grouping;
  /** The sessions of one row; null for all rows. */
  readonly of: Origin | null;
  /** The session whose timeline is shown. */
  readonly session: { readonly source: string; readonly sessionId: string } | null;
}

export const groupingOptions = toOptions(groupings, messages.explore.groupings);

/** The choice that a page's address names. */
export function parseChoice(parameters: Readonly<Record<string, string>>): ExploreChoice {
  const { by: name, of: from, key, source = '', session } = parameters;
  const by = groupings.find((each) => each === name) ?? 'project';
  const origin = groupings.find((each) => each === from);
  return {
    by,
    of: origin === undefined ? null : { by: origin, key: key ?? null, source },
    session: session === undefined ? null : { source, sessionId: session },
  };
}

/** The report that a table is made from. Sessions are split by project to get its name. */
export function toExploreQuery({ by, of }: ExploreChoice, { since, until }: Bounds): ReportQuery {
  const span = { since, until, timeZone: null, source: of?.source ?? null };
  if (of !== null) return { by: 'session', alsoBy: toField(of.by), split: 'project', ...span };
  return { by: toField(by), split: by === 'session' ? 'project' : 'none', ...span };
}

/** A repository is read off the projects. */
export function toField(by: Grouping): Exclude<Grouping, 'repository'> {
  return by === 'repository' ? 'project' : by;
}
