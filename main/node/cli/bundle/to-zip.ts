import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

const compress = promisify(deflateRaw) as (bytes: Buffer) => Promise<Buffer>;

/** A file in an archive. Its name is ASCII, with `/` between folders. */
export interface ZipEntry {
  readonly name: string;
  readonly text: string;
}

/** 1980-01-01, the first day that the format knows: archives of the same texts are the same bytes. */
const firstDay = 0x21;
const version = 20;
const utf8 = 0x0800;
const deflated = 8;

/** An archive that every system opens. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export async function toZip(entries: readonly ZipEntry[]): Promise<Buffer> {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of entries) {
    const bytes = Buffer.from(text, 'utf8');
    const packed = await compress(bytes);
    const label = Buffer.from(name, 'utf8');
    const facts = toFacts(bytes, packed, label.length);
    const file = [uint32(0x04034b50), facts, label, packed];
    directory.push(uint32(0x02014b50), uint16(version), facts, Buffer.alloc(10), uint32(offset), label);
    files.push(...file);
    offset += file.reduce((sum, part) => sum + part.length, 0);
  }
  const listed = Buffer.concat(directory);
  const count = uint16(entries.length);
  const end = [
    uint32(0x06054b50),
    uint16(0),
    uint16(0),
    count,
    count,
    uint32(listed.length),
    uint32(offset),
    uint16(0),
  ];
  return Buffer.concat([...files, listed, ...end]);
}

/** What both headers of a file have: from the version that it needs to the length of its extra field. */
function toFacts(bytes: Buffer, packed: Buffer, nameLength: number): Buffer {
  return Buffer.concat([
    ...[version, utf8, deflated, 0, firstDay].map(uint16),
    ...[crc32(bytes), packed.length, bytes.length].map(uint32),
    ...[nameLength, 0].map(uint16),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
