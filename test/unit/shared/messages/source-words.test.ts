import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../../shared/messages/catalogue.ts';
import { translateMessages, translations } from '../../../../shared/messages/load-messages.ts';
import { createSaySource, type SourceWords } from '../../../../shared/messages/source-words.ts';
import { sources } from '../../../../shared/sources/registry.ts';
import type { Source } from '../../../../shared/sources/source.ts';

/** Everything that a source says about itself. */
const toTexts = ({ skipReasons, unloggedCalls, coverage }: Source): readonly string[] => [
  ...Object.values(skipReasons),
  ...Object.values(unloggedCalls),
  ...(coverage.kind === 'exact' ? [] : [coverage.gap]),
];
const declared = [...new Set(sources.flatMap(toTexts))];

describe.each(Object.keys(translations))('the words for sources in %s', (language) => {
  it('are there for everything that a source says about itself', async () => {
    const { diagnosis } = await translateMessages(createMessages(language));
    const missing = declared.filter((english) => diagnosis.ofSource(english) === english);
    expect(missing, `add these texts to shared/messages/${language}/source-words.ts`).toEqual([]);
  });

  it('are there for nothing else', async () => {
    const file = `../../../../shared/messages/${language}/source-words.ts`;
    const { sourceWords } = (await import(/* @vite-ignore */ file)) as { readonly sourceWords: SourceWords };
    const unused = Object.keys(sourceWords).filter((english) => !declared.includes(english));
    expect(unused, `no source says these texts: take them out of shared/messages/${language}/source-words.ts`).toEqual(
      [],
    );
  });
});

it('a text without words stays English, whatever it is called', () => {
  const say = createSaySource({ 'session titles': 'Sitzungstitel' });
  expect(['session titles', 'naps', 'constructor'].map(say)).toEqual(['Sitzungstitel', 'naps', 'constructor']);
  expect(createMessages('en').diagnosis.ofSource('session titles')).toBe('session titles');
});

it('every reason for which a record of the golden cases is skipped has words', () => {
  const { skip } = createMessages('en').failures;
  const unnamed = sources.flatMap(({ id, skipReasons }) =>
    listSkips(id)
      .filter((code) => !(code in { ...skip, ...skipReasons }))
      .map((code) => `${id}: ${code}`),
  );
  expect([...new Set(unnamed)]).toEqual([]);
});

/** The codes of what is skipped in a source's golden cases. */
function listSkips(id: string): readonly string[] {
  const folder = join(import.meta.dirname, '../../../fixtures/logs', id);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => Object.keys(readExpected(join(folder, name, 'expected.json')).diagnosis?.skips ?? {}));
}

function readExpected(path: string): { readonly diagnosis?: { readonly skips?: Readonly<Record<string, number>> } } {
  return JSON.parse(readFileSync(path, 'utf8')) as ReturnType<typeof readExpected>;
}
