import { describe, expect, it } from 'vitest';
import { parseThresholds } from '../../../../../../renderer/features/settings/alerts/alert-settings.ts';

describe('parseThresholds', () => {
  it('sorts thresholds, however they are separated', () => {
    expect(parseThresholds('90%, 75;75')).toEqual({ ok: true, value: [75, 90] });
    expect(parseThresholds('٧٥، ٩٠٪')).toEqual({ ok: true, value: [75, 90] });
    expect(parseThresholds('')).toEqual({ ok: true, value: [] });
  });

  it.each(['0', '101', '7.5', '7٫5', 'many', '1 2 3 4 5 6'])('refuses %s', (text) => {
    expect(parseThresholds(text).ok).toBe(false);
  });
});
