import type { Dispose } from '../../../../shared/lib/disposable.ts';

/** The part of standard input that keys come from. */
export interface KeyStream {
  readonly isTTY?: boolean;
  setRawMode?(isRaw: boolean): unknown;
  setEncoding(encoding: 'utf8'): unknown;
  resume(): unknown;
  pause(): unknown;
  on(event: 'data', listener: (data: string) => void): unknown;
  off(event: 'data', listener: (data: string) => void): unknown;
}

/**
 * Calls back with every key that is pressed, until it is disposed of; then the terminal is as it was. An arrow key or
 * another sequence is one key. Null where there is no terminal. Node restores the terminal when the process ends.
 */
export function readKeys(stream: KeyStream, listener: (key: string) => void): Dispose | null {
  if (stream.isTTY !== true || stream.setRawMode === undefined) return null;
  const onData = (data: string): void => splitKeys(data).forEach((key) => listener(key));
  stream.setRawMode(true);
  stream.setEncoding('utf8');
  stream.on('data', onData);
  stream.resume();
  return () => {
    stream.off('data', onData);
    stream.setRawMode?.(false);
    stream.pause();
  };
}

/** A sequence that begins with Escape: an answer of the terminal, a key with a name, or a key with Alt. */
const sequence = /^\p{Cc}(?:\][^\p{Cc}]*\p{Cc}\\?|\[[0-?]*[ -/]*[@-~]|O.|[^]|$)/u;

/** Splits what a terminal sent in one chunk into keys: fast typing, or an answer in between, must not lose any. */
function splitKeys(data: string): readonly string[] {
  const keys: string[] = [];
  for (let rest = data; rest !== '';) {
    const found = rest.startsWith('\u001b') ? sequence.exec(rest)?.[0] : undefined;
    const key = found ?? String.fromCodePoint(rest.codePointAt(0) ?? 0);
    keys.push(key);
    rest = rest.slice(key.length);
  }
  return keys;
}
