import type { Calendar } from '../domain/calendar-day.ts';
import { subtractCounts, type ReconciledRow } from '../domain/reconciliation.ts';
import { toSessionKey } from '../domain/session.ts';
import { totalTokens, type TokenUsage } from '../domain/token-usage.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import { compareValues } from '../lib/compare.ts';
import type { UnderstatedResponse } from './understated.ts';

/** A response as it was received, and how it was counted. */
export interface ReceivedResponse {
  readonly source: string;
  readonly model: string;
  readonly atMs: number;
  readonly usage: TokenUsage;
  /** `named`: the ledger could join it to a row of the log. */
  readonly fate: 'named' | 'not-joined' | 'duplicate';
}

type Account = 'logged' | 'added' | 'elsewhere' | 'understated' | 'received' | 'named' | 'not-joined' | 'duplicate';
type Accounts = Readonly<Record<Account, { responses: number; tokens: number }>>;

/** What the logs themselves show. */
export interface LoggedFacts {
  /** The sessions that some log here has, by `toSessionKey`. */
  readonly sessions: ReadonlySet<string>;
  /** The responses that a log has with fewer tokens than telemetry, each once. */
  readonly understated: readonly UnderstatedResponse[];
}

/**
 * Compares the ledger with what telemetry reported, by day, source and model. `cells` are the ledger's sums, none of
 * which crosses a day, grouped by origin and session. Rows without telemetry are left out; the differences of a row add
 * up exactly.
 */
export function reconcile(
  cells: readonly UsageCell[],
  received: Iterable<ReceivedResponse>,
  calendar: Calendar,
  { sessions, understated }: LoggedFacts,
): readonly ReconciledRow[] {
  const rows = new Map<string, Accounts>();
  const add = (atMs: number, source: string, model: string, account: Account, responses: number, tokens: number) => {
    const key = JSON.stringify([calendar.dayOf(atMs), source, model]);
    const row = rows.get(key) ?? createAccounts();
    rows.set(key, row);
    row[account].responses += responses;
    row[account].tokens += tokens;
  };
  for (const { source, model, firstAtMs, origin, events, usage, sessionId } of cells) {
    const tokens = totalTokens(usage);
    add(firstAtMs, source, model, origin === 'log' ? 'logged' : 'added', events, tokens);
    if (origin === 'log' || sessionId === '' || sessions.has(toSessionKey({ source, sessionId }))) continue;
    add(firstAtMs, source, model, 'elsewhere', events, tokens);
  }
  for (const { source, model, atMs, tokens } of understated) add(atMs, source, model, 'understated', 1, tokens);
  for (const { source, model, atMs, usage, fate } of received) {
    add(atMs, source, model, 'received', 1, totalTokens(usage));
    add(atMs, source, model, fate, 1, totalTokens(usage));
  }
  return [...rows]
    .filter(([, { received: each, added }]) => each.responses > 0 || added.responses > 0)
    .map(([key, accounts]) => toRow(JSON.parse(key) as [string, string, string], accounts))
    .sort(
      (left, right) =>
        compareValues(left.day, right.day) ||
        compareValues(left.source, right.source) ||
        compareValues(left.model, right.model),
    );
}

function toRow([day, source, model]: readonly [string, string, string], accounts: Accounts): ReconciledRow {
  const { logged: corrected, added, received, elsewhere } = accounts;
  const joined = subtractCounts(accounts.named, added);
  const understated = { ...accounts.understated, tokens: Math.min(accounts.understated.tokens, corrected.tokens) };
  return {
    ...{ day, source, model, received },
    logged: { ...corrected, tokens: corrected.tokens - understated.tokens },
    differences: {
      duplicate: accounts.duplicate,
      'not-joined': accounts['not-joined'],
      'not-in-log': subtractCounts(added, elsewhere),
      'other-root': elsewhere,
      understated,
      'only-in-log': subtractCounts(corrected, joined),
    },
  };
}

function createAccounts(): Accounts {
  const nothing = () => ({ responses: 0, tokens: 0 });
  return {
    ...{ logged: nothing(), added: nothing(), received: nothing(), named: nothing() },
    ...{ elsewhere: nothing(), understated: nothing() },
    'not-joined': nothing(),
    duplicate: nothing(),
  };
}
