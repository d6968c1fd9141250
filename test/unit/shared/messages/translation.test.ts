import { describe, expect, it } from 'vitest';
import { usualPlan } from '../../../../shared/domain/plan.ts';
import { createMessages } from '../../../../shared/messages/catalogue.ts';
import { translations } from '../../../../shared/messages/load-messages.ts';
import {
  isSound,
  samples,
  toArguments,
  toLeaves,
  toText,
  type ArgumentList,
  type Say,
} from '../../../support/messages/catalogue-samples.ts';

const languages = Object.keys(translations) as (keyof typeof translations)[];

describe.each(languages)('the language %s', (language) => {
  it('keeps every value and figure of the English sentence', async () => {
    const english = createMessages(language);
    const originals = toLeaves(english);
    const own = toLeaves((await translations[language]())(english.format));
    const lost: string[] = [];
    for (const [path, message] of own) {
      const original = originals.get(path);
      if (typeof message !== 'function' || typeof original !== 'function') continue;
      const lists = samples[path] ?? toArguments(original as Say, message as Say);
      expect(lists, `${path} needs a sample`).not.toEqual([]);
      for (const values of lists) {
        const said = toText((message as Say)(...values));
        // Arabic can say “one” and “two” without a number.
        const missing = toFacts(original as Say, values).filter(
          (fact) => !said.toLowerCase().includes(fact) && !(language === 'ar' && /^[12]$/.test(fact)),
        );
        if (missing.length > 0 || !isSound(said)) lost.push(`${path}: ${missing.join(' ')} ← ${said}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it('says another thing wherever the English sentence does', async () => {
    const english = createMessages(language);
    const originals = toLeaves(english);
    const deaf: string[] = [];
    for (const [path, message] of toLeaves((await translations[language]())(english.format))) {
      const original = originals.get(path);
      if (typeof message !== 'function' || typeof original !== 'function') continue;
      const [list = []] = samples[path] ?? toArguments(original as Say, message as Say);
      for (const [place, other] of list.flatMap((_, place) => choices.map((other) => [place, other] as const))) {
        const others = list.with(place, other);
        const [before, after] = [sayIfCan(original as Say, list), sayIfCan(original as Say, others)];
        if (after === null || after === before) continue;
        if (sayIfCan(message as Say, list) === sayIfCan(message as Say, others))
          deaf.push(`${path}(${place}: ${other})`);
      }
    }
    expect(deaf).toEqual([]);
  });

  it('has a word for every count', async () => {
    const english = createMessages(language);
    const originals = toLeaves(english);
    const broken: string[] = [];
    for (const [path, message] of toLeaves((await translations[language]())(english.format))) {
      const original = originals.get(path);
      if (typeof message !== 'function' || typeof original !== 'function' || path in samples) continue;
      const [list = []] = toArguments(original as Say, message as Say);
      for (const count of [0, 1, 2, 3, 11, 100]) {
        const said = toText((message as Say)(...list.map((value) => (typeof value === 'number' ? count : value))));
        if (!isSound(said)) broken.push(`${path} of ${count}: ${said}`);
      }
    }
    expect(broken).toEqual([]);
  });
});

/** Values that a sentence may speak of in other words than of the samples. */
const choices = [null, 0, usualPlan, 'threshold', true, false] as const;

/** Null where the message takes no such value. */
function sayIfCan(message: Say, list: ArgumentList): string | null {
  try {
    const said = toText(message(...list));
    return isSound(said) ? said : null;
  } catch {
    return null;
  }
}

/** What of the values stands in the sentence, as it stands there: texts, and figures that change with the values. */
function toFacts(message: Say, list: ArgumentList): readonly string[] {
  const said = toText(message(...list)).toLowerCase();
  const texts = toTexts(list).filter((text) => said.includes(text));
  const figures = said.match(/\d+(?:[.,]\d+)*/g) ?? [];
  if (!list.some((value) => typeof value === 'number')) return texts;
  const others = toText(message(...list.map((value) => (typeof value === 'number' ? value * 3 + 60_000 : value))));
  return [...texts, ...figures.filter((figure) => !others.includes(figure))];
}

/** Free texts: a word that stands for a choice begins with a small letter, and is translated. */
function toTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^[A-Z/]/.test(value) ? [value.toLowerCase().replace(/\.$/, '')] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(toTexts) : [];
}
