import { describe, expect, it } from 'vitest';
import { findFaultsOfRun, readAppLog } from '../../../../build/lib/app-log.ts';
import { toPlacementLine } from '../../../../main/electron/windows/placement-line.ts';

const popover = { x: -1222, y: 33.4, width: 380, height: 600 };
const icon = { x: -1300, y: 0, width: 24, height: 25 };
const toLog = (...lines: string[]): string => lines.map((line) => `2026-05-14T10:20:00.000Z ${line}\r\n`).join('');

describe('the log of an app that was tried', () => {
  it('tells where popover and icon were, as the app writes it', () => {
    const log = toLog(`info ${toPlacementLine(popover, icon)}`, `info ${toPlacementLine(popover, null)}`, 'error bad');
    expect(readAppLog(log)).toEqual({
      placements: [
        { popover: { ...popover, y: 33 }, icon },
        { popover: { ...popover, y: 33 }, icon: null },
      ],
      errors: ['2026-05-14T10:20:00.000Z error bad'],
    });
  });

  it.each([
    ['nothing was opened', [], { openings: 1, isIconKnown: false }, 1],
    ['all is well', [toPlacementLine(popover, icon)], { openings: 1, isIconKnown: true }, 0],
    ['the icon is unknown', [toPlacementLine(popover, null)], { openings: 1, isIconKnown: true }, 1],
    ['the icon may be unknown', [toPlacementLine(popover, null)], { openings: 1, isIconKnown: false }, 0],
    [
      'the icon is covered',
      [toPlacementLine(popover, { ...icon, y: 40, x: -1000 })],
      { openings: 1, isIconKnown: true },
      1,
    ],
    ['the popover is tiny', [toPlacementLine({ ...popover, height: 1 }, icon)], { openings: 1, isIconKnown: true }, 1],
  ])('%s', (_name, lines, wanted, faults) => {
    const run = readAppLog(toLog(...lines.map((line) => `info ${line}`)));
    expect(findFaultsOfRun(run, wanted)).toHaveLength(faults);
  });
});
