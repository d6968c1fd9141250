import { describe, expect, it } from 'vitest';
import { resetAll, toReset } from '../../../../../../renderer/features/settings/form/resets.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';

const changed = { ...defaultSettings, theme: 'dark' as const };

describe('toReset', () => {
  it('contains only settings that differ from the defaults', () => {
    expect(toReset(changed, resetAll('theme', 'density'))).toEqual({ theme: 'system' });
    expect(toReset(defaultSettings, resetAll('theme', 'density'))).toBeNull();
  });
});
