import { join } from 'node:path';
import { expect, it } from 'vitest';
import { translatedLanguages } from '../../../../shared/domain/translated-languages.ts';
import { writeSheet } from '../../../support/messages/sentence-sheet.ts';

const folder = join(import.meta.dirname, '../../../fixtures/messages');

it.each(['en', ...translatedLanguages])('the sentences of the language %s match its sheet', async (language) => {
  await expect(await writeSheet(language)).toMatchFileSnapshot(join(folder, `${language}.txt`));
});
