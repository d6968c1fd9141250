import { stat } from 'node:fs/promises';
import { readTokens } from './token-file.ts';

/** Notices added and revoked tokens, whichever process changed their file. */
export interface TokenWatch {
  /** Looks now. Calls back when the file has changed, and the first time. */
  check(): Promise<void>;
}

/** Builds the watch. `onChange` gets the ids of all tokens; null when the file cannot be read, which lets nobody in. */
export function createTokenWatch(
  file: string,
  onChange: (ids: ReadonlySet<string> | null) => void | Promise<void>,
): TokenWatch {
  let known: string | null = null;
  return {
    async check() {
      const mark = await readMark(file);
      if (mark === known) return;
      known = mark;
      const tokens = await readTokens(file);
      await onChange(tokens.ok ? new Set(tokens.value.map(({ id }) => id)) : null);
    },
  };
}

/** A mark that changes whenever a file is replaced. */
export async function readMark(file: string): Promise<string> {
  return stat(file, { bigint: true }).then(
    ({ ino, mtimeNs, size }) => `${ino} ${mtimeNs} ${size}`,
    () => 'absent',
  );
}
