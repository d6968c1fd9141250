import { describe, expect, it } from 'vitest';
import { chooseFormat, writeMetrics } from '../../../../../main/server/metrics/exposition.ts';
import { toMetric } from '../../../../../main/server/metrics/metric.ts';

describe('the exposition', () => {
  const metrics = [
    toMetric('counter', 'fuelgauge_responses_total', [[{ source: 'a\\b"c\nd\0\r', model: '' }, 2]]),
    toMetric('gauge', 'fuelgauge_problems', []),
    toMetric('gauge', 'fuelgauge_scan_ratio', [[{}, Number.POSITIVE_INFINITY]]),
  ];

  it('escapes labels, leaves out empty ones, and metrics without samples', () => {
    expect(writeMetrics(metrics, 'text').split('\n')).toEqual([
      '# HELP fuelgauge_responses_total Billed responses in the ledger.',
      '# TYPE fuelgauge_responses_total counter',
      'fuelgauge_responses_total{source="a\\\\b\\"c\\nd\uFFFD\uFFFD"} 2',
      '# HELP fuelgauge_scan_ratio How much of the logs has been read.',
      '# TYPE fuelgauge_scan_ratio gauge',
      'fuelgauge_scan_ratio +Inf',
      '',
    ]);
  });

  it('names counters without their ending in OpenMetrics, and ends it', () => {
    const text = writeMetrics(metrics, 'openmetrics');
    expect(text).toContain('# TYPE fuelgauge_responses counter\nfuelgauge_responses_total{');
    expect(text.endsWith('fuelgauge_scan_ratio +Inf\n# EOF\n')).toBe(true);
  });

  it.each([
    [undefined, 'text'],
    ['*/*', 'text'],
    ['application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5', 'openmetrics'],
  ])('has the format that %s asks for', (accept, format) => {
    expect(chooseFormat(accept)).toBe(format);
  });

  it('adds up samples whose labels differ in halves of a character only, which are the same as bytes', () => {
    const { samples } = toMetric('counter', 'fuelgauge_responses_total', [
      [{ model: 'a\uD83D' }, 1],
      [{ model: 'a\uDE00' }, 2],
    ]);
    expect(samples).toEqual([{ labels: { model: 'a\uFFFD' }, value: 3 }]);
  });

  it('adds up samples whose labels differ in control characters only', () => {
    const { samples } = toMetric('counter', 'fuelgauge_responses_total', [
      [{ source: 'a\0' }, 1],
      [{ source: 'a\r' }, 2],
    ]);
    expect(samples).toEqual([{ labels: { source: 'a\uFFFD' }, value: 3 }]);
  });

  it('adds up samples with the same labels, and knows no value that is null', () => {
    const { samples } = toMetric('gauge', 'fuelgauge_problems', [
      [{ a: '1' }, 2],
      [{ a: '1' }, 3],
      [{ a: '2' }, null],
    ]);
    expect(samples).toEqual([{ labels: { a: '1' }, value: 5 }]);
  });
});
