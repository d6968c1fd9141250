import { expect, it } from 'vitest';
import { describeOrigin } from '../../../../../shared/messages/en/origins.ts';

it.each([
  ['default', 'usual place'],
  ['settings', 'from your settings'],
  ['home //wsl.localhost/Ubuntu/home/ada', 'below the home folder //wsl.localhost/Ubuntu/home/ada'],
  ['CLAUDE_CONFIG_DIR', 'CLAUDE_CONFIG_DIR'],
])('the origin %s is worded as “%s”', (origin, words) => {
  expect(describeOrigin(origin)).toBe(words);
});
