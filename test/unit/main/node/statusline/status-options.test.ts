import { describe, expect, it } from 'vitest';
import { parseStatusOptions } from '../../../../../main/node/statusline/status-options.ts';

const usual = { format: 'text', template: null, isCompact: false, dataFolder: null };

describe('the options of fuelgauge status', () => {
  it.each([
    [[], usual],
    [['--json'], { ...usual, format: 'json' }],
    [['--format', 'waybar', '--compact'], { ...usual, format: 'waybar', isCompact: true }],
    [['--template={a}', '--data', '/d'], { ...usual, template: '{a}', dataFolder: '/d' }],
  ])('answers %j from the file', (args, options) => {
    expect(parseStatusOptions(['status', ...args])).toEqual(options);
  });

  it.each([
    ['status', '--read'],
    ['status', '--help'],
    ['status', '--format', 'x'],
    ['status', '--template'],
    ['status', '--data='],
    ['status', 'x'],
    ['status', '--json=1'],
    ['statusline'],
    ['--json', 'status'],
    [],
  ])('leaves the rest to the whole command line: %j', (...args) => {
    expect(parseStatusOptions(args.flat())).toBeNull();
  });
});
