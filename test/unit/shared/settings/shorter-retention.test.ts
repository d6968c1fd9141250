import { describe, expect, it } from 'vitest';
import { detailRetentions } from '../../../../shared/settings/schema.ts';
import { isShorterRetention } from '../../../../shared/settings/shorter-retention.ts';

describe('isShorterRetention', () => {
  it('is true for every span compared with a longer one', () => {
    const spans = [...detailRetentions];
    expect(spans).toEqual(['forever', 30, 90, 365]);
    expect(spans.map((span) => isShorterRetention(span, 90))).toEqual([false, true, false, false]);
    expect(spans.map((span) => isShorterRetention(span, 'forever'))).toEqual([false, true, true, true]);
  });
});
