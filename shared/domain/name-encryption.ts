/**
 * How a ledger stores names. `none`: there is none that can be read. `unwiped`: encrypted, and the file may still hold what
 * was there before. `locked`: encrypted, and the key is missing or wrong.
 */
export const nameStates = ['none', 'plain', 'sealed', 'unwiped', 'locked'] as const;
export type NameState = (typeof nameStates)[number];
