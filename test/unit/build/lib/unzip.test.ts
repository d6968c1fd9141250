import { lstatSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unzip } from '../../../../build/lib/unzip.ts';

interface Entry {
  readonly name: string;
  readonly mode: number;
  readonly content?: string;
}

/** Builds a zip file with uncompressed entries (PKWARE APPNOTE 4.3). */
function toZip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, mode, content = '' } of entries) {
    const data = Buffer.from(content);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(data.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    // Created on Unix, so that the modes are used.
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), shared, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

describe.runIf(process.platform !== 'win32')('unzip', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'fuelgauge-unzip-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const unpack = async (entries: readonly Entry[], toPath = (name: string): string | null => name): Promise<string> => {
    writeFileSync(join(folder, 'a.zip'), toZip(entries));
    await unzip(join(folder, 'a.zip'), join(folder, 'out'), toPath);
    return join(folder, 'out');
  };

  it('preserves contents, executable bits and symbolic links', async () => {
    const out = await unpack([
      { name: 'App/', mode: 0o40755 },
      { name: 'App/program', mode: 0o100755, content: 'run' },
      { name: 'App/lib/data', mode: 0o100644, content: 'read' },
      { name: 'App/link', mode: 0o120777, content: 'lib/data' },
    ]);
    expect(readFileSync(join(out, 'App/program'), 'utf8')).toBe('run');
    expect(lstatSync(join(out, 'App/program')).mode & 0o100).toBe(0o100);
    expect(lstatSync(join(out, 'App/lib/data')).mode & 0o111).toBe(0);
    expect(readlinkSync(join(out, 'App/link'))).toBe('lib/data');
    expect(readFileSync(join(out, 'App/link'), 'utf8')).toBe('read');
  });

  it('renames and skips entries as requested', async () => {
    const entries = ['App/program', 'App/extra'].map((name) => ({ name, mode: 0o100644, content: name }));
    const out = await unpack(entries, (name) => (name === 'App/program' ? 'electron' : null));
    expect(readFileSync(join(out, 'electron'), 'utf8')).toBe('App/program');
    expect(() => lstatSync(join(out, 'App'))).toThrow('ENOENT');
  });

  it('refuses to write outside the folder', async () => {
    await expect(unpack([{ name: 'x', mode: 0o100644 }], () => '../escaped')).rejects.toThrow('unsafe path');
    expect(() => lstatSync(join(folder, 'escaped'))).toThrow('ENOENT');
  });
});
