import { expect, it } from 'vitest';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { toZip } from '../../../../../../main/node/cli/bundle/to-zip.ts';

function read(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null || stream === undefined) return reject(error ?? new Error('nothing to read'));
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    });
  });
}

function unzip(bytes: Buffer): Promise<Readonly<Record<string, string>>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error !== null || zip === undefined) return reject(error ?? new Error('no archive'));
      const found: Record<string, string> = {};
      zip.on('error', reject);
      zip.on('end', () => resolve(found));
      zip.on('entry', (entry: Entry) => {
        read(zip, entry).then((text) => {
          found[entry.fileName] = text;
          zip.readEntry();
        }, reject);
      });
      zip.readEntry();
    });
  });
}

it('is an archive that others can open', async () => {
  const files = { 'a.json': '{}\n', 'b/c.txt': 'é'.repeat(5_000), 'empty.txt': '' };
  const entries = Object.entries(files).map(([name, text]) => ({ name, text }));
  const zip = await toZip(entries);
  expect(await unzip(Buffer.from(zip))).toEqual(files);
  expect(zip.length).toBeLessThan(1_000);
  expect(await toZip(entries)).toEqual(zip);
});
