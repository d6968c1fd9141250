import { describe, expect, it } from 'vitest';
import { translatedLanguages } from '../../../../../shared/domain/translated-languages.ts';
import { createMessages } from '../../../../../shared/messages/catalogue.ts';
import {
  dropSecondStop,
  finishTexts,
  keepFrenchMarks,
  keepUnits,
  sayOfMillions,
} from '../../../../../shared/messages/format/finish.ts';
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

it('millions are of something', () => {
  const text = '9\u00a0M tokens, 9\u00a0k tokens, 3\u00a0Md requêtes, M tokens';
  expect(sayOfMillions(text)).toBe('9\u00a0M de tokens, 9\u00a0k tokens, 3\u00a0Md de requêtes, M tokens');
});

it('an abbreviation at the end of a sentence ends it', () => {
  expect(dropSecondStop('unter 3 Mio.. In /a/../b…')).toBe('unter 3 Mio. In /a/../b…');
});

describe('figures and their units', () => {
  it('stay in one line', () => {
    expect(keepUnits('In 1 d 3 h, <1 min; 1.2 GB, 17.4M tokens, 121.8K tokens/min, 82K ctx')).toBe(
      'In 1\u00a0d\u00a03\u00a0h, <1\u00a0min; 1.2\u00a0GB, 17.4M\u00a0tokens, 121.8K\u00a0tokens/min, 82K\u00a0ctx',
    );
  });

  it('leave figures that have none, and words that begin like one', () => {
    const text = '2 of 3 days; 4 hidden, 5 minutes, gpt 5 small, run --port 8080 serve';
    expect(keepUnits(text)).toBe(text);
  });

  it.each(['en', ...translatedLanguages])('stay in one line in the language %s', async (language) => {
    const { units, format } = await translateMessages(createMessages(language));
    const lengths = [35_000, 300_000, 7_500_000, 97_200_000, 300_000_000].map((ms) => units.ago(ms + 60_000));
    const texts = [...lengths, ...[0, 5e4, 5e6, 5e9].map(format.bytes)].map(keepUnits);
    expect(texts.filter((text) => /\d \S/.test(text.replaceAll(/(?<=[^\d\s]) (?=\d)/g, '')))).toEqual([]);
  });
});

it('the languages finish their texts', async () => {
  const german = await translateMessages(createMessages('de'));
  expect(german.limits.usedUp('Wochenlimit', null, 133 * 60_000).detail).toBe('Reset in 2 h 13 min.');
  const french = await translateMessages(createMessages('fr'));
  expect(french.processView.confirmTitle('Codex')).toBe('Terminer Codex\u00a0?');
});
