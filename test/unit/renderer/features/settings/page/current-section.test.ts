import { describe, expect, it } from 'vitest';
import { findCurrentSection } from '../../../../../../renderer/features/settings/page/current-section.ts';

const sight = { top: 40, height: 400, isAtEnd: false };

describe('findCurrentSection', () => {
  it.each([
    ['before the first one', [200, 500, 900], 0],
    ['below the title of one', [-300, 40, 500], 1],
    ['as soon as one begins above a quarter of the height', [-300, 140, 500], 1],
    ['not before that', [-300, 141, 500], 0],
    ['past the last one', [-900, -500, -100], 2],
  ])('is the section that is read: %s', (_, tops, expected) => {
    expect(findCurrentSection(tops, sight)).toBe(expected);
  });

  it('is the last one at the end of the page, where it is too short to come higher', () => {
    expect(findCurrentSection([-300, 40, 380], { ...sight, isAtEnd: true })).toBe(2);
  });
});
