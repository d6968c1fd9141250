import { describe, expect, it } from 'vitest';
import { createLocaleFiles, createWords } from '../../../../build/extension/languages.ts';
import { createManifest } from '../../../../build/extension/manifest.ts';
import { translatedLanguages } from '../../../../shared/domain/translated-languages.ts';

const english = createWords('en');
const files = Object.entries(createLocaleFiles());
const minuteMs = 60_000;

describe('_locales', () => {
  it('has English, which the manifest falls back to, and a folder for each language', () => {
    const folders = files.map(([path]) => path.split('/')[1]);
    expect(folders.toSorted()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'ja', 'zh_CN']);
    expect(createManifest('1.2.3')).toMatchObject({ default_locale: 'en' });
  });

  it.each(files)('%s has every text that the manifest names, no longer than a browser takes', (path, text) => {
    const names = [...JSON.stringify(createManifest('1.2.3')).matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name);
    const texts = JSON.parse(text) as Record<string, { message: string }>;
    expect(Object.keys(texts).toSorted()).toEqual(names.toSorted());
    // https://developer.chrome.com/docs/extensions/reference/manifest/description
    expect(texts['description']!.message.length).toBeLessThanOrEqual(132);
    if (!path.includes('/en/')) expect(texts['description']!.message).not.toBe(english.description);
  });
});

describe.each(translatedLanguages)('the extension in %s', (language) => {
  const words = createWords(language);

  it('has every sentence, in words of its own', () => {
    expect(Object.keys(words).toSorted()).toEqual(Object.keys(english).toSorted());
    // “Token” and “Options” are the same in some.
    const texts = Object.entries(english).filter(([name]) => !['name', 'token', 'options'].includes(name));
    for (const [name, text] of texts) if (typeof text === 'string') expect(words[name as 'today'], name).not.toBe(text);
  });

  it('keeps the figures, names and commands of the English ones', () => {
    expect(words.sum(95 * minuteMs, 2_500_000)).toMatch(/1.*35.*2[.,]50/);
    expect(words.visits(12)).toContain('12');
    expect(words.requests(12)).toMatch(/12.*API|API.*12/);
    expect(words.ownSites(['a.example', 'b.example'])).toMatch(/a\.example.*b\.example/);
    expect(words.badAddress).toContain('http://127.0.0.1:8377');
    expect(words.tokenHint).toContain('fuelgauge token create browser --scope ingest');
    expect(words.cost(null)).toBe('–');
  });

  it('says what has become of the counts, for every failure and every number of them', () => {
    const failures = ['unreachable', 'needs-token', 'wrong-token', 'off', 'busy', 'too-large', 'refused'] as const;
    const said = [0, 1, 2, 3, 11, 100].flatMap((waiting) => [
      words.sending({ sentAtMs: null, failure: null }, waiting, 0),
      words.sending({ sentAtMs: 0, failure: null }, waiting, 5 * minuteMs),
      ...failures.map((failure) => words.sending({ sentAtMs: 0, failure }, waiting, 0)),
    ]);
    expect(new Set(said).size).toBe(said.length);
    for (const sentence of said) expect(sentence).toMatch(/^\S.*[.。]$/);
    expect(said.join(' ')).not.toMatch(/undefined|NaN|\.\.| {2}/);
  });
});

it('is English for a browser whose language there is not', () => {
  expect(createWords('pl').today).toBe(english.today);
});
