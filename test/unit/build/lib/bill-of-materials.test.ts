import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { listBundledPackages, toCycloneDx } from '../../../../build/lib/bill-of-materials.ts';
import { useTemporaryFolders } from '../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

it('lists what source maps and assets hold, nested packages with their own version, and nothing else', async () => {
  const folder = makeFolder();
  const write = (file: string, value: object): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), JSON.stringify(value));
  };
  write('node_modules/a/package.json', { name: 'a', version: '1.0.0', license: 'MIT' });
  write('node_modules/a/node_modules/@s/b/package.json', { name: '@s/b', version: '2.0.0' });
  write('node_modules/@s/b/package.json', { name: '@s/b', version: '3.0.0', license: 'ISC' });
  write('node_modules/tool/package.json', { name: 'tool', version: '4.0.0' });
  write('node_modules/@fontsource-variable/inter/package.json', {
    name: 'inter',
    version: '5.0.0',
    license: 'OFL-1.1',
  });
  write('cli.js.map', {
    sources: [
      '../main/cli.ts',
      '../node_modules/a/x.js',
      '../node_modules/a/y.js',
      '../node_modules/a/node_modules/@s/b/i.js',
    ],
  });
  write('other.js.map', { sources: ['../node_modules/@s/b/i.js'] });
  const scripts = ['cli.js', 'other.js', 'without-a-map.js'].map((file) => join(folder, file));
  const found = await listBundledPackages(scripts, ['web/inter.woff2'], join(folder, 'node_modules'));
  expect(found.map(({ name, version, license }) => [name, version, license])).toEqual([
    ['inter', '5.0.0', 'OFL-1.1'],
    ['@s/b', '3.0.0', 'ISC'],
    ['a', '1.0.0', 'MIT'],
    ['@s/b', '2.0.0', null],
  ]);
  expect(await listBundledPackages(scripts.slice(1, 2), [], join(folder, 'node_modules'))).toHaveLength(1);
  expect(toCycloneDx({ name: 'fuelgauge', version: '1.2.3', license: 'MIT' }, found)).toMatchObject({
    bomFormat: 'CycloneDX',
    components: [{}, { purl: 'pkg:npm/%40s/b@3.0.0', licenses: [{ expression: 'ISC' }] }, {}, { name: '@s/b' }],
  });
});
