import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBinaryPlist, parseBinaryPlist } from '../../../../shared/lib/binary-plist.ts';

/** Written by Python's `plistlib`. */
const bytes = readFileSync(join(import.meta.dirname, '../../../fixtures/imports/codexbar/settings.plist'));

describe('a binary property list', () => {
  it('is read with every kind of value that settings have', () => {
    expect(isBinaryPlist(bytes)).toBe(true);
    expect(parseBinaryPlist(bytes)).toEqual({
      ...{ quotaWarningThresholds: [50, 20], weeklyProgressWorkDays: 5, launchAtLogin: true },
      ...{ tokenCostUsageBucketTimeZone: 'Europe/Berlin', refreshFrequency: 'fiveMinutes', menuBarLayoutGap: 1.5 },
      ...{ terminalApp: 'Größe 😀 secret', nested: { a: [1, -2, 300, 70_000, 2 ** 40] }, icon: null },
    });
  });

  it('that is none, is cut or leads to itself gives nothing', () => {
    expect(parseBinaryPlist(Buffer.from('{"a":1}'))).toBeUndefined();
    expect(parseBinaryPlist(bytes.subarray(0, -1))).toBeUndefined();
    // An array that is its own element.
    const trailer = Buffer.alloc(32);
    trailer.set([1, 1], 6);
    trailer.writeBigUInt64BE(1n, 8);
    trailer.writeBigUInt64BE(10n, 24);
    const loop = Buffer.concat([Buffer.from('bplist00'), Buffer.from([0xa1, 0x00, 0x08]), trailer]);
    expect(parseBinaryPlist(loop)).toBeUndefined();
  });

  it('never throws, whatever is broken', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), { maxLength: 8 }),
        (list) => {
          const broken = Buffer.from(bytes);
          for (const [at, byte] of list) broken[at] = byte;
          expect(() => parseBinaryPlist(broken)).not.toThrow();
        },
      ),
    );
  });
});
