import type { SecretPlace } from '../ports/secret-store.ts';

/**
 * How a ledger stores names. `none`: there is none that can be read. `unwiped`: encrypted, and the file may still hold what
 * was there before. `locked`: encrypted, and the key is missing or wrong.
 */
export const nameStates = ['none', 'plain', 'sealed', 'unwiped', 'locked'] as const;
export type NameState = (typeof nameStates)[number];

/** How the names of the ledger are stored, and where their key is; nothing of the key. */
export interface NameEncryption {
  readonly names: NameState;
  /** Null when there is none. */
  readonly key: SecretPlace | null;
  /** Ledgers beside it that were set aside, whose names are as they were then. */
  readonly setAside: number;
}
