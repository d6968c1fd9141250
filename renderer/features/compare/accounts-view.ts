import type { Currency } from '../../../shared/domain/money.ts';
import type { DifferenceClass, Reconciliation, ResponseCount } from '../../../shared/domain/reconciliation.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { messages } from '../../messages.ts';

const { reconcile: words, format } = messages;

/** One day and model according to two accounts: what was received, and what logs say. */
export interface Account {
  readonly day: string;
  /** The agent or the proxy. */
  readonly source: string;
  readonly model: string;
  readonly received: ResponseCount;
  readonly logged: ResponseCount;
  readonly differences: Readonly<Partial<Record<DifferenceClass, ResponseCount>>>;
  /** What a proxy charged beyond list price, in millionths of a dollar; null where either is unknown. */
  readonly priceMicroUsd: number | null;
}

/** Every account, telemetry's and proxies' alike, the newest day first. */
export function toReconciledAccounts({ rows, proxies }: Pick<Reconciliation, 'rows' | 'proxies'>): readonly Account[] {
  const ofProxies = proxies.map(({ chargedMicroUsd, pricedMicroUsd, ...row }) => ({
    ...row,
    differences: {
      duplicate: row.duplicate,
      'not-in-log': row.notInLog,
      'other-root': row.otherRoot,
      understated: row.understated,
      'not-joined': row.notJoined,
    },
    priceMicroUsd: chargedMicroUsd === null || pricedMicroUsd === null ? null : chargedMicroUsd - pricedMicroUsd,
  }));
  const all = [...rows.map((row) => ({ ...row, priceMicroUsd: null })), ...ofProxies];
  return all.sort((left, right) => (left.day < right.day ? 1 : left.day > right.day ? -1 : 0));
}

/** What differs in an account, in words; empty where nothing does. */
export function toDifferences({ differences, priceMicroUsd }: Account, currency: Currency): readonly string[] {
  const parts = (Object.entries(differences) as [DifferenceClass, ResponseCount][])
    .filter(([, { responses, tokens }]) => responses !== 0 || tokens !== 0)
    .map(([kind, { responses, tokens }]) => words.part(words.classes[kind], responses, toSigned(tokens)));
  if (priceMicroUsd === null || priceMicroUsd === 0) return parts;
  const sign = priceMicroUsd > 0 ? '+' : '−';
  return [...parts, words.price(sign + format.money(Math.abs(priceMicroUsd), currency))];
}

/** Tokens of all differences: explained and unexplained. */
export function toSummary(accounts: readonly Account[]): { readonly explained: number; readonly open: number } {
  let [explained, open] = [0, 0];
  for (const { differences } of accounts) {
    for (const [kind, { tokens }] of Object.entries(differences)) {
      if (kind === 'not-joined') open += Math.abs(tokens);
      else explained += Math.abs(tokens);
    }
  }
  return { explained, open };
}

/** Accounts as they are exported: exact numbers, a column for each difference. */
export function toAccountRecords(accounts: readonly Account[]) {
  return accounts.map(({ day, source, model, received, logged, differences, priceMicroUsd }) => ({
    ...{ day, source, model: cleanText(model) },
    ...{ receivedResponses: received.responses, receivedTokens: received.tokens },
    ...{ loggedResponses: logged.responses, loggedTokens: logged.tokens },
    duplicateTokens: differences.duplicate?.tokens ?? null,
    notInLogTokens: differences['not-in-log']?.tokens ?? null,
    otherRootTokens: differences['other-root']?.tokens ?? null,
    understatedTokens: differences.understated?.tokens ?? null,
    onlyInLogTokens: differences['only-in-log']?.tokens ?? null,
    notJoinedTokens: differences['not-joined']?.tokens ?? null,
    priceMicroUsd,
  }));
}

function toSigned(tokens: number): string {
  return tokens < 0 ? `−${format.compact(-tokens)}` : format.compact(tokens);
}
