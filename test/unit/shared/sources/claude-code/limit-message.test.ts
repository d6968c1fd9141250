import { describe, expect, it } from 'vitest';
import { readLimitMessage } from '../../../../../shared/sources/claude-code/limit-message.ts';
import { limitsInShort as inShort } from '../../../../support/limits-in-short.ts';

const atMs = Date.parse('2026-05-04T09:00:00Z');

describe('the message of a reached limit', () => {
  const read = (text: unknown) =>
    inShort(readLimitMessage({ message: { content: [{ type: 'text', text }] } }, atMs, null));

  it.each([
    ["You've hit your limit · resets 3pm (Africa/Nairobi)", ['5h', 100, '2026-05-04T12:00']],
    ['You’ve hit your limit · resets 2am (UTC)', ['7d', 100, '2026-05-05T02:00']],
    ["You've hit your limit · resets 00:30 (UTC)", ['7d', 100, '2026-05-05T00:30']],
    ["You've hit your session limit · resets 1:30pm (UTC)", ['5h', 100, '2026-05-04T13:30']],
    ["You've hit your weekly limit · resets 3pm (UTC)", ['7d', 100, '2026-05-04T15:00']],
    ["You've reached your usage limit · resets 12pm (UTC)", ['5h', 100, '2026-05-04T12:00']],
    ["You've hit your Opus limit · resets May 8 at 12am (UTC)", ['7d opus', 100, '2026-05-08T00:00']],
    ['Weekly limit reached ∙ resets 23:00 (UTC)', ['7d', 100, '2026-05-04T23:00']],
    ["You've hit your limit · resets 10:59am (UTC)", ['5h', 100, '2026-05-04T10:59']],
    ['5-hour limit reached ∙ resets 11:00 (UTC)', ['5h', 100, '2026-05-04T11:00']],
    ['Opus weekly limit reached ∙ resets May 8, 3pm (UTC)', ['7d opus', 100, '2026-05-08T15:00']],
    ['Claude AI usage limit reached|1777892400', ['5h', 100, '2026-05-04T11:00']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    'Session limit reached ∙ resets 11pm',
    "You've hit your limit · resets 3pm (Europe/Atlantis)",
    "You've hit your limit · resets 13pm (UTC)",
    "You've hit your limit · resets 10:60am (UTC)",
    "You've hit your limit · resets 0pm (UTC)",
    "You've hit your limit · resets 24:30 (UTC)",
    "You've hit your limit",
    "You've hit your limit · resets Foo 8, 3pm (UTC)",
  ])('%s does not say until when', (text) => {
    expect(read(text)).toEqual(['limit-without-reset']);
  });

  it.each([
    "You've hit your monthly spend limit · raise it in the settings",
    "You've hit your monthly limit · resets 3pm (UTC)",
    "You've hit your spend limit · resets 3pm (UTC)",
    'Credit balance is too low',
    'API Error: 529 limit reached, resets 3pm (UTC)',
    'I would say: Session limit reached ∙ resets 3pm (UTC)',
    'x'.repeat(600),
    5,
    null,
  ])('%s is about something else', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('has no reset time in a row without a timestamp, and a row without a message yields nothing', () => {
    const message = { content: "You've hit your limit · resets 3pm (UTC)" };
    expect(inShort(readLimitMessage({ message }, null, null))).toEqual(['limit-without-reset']);
    expect(readLimitMessage({}, atMs, null)).toEqual([]);
  });
});
