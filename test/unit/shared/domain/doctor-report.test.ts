import { describe, expect, it } from 'vitest';
import {
  hasFolder,
  isPresent,
  type RootStatus,
  type SourceDiagnosis,
} from '../../../../shared/domain/doctor-report.ts';

describe('isPresent', () => {
  const present = (events: number, goneFiles: number, ...states: readonly RootStatus['state'][]): boolean =>
    isPresent({ events, goneFiles, roots: states.map((state) => ({ state })) } as unknown as SourceDiagnosis);

  it('is true of an agent with a folder, with usage, or with logs that are gone', () => {
    expect(present(0, 0)).toBe(false);
    expect(present(0, 0, 'missing', 'missing')).toBe(false);
    expect(present(1, 0, 'missing')).toBe(true);
    expect(present(0, 1, 'missing')).toBe(true);
    expect(present(0, 0, 'missing', 'found')).toBe(true);
    expect(present(0, 0, 'unreadable')).toBe(true);
    expect(present(0, 0, 'asleep')).toBe(false);
  });
});

describe('hasFolder', () => {
  it('is true where a folder was there, or sleeps and was read before', () => {
    const has = (events: number, ...states: readonly RootStatus['state'][]): boolean =>
      hasFolder({ events, roots: states.map((state) => ({ state }) as RootStatus) });
    expect([has(0, 'missing', 'found'), has(0, 'unreadable'), has(1, 'asleep')]).toEqual([true, true, true]);
    expect([has(1, 'missing'), has(0, 'asleep'), has(1)]).toEqual([false, false, false]);
  });
});
