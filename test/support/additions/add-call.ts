import { join } from 'node:path';
import { editFile } from '../copy-repository.ts';

/** Adds a call to a copy of the repository, as ARCHITECTURE.md says: its entry and its handler. */
export function addCall(to: string): void {
  const argument = 'argument: sourceQuerySchema, answer: v.strictObject({ atMs: v.nullable(v.number()) })';
  editFile(
    join(to, 'shared/contract/host-contract.ts'),
    /export const engineCalls = \{\n/,
    `$&  newest: call({ method: 'GET', about: 'usage', path: '/newest', ${argument} }),\n`,
  );
  editFile(
    join(to, 'main/node/engine/answers/answers.ts'),
    /\n {4}doctor\(/,
    `
    newest({ source }: ArgumentOf<EngineCalls, 'newest'>) {
      const stats = context.ledger.store().stats().filter(isOf(source));
      const newestMs = stats.reduce<number | null>((atMs, { lastAtMs }) => lastAtMs ?? atMs, null);
      return { atMs: newestMs };
    },
    doctor(`,
  );
}
