import { describe, expect, it } from 'vitest';
import {
  parseExportAmount,
  parseExportCount,
  parseExportDay,
} from '../../../../../shared/imports/provider-export/field-values.ts';

describe('the day of a row', () => {
  it.each([
    ['2026-05-01', '2026-05-01'],
    ['1777593600', '2026-05-01'],
    ['1777593599', '2026-04-30'],
    ['2026-05-01T23:59:59Z', '2026-05-01'],
    ['2026-05-01T23:59:59', '2026-05-01'],
    ['2026-05-01 23:59', '2026-05-01'],
    ['2026-05-01T23:30:00-02:00', '2026-05-02'],
    ['2026-05-01T00:30:00+0200', '2026-04-30'],
    ['2026-05-01t10:00:00z', null],
    // 2020 to 2100.
    ['1577836800', '2020-01-01'],
    ['1577836799', null],
    ['4102444799', '2099-12-31'],
    ['4102444800', null],
    ['2026-02-30', null],
    ['2026-02-30T00:00:00Z', null],
    ['x1777593600', null],
    ['17775936000', null],
    ['-1777593600', null],
    ['May 1, 2026', null],
    ['at 2026-05-01T00:00Z', null],
    ['', null],
  ])('%j is %j', (text, day) => expect(parseExportDay(text)).toBe(day));
});

describe('a count', () => {
  it.each([
    ['', 0],
    ['0', 0],
    ['1234', 1_234],
    ['1,234', 1_234],
    ['12,345,678', 12_345_678],
    ['123,456,789,012', 123_456_789_012],
    ['7.0', 7],
    ['7.000', 7],
    ['999999999999999', 999_999_999_999_999],
    ['-1', 'negative'],
    ['- 1', 'negative'],
    ['-.5', 'negative'],
    ['--', 'bad-number'],
    ['-x1', 'bad-number'],
    ['5-1', 'bad-number'],
    ['7.5', 'bad-number'],
    ['1,23', 'bad-number'],
    ['1234,567', 'bad-number'],
    ['1e3', 'bad-number'],
    ['0x10', 'bad-number'],
    ['1000000000000000', 'bad-number'],
    ['x1', 'bad-number'],
    ['1 000', 'bad-number'],
  ])('%j is %j', (text, count) => expect(parseExportCount(text)).toBe(count));
});

describe('an amount', () => {
  it.each([
    ['', 0],
    ['1.25', 1.25],
    ['$1.25', 1.25],
    ['$1,234.5', 1_234.5],
    ['12,345,678', 12_345_678],
    ['0.003835980000000000000000000000', 0.00383598],
    ['-1', 'negative'],
    ['-$1', 'negative'],
    ['- $1', 'negative'],
    ['-x$1', 'bad-number'],
    ['$-1', 'bad-number'],
    ['$$1', 'bad-number'],
    ['1$', 'bad-number'],
    ['1e5', 'bad-number'],
    ['1.', 'bad-number'],
    ['1,23', 'bad-number'],
    ['12345678901', 'bad-number'],
    ['EUR 1', 'bad-number'],
  ])('%j is %j', (text, amount) => expect(parseExportAmount(text)).toBe(amount));
});
