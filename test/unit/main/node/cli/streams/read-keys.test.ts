import { describe, expect, it } from 'vitest';
import { readKeys } from '../../../../../../main/node/cli/streams/read-keys.ts';

function createTerminal(isTTY: boolean) {
  let listeners: ((data: string) => void)[] = [];
  const state = { isRaw: false, isReading: false };
  return {
    state,
    type: (data: string) => listeners.forEach((listener) => listener(data)),
    stream: {
      isTTY,
      setRawMode: (isRaw: boolean) => (state.isRaw = isRaw),
      setEncoding: () => undefined,
      resume: () => (state.isReading = true),
      pause: () => (state.isReading = false),
      on: (_event: 'data', listener: (data: string) => void) => listeners.push(listener),
      off: (_event: 'data', listener: (data: string) => void) =>
        (listeners = listeners.filter((each) => each !== listener)),
    },
  };
}

describe('readKeys', () => {
  it('hears every key of what arrives at once, and an answer of the terminal as one', () => {
    const { stream, type } = createTerminal(true);
    const keys: string[] = [];
    readKeys(stream, (key) => keys.push(key));
    type('\u001b[B\u001b[5~q\u001b]11;rgb:ff/ff/ff\u001b\\2\u001bOA\u001b]11;rgb:0/0/0\u0007é\u001b');
    expect(keys).toEqual([
      ...['\u001b[B', '\u001b[5~', 'q', '\u001b]11;rgb:ff/ff/ff\u001b\\', '2', '\u001bOA'],
      ...['\u001b]11;rgb:0/0/0\u0007', 'é', '\u001b'],
    ]);
  });

  it('hears every key, and leaves the terminal as it was', () => {
    const { stream, state, type } = createTerminal(true);
    const keys: string[] = [];
    const stop = readKeys(stream, (key) => keys.push(key));
    expect(state).toEqual({ isRaw: true, isReading: true });
    for (const data of ['mt', '\u001b[A', 'q']) type(data);
    stop?.();
    type('x');
    expect(keys).toEqual(['m', 't', '\u001b[A', 'q']);
    expect(state).toEqual({ isRaw: false, isReading: false });
  });

  it('needs a terminal', () => {
    const { stream, state } = createTerminal(false);
    expect(readKeys(stream, () => undefined)).toBeNull();
    expect(state.isRaw).toBe(false);
  });
});
