import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { translatedLanguages } from '../../../shared/domain/translated-languages.ts';
import { editFile } from '../copy-repository.ts';
import { loom } from '../loom/source/descriptor.ts';
import { loomPlaces } from '../loom/make-home.ts';

/** Adds the source Loom to a copy of the repository, as CONTRIBUTING.md says. */
export function addLoom(to: string): void {
  const folder = join(to, 'shared/sources/loom');
  cpSync(loomPlaces.source, folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    writeFileSync(
      path,
      readFileSync(path, 'utf8')
        .replaceAll('../../../../shared/sources/', '../')
        .replaceAll('../../../../shared/', '../../'),
    );
  }
  cpSync(loomPlaces.logs, join(to, 'test/fixtures/logs/loom'), { recursive: true });
  const generator = readFileSync(loomPlaces.generator, 'utf8');
  writeFileSync(join(to, 'test/support/generators/loom.ts'), generator);
  const registry = join(to, 'shared/sources/registry.ts');
  editFile(registry, /^import type \{ Source \}/m, "import { loom } from './loom/descriptor.ts';\n$&");
  editFile(registry, /(sources: readonly Source\[\] = \[[^\]]*?),?\n?\]/, '$1, loom]');
  for (const language of translatedLanguages) {
    const texts = [...Object.values(loom.skipReasons), ...Object.values(loom.unloggedCalls)];
    const lines = texts.map((english) => `'${english}': '${english} (${language})',`).join('');
    editFile(join(to, `shared/messages/${language}/source-words.ts`), /: SourceWords = \{/, `$&${lines}`);
  }
}
