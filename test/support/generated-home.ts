import { appendFileSync, copyFileSync, existsSync, mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { zstdCompressSync } from 'node:zlib';
import type {
  GeneratedDatabase,
  GeneratedFile,
  GeneratedSideFile,
  LogGenerator,
  ReadingPlan,
} from './generated-logs.ts';

/** A home whose agent writes its logs step by step. */
export interface GeneratedHome {
  /** Writes a step's share of every file, and the copies that appear in it. */
  write(step: number): void;
  close(): void;
}

/** The agent's connection to each of its databases. */
type Owners = Map<string, DatabaseSync>;

/** Builds it. Without a plan, the first step writes everything. Copies may appear in another home. */
export function createGeneratedHome(
  { home, copies }: { readonly home: string; readonly copies: string },
  files: readonly GeneratedFile[],
  copyOf: LogGenerator['copyOf'],
  plan: ReadingPlan | null,
): GeneratedHome {
  const owners: Owners = new Map();
  for (const file of files) if ('content' in file) for (const folder of [home, copies]) putSideFile(folder, file);
  const shareAt = (index: number, step: number): number => {
    const shares = [0, ...pick(plan?.cuts ?? [[]], index).toSorted((a, b) => a - b), 1];
    return shares[step] ?? 1;
  };
  const orderOf = (index: number): number => (plan === null ? 0 : pick(plan.order, index));

  const writeFile = (file: GeneratedFile, index: number, step: number): void => {
    const path = join(home, file.path);
    if ('content' in file) return;
    mkdirSync(dirname(path), { recursive: true });
    const shares = [shareAt(index, step), shareAt(index, step + 1)] as const;
    if ('statements' in file) {
      changeDatabase(owners, path, file, shares);
      settleOwner(owners, path, plan === null ? 'quit' : pick(plan.owners, index + step));
      return;
    }
    if ('versions' in file)
      rewrite(path, file.versions, shares[1], plan === null ? null : pick(plan.rewrites, index + step));
    else appendFileSync(path, slice(toBytes(file.lines), ...shares));
    // Ingest reads the most recently written files first.
    const seconds = 1_777_900_000 + step * 10_000 + Math.floor(orderOf(index + step) * 9000);
    if (existsSync(path)) utimesSync(path, seconds, seconds);
  };

  return {
    write(step) {
      const inOrder = files.map((file, index) => ({ file, index })).sort((a, b) => orderOf(a.index) - orderOf(b.index));
      for (const { file, index } of inOrder) writeFile(file, index, step);
      for (const [number, copy] of (plan?.copies ?? []).entries()) {
        if (copy.step === step) putCopy(copies, pick(files, copy.file), copyOf, copy.share, number);
      }
    },
    close() {
      for (const owner of owners.values()) owner.close();
    },
  };
}

/** Puts the version in its place; one that is torn off is there until the next step. */
function rewrite(
  path: string,
  versions: readonly string[],
  share: number,
  rewriting: ReadingPlan['rewrites'][number] | null,
): void {
  const count = Math.floor(share * versions.length);
  const isLast = share === 1;
  const whole = versions[count - 1];
  if (whole === undefined) return;
  if (rewriting?.way === 'replace') {
    writeFileSync(`${path}.tmp`, whole);
    renameSync(`${path}.tmp`, path);
  } else if (rewriting?.way === 'tear' && !isLast) writeFileSync(path, slice(Buffer.from(whole), 0, rewriting.share));
  else writeFileSync(path, whole);
}

function changeDatabase(
  owners: Owners,
  path: string,
  { schema, statements }: GeneratedDatabase,
  [from, to]: readonly [number, number],
): void {
  const isNew = !existsSync(path);
  const owner = owners.get(path) ?? openOwner(path);
  owners.set(path, owner);
  if (isNew) owner.exec(schema);
  const count = statements.length;
  for (const statement of statements.slice(Math.floor(from * count), Math.floor(to * count))) owner.exec(statement);
}

/** Does not wait for the disk: the process that writes is not the one that ends. */
function openOwner(path: string): DatabaseSync {
  const owner = new DatabaseSync(path);
  owner.exec('PRAGMA synchronous = OFF');
  return owner;
}

function settleOwner(owners: Owners, path: string, way: ReadingPlan['owners'][number]): void {
  const owner = owners.get(path);
  if (owner === undefined || way === 'stay') return;
  if (way === 'checkpoint') return owner.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  if (way === 'vacuum') return owner.exec('VACUUM');
  const kept = way === 'die' ? ['', '-wal'].filter((ending) => existsSync(path + ending)) : [];
  // What a process leaves behind that ends without closing: everything but what it held in memory.
  for (const ending of kept) copyFileSync(path + ending, `${path}.kept${ending}`);
  owner.close();
  owners.delete(path);
  for (const ending of kept) renameSync(`${path}.kept${ending}`, path + ending);
}

/** The same file in another place, whole or as it was earlier. */
function putCopy(
  home: string,
  file: GeneratedFile,
  copyOf: LogGenerator['copyOf'],
  share: number,
  number: number,
): void {
  const path = join(home, copyOf(file.path, number));
  mkdirSync(dirname(path), { recursive: true });
  if ('content' in file) return;
  if ('statements' in file) {
    if (existsSync(path)) return;
    const owners: Owners = new Map();
    changeDatabase(owners, path, file, [0, share]);
    return settleOwner(owners, path, 'quit');
  }
  if ('versions' in file) return rewrite(path, file.versions, share, null);
  const content = slice(toBytes(file.lines), 0, share);
  writeFileSync(path, path.endsWith('.zst') ? zstdCompressSync(content) : content);
}

function putSideFile(folder: string, { path, content }: GeneratedSideFile): void {
  const place = join(folder, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, content);
}

function toBytes(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\n`).join(''));
}

function slice(bytes: Buffer, from: number, to: number): Buffer {
  return bytes.subarray(Math.floor(from * bytes.length), Math.floor(to * bytes.length));
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
