import type { FileWriter } from './file-writer.ts';
import type { Random } from './random.ts';

/** Made-up text of the kind that fills logs: code, paths, prose, numbers, and a little that is not ASCII. */
export interface Prose {
  /** Writes about this many bytes, valid inside a JSON string. */
  write(writer: FileWriter, bytes: number): void;
  /** Writes exactly this many bytes of Base64. */
  writeBase64(writer: FileWriter, bytes: number): void;
}

const poolBytes = 4 * 1024 * 1024;
const base64Bytes = 512 * 1024;
const space = 32;
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const words = (
  'the a of to in is and for with that this it as on be are from by not or an at if we can has was when will but which ' +
  'file line test error value function return const import export type string number boolean null undefined async await ' +
  'promise class interface module package index build server client request response message token tokens usage cache ' +
  'input output model session project branch commit merge rebase push pull diff patch review change update remove add ' +
  'create read write open close path folder stream buffer parse format render component state props event handler user ' +
  'config option default setting schema query table column row key map list array object record field name size count ' +
  'total average median limit window reset block rate cost price budget alert notify tray menu icon popover chart axis ' +
  'résumé naïve größer über 配置 文件 テスト → ✓ … “quoted”'
).split(' ');
const codeLines = [
  '  if (!result.ok) return { ok: false, error: "not found" };',
  '    const rows = await database.all("SELECT id, name FROM projects WHERE id = ?", [id]);',
  '\treturn items.filter((item) => item.count > 0).map(({ name }) => name.trim());',
  '  expect(screen.getByRole("button", { name: "Save" })).toBeEnabled();',
  'C:\\Users\\ada\\projects\\shop\\src\\index.ts(42,7): error TS2322: Type "string" is not assignable.',
  '    at Object.<anonymous> (/home/ada/shop/node_modules/jest-circus/build/run.js:126:9)',
  '{"name": "shop", "version": "1.4.2", "scripts": {"build": "tsc -b", "usage": "node usage.js"}}',
];

/** Generates the text once; later texts are cut out of it. */
export function createProse(random: Random): Prose {
  const pool = makePool(random);
  const blob = Buffer.from(random.text(base64Bytes, base64), 'latin1');
  const writeSome = (writer: FileWriter, bytes: number): void => {
    // A space is never part of an escape or of a multi-byte character, so the text can be cut there.
    const from = pool.indexOf(space, random.below(pool.length - bytes - 4096)) + 1;
    writer.bytes(pool.subarray(from, pool.indexOf(space, from + bytes)));
  };
  return {
    write(writer, bytes) {
      const most = pool.length >> 1;
      for (let left = bytes; left > 0; left -= most) writeSome(writer, Math.min(left, most));
    },
    writeBase64(writer, bytes) {
      for (let left = bytes; left > 0; left -= blob.length) {
        const part = Math.min(left, blob.length);
        const from = random.below(blob.length - part + 1);
        writer.bytes(blob.subarray(from, from + part));
      }
    },
  };
}

function makePool(random: Random): Buffer {
  const parts: string[] = [];
  for (let bytes = 0; bytes < poolBytes;) {
    const line = random.chance(0.3) ? random.pick(codeLines) : makeSentence(random);
    parts.push(JSON.stringify(`${line}\n`).slice(1, -1), ' ');
    bytes += line.length;
  }
  return Buffer.from(parts.join(''), 'utf8');
}

function makeSentence(random: Random): string {
  const made = Array.from({ length: 4 + random.below(20) }, () =>
    random.chance(0.05) ? String(random.below(100_000)) : random.pick(words),
  );
  return `${made.join(' ')}.`;
}
