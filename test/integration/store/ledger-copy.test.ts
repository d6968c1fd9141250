import { cpSync, existsSync, mkdirSync, readdirSync, rmdirSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenLedger } from '../../../main/node/store/open-ledger.ts';
import { toQuarterRow } from '../../../shared/activity/slots.ts';
import { dayMs, hourMs, minuteMs } from '../../../shared/domain/instant.ts';
import { dumpLedger } from '../../support/dump-ledger.ts';
import { eventBatchOf, eventOf, sampleMs } from '../../support/ledger-samples.ts';
import { dumpFolder, openOrThrow } from '../../support/ledger-stores.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
let folder: string;
let ledger: OpenLedger;
let copy: string;
let keys = 0;

// The clocks stand still unless a test moves them. Files have the times of the real one.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: Date.now() });
  folder = makeFolder();
  copy = path.join(folder, 'ledger.copy.db');
  ledger = openOrThrow(folder);
});

afterEach(() => {
  ledger.store.close();
  vi.useRealTimers();
});

const write = (): void => void ledger.store.apply([eventBatchOf(eventOf({ key: `k${(keys += 1)}` }))]);

/** Whether a copy is written that much later. */
function isCopiedAfter(ms: number): boolean {
  vi.advanceTimersByTime(ms);
  const before = statSync(copy, { throwIfNoEntry: false })?.ino;
  ledger.keepInPlace(sampleMs);
  return statSync(copy, { throwIfNoEntry: false })?.ino !== before;
}

/** A copy, of a ledger in which nothing has been written for long. */
function makeCopy(): void {
  write();
  isCopiedAfter(0);
  expect(isCopiedAfter(3 * minuteMs)).toBe(true);
}

function setTime(file: string, atMs: number): void {
  utimesSync(file, atMs / 1_000, atMs / 1_000);
}

describe('the daily copy of a ledger', () => {
  it('is written once nothing has been written into the ledger for three minutes', () => {
    write();
    expect(isCopiedAfter(0)).toBe(false);
    write();
    expect(isCopiedAfter(3 * minuteMs)).toBe(false);
    expect(isCopiedAfter(3 * minuteMs - 1)).toBe(false);
    expect(isCopiedAfter(1)).toBe(true);
    expect(isCopiedAfter(hourMs)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes('cop'))).toEqual(['ledger.copy.db']);
    if (process.platform !== 'win32') expect(statSync(copy).mode & 0o777).toBe(0o600);
    const other = makeFolder();
    cpSync(copy, path.join(other, 'ledger.db'));
    expect(dumpFolder(other)).toBe(dumpLedger(ledger.store));
  });

  it('leaves nothing half-written behind where it cannot be put in its place, and is tried again', () => {
    mkdirSync(copy);
    setTime(copy, Date.now() - 2 * dayMs);
    write();
    isCopiedAfter(0);
    const files = (): readonly string[] => readdirSync(folder).filter((name) => name.includes('copying'));
    for (let count = 0; count < 2; count += 1) {
      expect(() => isCopiedAfter(3 * minuteMs)).toThrow(/EISDIR|ENOTEMPTY|EPERM/);
      expect(files()).toEqual([]);
    }
    rmdirSync(copy);
    expect(isCopiedAfter(minuteMs)).toBe(true);
  });

  it('is written wherever the ledger is, whatever its folder is called', () => {
    const odd = path.join(makeFolder(), "it's; --");
    mkdirSync(odd);
    ledger.store.close();
    ledger = openOrThrow(odd);
    write();
    ledger.keepInPlace(sampleMs);
    vi.advanceTimersByTime(3 * minuteMs);
    ledger.keepInPlace(sampleMs);
    expect(readdirSync(odd)).toContain('ledger.copy.db');
  });

  it('waits an hour at most', () => {
    for (let minute = 0; minute < 60; minute += 1) {
      write();
      expect(isCopiedAfter(minuteMs)).toBe(false);
    }
    write();
    expect(isCopiedAfter(minuteMs)).toBe(true);
  });

  it('waits as long the next day', () => {
    makeCopy();
    setTime(copy, Date.now() - dayMs);
    write();
    expect(isCopiedAfter(0)).toBe(false);
    expect(isCopiedAfter(3 * minuteMs)).toBe(true);
  });

  it.each([
    { what: 'a day old, of a ledger that has changed', copyMs: -dayMs, ledgerMs: 0, isRenewed: true },
    { what: 'almost a day old', copyMs: -dayMs + hourMs, ledgerMs: 0, isRenewed: false },
    { what: 'old, of a ledger that has not changed', copyMs: -9 * dayMs, ledgerMs: -10 * dayMs, isRenewed: false },
    { what: 'of tomorrow, because a clock was set back', copyMs: dayMs + hourMs, ledgerMs: 0, isRenewed: true },
    { what: 'of the next hour', copyMs: hourMs, ledgerMs: 0, isRenewed: false },
  ])('that is $what: is it renewed? $isRenewed', ({ copyMs, ledgerMs, isRenewed }) => {
    makeCopy();
    ledger.store.close();
    setTime(path.join(folder, 'ledger.db'), Date.now() + ledgerMs);
    ledger = openOrThrow(folder);
    setTime(path.join(folder, 'ledger.db-wal'), Date.now() + ledgerMs);
    setTime(copy, Date.now() + copyMs);
    expect(isCopiedAfter(0) || isCopiedAfter(3 * minuteMs)).toBe(isRenewed);
  });

  it('does not keep what the person has deleted', () => {
    const site = { kind: 'site', name: 'claude.ai', via: 'firefox', origin: 'history' } as const;
    ledger.store.recordActivity({
      added: [toQuarterRow(site, sampleMs, { count: 1 })],
      raised: [],
      cursors: new Map(),
    });
    makeCopy();
    expect(ledger.store.forgetActivity({ kinds: ['site'], atMs: sampleMs })).toBe(1);
    expect(existsSync(copy)).toBe(false);
  });
});
