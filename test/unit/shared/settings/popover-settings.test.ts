import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  defaultPopoverSettings,
  moveSection,
  orderSections,
  popoverSections,
  toggleSection,
} from '../../../../shared/settings/popover-choices.ts';
import { popoverSettingsSchema } from '../../../../shared/settings/popover-settings.ts';

describe('the sections of the popover', () => {
  it('stand in the person’s order, and new ones at the end', () => {
    expect(orderSections({ order: ['sessions', 'now'] })).toEqual(['sessions', 'now', 'limits', 'today', 'attention']);
    expect(orderSections(defaultPopoverSettings)).toEqual(popoverSections);
  });

  it('move by one place, and not beyond the ends', () => {
    const settings = { order: [...popoverSections] };
    expect(moveSection(settings, 'now', -1).slice(0, 2)).toEqual(['now', 'limits']);
    expect(moveSection(settings, 'now', 1).slice(1, 3)).toEqual(['today', 'now']);
    expect(moveSection(settings, 'limits', -1)).toEqual(popoverSections);
    expect(moveSection(settings, 'attention', 1)).toEqual(popoverSections);
  });

  it('are added to a list, or taken out of it', () => {
    expect(toggleSection(['now'], 'today')).toEqual(['now', 'today']);
    expect(toggleSection(['now', 'today'], 'now')).toEqual(['today']);
  });

  it('are named once each, and no others', () => {
    const parse = (order: unknown) => v.safeParse(popoverSettingsSchema, { ...defaultPopoverSettings, order });
    expect(parse(['now', 'now'])).toMatchObject({ success: true, output: { order: ['now'] } });
    expect(parse(['weather']).success).toBe(false);
  });
});
