import { createHmac } from 'node:crypto';

/** Replaces a name by a pseudonym that is the same each time. Null stays null. */
export type HideName = (kind: string, name: string | null) => string | null;

const shownDigits = 12;

/** Hides names behind a key that stays on this machine, so that names cannot be guessed by trying. */
export function createNameHider(key: Buffer): HideName {
  return (kind, name) => {
    if (name === null) return null;
    return `${kind}-${createHmac('sha256', key).update(`${kind}\0${name}`).digest('hex').slice(0, shownDigits)}`;
  };
}

/** Shows every name. */
export const showName: HideName = (_kind, name) => name;
