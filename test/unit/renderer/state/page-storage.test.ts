import { afterEach, describe, expect, it, vi } from 'vitest';
import { readKept, writeKept } from '../../../../renderer/state/page-storage.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('what a page keeps', () => {
  it('is there when it is read again', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, text: string) => kept.set(name, text),
    });
    writeKept('a', 'b');
    expect([readKept('a'), readKept('c')]).toEqual(['b', null]);
  });

  it('is nothing where storage is full', () => {
    const fail = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    vi.stubGlobal('localStorage', { getItem: fail, setItem: fail });
    writeKept('a', 'b');
    expect(readKept('a')).toBeNull();
  });

  it('is nothing where the browser throws at the mere mention of storage', () => {
    const known = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    try {
      writeKept('a', 'b');
      expect(readKept('a')).toBeNull();
    } finally {
      if (known === undefined) Reflect.deleteProperty(globalThis, 'localStorage');
      else Object.defineProperty(globalThis, 'localStorage', known);
    }
  });
});
