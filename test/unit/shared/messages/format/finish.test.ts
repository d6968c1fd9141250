import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../../../shared/messages/catalogue.ts';
import { finishTexts, keepFrenchMarks } from '../../../../../shared/messages/format/finish.ts';
import { translateMessages } from '../../../../../shared/messages/load-messages.ts';

describe('finishTexts', () => {
  it('reaches texts, groups of them and what functions answer, and leaves the rest', () => {
    const words = { a: 'x', group: { b: (n: number) => `x${n}`, c: (n: number) => ({ title: `x${n}`, body: null }) } };
    const finished = finishTexts(words, (text) => text.replace('x', 'y'));
    expect([finished.a, finished.group.b(2), finished.group.c(3)]).toEqual(['y', 'y2', { title: 'y3', body: null }]);
  });
});

it('French marks stay with their words', () => {
  expect(keepFrenchMarks('Terminer ? Alors : « tout » à 80 % ; fin')).toBe(
    'Terminer\u00a0? Alors\u00a0: «\u00a0tout\u00a0» à 80\u00a0%\u00a0; fin',
  );
});

it('the languages finish their texts', async () => {
  const german = await translateMessages(createMessages('de'));
  expect(german.limits.usedUp('Wochenlimit', null, 133 * 60_000).detail).toBe('Reset in 2 h 13 min.');
  const french = await translateMessages(createMessages('fr'));
  expect(french.processView.confirmTitle('Codex')).toBe('Terminer Codex\u00a0?');
});
