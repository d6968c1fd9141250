import { expect, it } from 'vitest';
import { parseContainerVariables } from '../../../../shared/settings/container-variables.ts';

it.each([
  [{}, {}],
  [{ PLAN: '' }, {}],
  [{ PLAN: 'max5' }, { plan: 'max-5x' }],
  [{ PLAN: 'pro', CLAUDE_PLAN: 'max20' }, { plan: 'pro' }],
  [{ CLAUDE_PLAN: 'max20' }, { plan: 'max-20x' }],
  [{ PLAN: 'Custom' }, { plan: 'p90' }],
  [
    { CLAUDE_THEME: 'auto', CLAUDE_TIMEZONE: 'Europe/Berlin' },
    { theme: 'system', timeZone: 'Europe/Berlin' },
  ],
  [{ CLAUDE_REFRESH_INTERVAL: '10' }, { refreshCadence: 15 }],
  [{ CLAUDE_REFRESH_INTERVAL: '600' }, { refreshCadence: 60 }],
])('%o gives %o', (variables, settings) => {
  expect(parseContainerVariables(variables)).toEqual({ ok: true, value: settings });
});

it.each([
  ['PLAN', 'huge', /\bmax5 \|.*\bpro \|/],
  ['CLAUDE_THEME', 'pink', /^auto \|.*\bdark\b/],
  ['CLAUDE_TIMEZONE', 'Nowhere/Land', /Europe\/Berlin/],
  ['CLAUDE_REFRESH_INTERVAL', 'often', /^5, 10/],
  ['CLAUDE_REFRESH_INTERVAL', '-5', /^5, 10/],
])('says that %s cannot be %s, and what it can be', (name, value, possible) => {
  const error = { name, value, expected: expect.stringMatching(possible) };
  expect(parseContainerVariables({ [name]: value })).toEqual({ ok: false, error });
});
