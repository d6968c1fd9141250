import { describe, expect, it } from 'vitest';
import { cadenceOptions } from '../../../../../../renderer/features/settings/monitoring/monitoring-settings.ts';

describe('cadenceOptions', () => {
  it('keeps numbers as numbers', () => {
    expect(cadenceOptions.map(({ cadence }) => cadence)).toEqual(['auto', 5, 15, 30, 60]);
  });
});
