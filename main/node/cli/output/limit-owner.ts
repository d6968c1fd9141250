import type { SourceId } from '../../../../shared/domain/ids.ts';
import type { LimitId } from '../../../../shared/domain/limit-id.ts';
import { messages } from '../messages.ts';

/** Whose limit something is about. */
export interface Owned {
  readonly source: SourceId;
  readonly id: LimitId;
}

/** Enough of an account's hash to know it from others. */
const accountLength = 4;

/** Whether an agent's limits belong to several accounts; an unknown account counts as one. */
export function hasSeveralAccounts(rows: readonly Owned[], source: SourceId): boolean {
  return new Set(rows.filter((row) => row.source === source).map(({ id }) => id.account)).size > 1;
}

/** The agent, with the account where it has several. `rows`: all windows that are shown. */
export function toOwnerText({ source, id }: Owned, rows: readonly Owned[], agent: string = source): string {
  return hasSeveralAccounts(rows, source)
    ? messages.cli.answers.owner(agent, id.account?.slice(0, accountLength) ?? null)
    : agent;
}
