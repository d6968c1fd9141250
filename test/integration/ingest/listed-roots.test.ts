import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { HostEnvironment } from '../../../shared/sources/source.ts';
import { crush } from '../../../shared/sources/crush/descriptor.ts';
import { findSourceRoots } from '../../../main/node/ingest/discovery/listed-roots.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import { makeFolder, makeIngest } from './harness.ts';

function hostOf(home: string): HostEnvironment {
  return { platform: 'linux', home, variables: {}, otherHomes: [] };
}

function writeList(home: string, folders: readonly string[], more = ''): void {
  const folder = join(home, '.local/share/crush');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'projects.json'), JSON.stringify({ projects: folders.map((path) => ({ path })), more }));
}

/** A project in which Crush spent this much; returns its folder. */
function makeProject(cost: number, id: string, data = '.crush'): string {
  const project = makeFolder();
  mkdirSync(join(project, data));
  const database = new DatabaseSync(join(project, data, 'crush.db'));
  database.exec(`CREATE TABLE sessions (id TEXT PRIMARY KEY, parent_session_id TEXT, cost REAL, updated_at INTEGER,
    created_at INTEGER); INSERT INTO sessions VALUES ('${id}', NULL, ${cost}, 1777885200, 1777885200)`);
  database.close();
  return project;
}

async function rootsIn(home: string): Promise<readonly string[]> {
  const roots = await findSourceRoots([crush], hostOf(home), []);
  return roots.filter(({ root }) => root.origin === 'projects.json').map(({ root }) => root.path);
}

describe("the folders in an agent's own list", () => {
  it('are read, and the list again with each look', async () => {
    const home = makeFolder();
    const [first, second] = [makeProject(1.5, 'a'), makeProject(0.25, 'b')];
    writeList(home, [first]);
    const store = createMemoryLedger();
    const ingest = makeIngest([crush], store, { host: hostOf(home) });
    const costs = () => [...store.contents().entries].map(({ event }) => event.loggedCostMicroUsd).sort();
    await ingest.scan();
    expect(costs()).toEqual([1_500_000]);
    writeList(home, [second, first]);
    await ingest.scan();
    expect(costs()).toEqual([1_500_000, 250_000]);
    // What was counted stays when a project leaves the list.
    writeList(home, []);
    await ingest.scan();
    expect(costs()).toEqual([1_500_000, 250_000]);
  });

  it('are left alone where there is no database, or a link instead of a folder or a file', async () => {
    const home = makeFolder();
    const [real, linkedFile, linkedFolder, named, empty] = [
      makeProject(1, 'a'),
      makeFolder(),
      makeFolder(),
      makeProject(1, 'b'),
      makeFolder(),
    ];
    mkdirSync(join(linkedFile, '.crush'));
    symlinkSync(join(real, '.crush/crush.db'), join(linkedFile, '.crush/crush.db'));
    symlinkSync(join(real, '.crush'), join(linkedFolder, '.crush'));
    renameSync(join(named, '.crush'), join(named, 'data'));
    mkdirSync(join(empty, '.crush/crush.db'), { recursive: true });
    writeList(home, [linkedFile, linkedFolder, named, empty, join(home, 'gone'), real, real]);
    expect(await rootsIn(home)).toEqual([join(real, '.crush')]);
  });

  it('are at most a hundred, from a list of a sensible size', async () => {
    const home = makeFolder();
    const projects = Array.from({ length: 101 }, (_, index) => join(home, `project-${index}`));
    for (const project of projects) {
      mkdirSync(join(project, '.crush'), { recursive: true });
      writeFileSync(join(project, '.crush/crush.db'), '');
    }
    writeList(home, projects);
    expect(await rootsIn(home)).toEqual(projects.slice(0, 100).map((project) => join(project, '.crush')));
    writeList(home, projects, 'x'.repeat(1024 * 1024));
    expect(await rootsIn(home)).toEqual([]);
  });

  it('are left alone where they are in a system that sleeps, also by a link', async () => {
    const home = makeFolder();
    const [awake, asleep] = [makeProject(1, 'a'), makeProject(1, 'b')];
    const link = join(makeFolder(), 'link');
    symlinkSync(asleep, link);
    writeList(home, [awake, asleep, link]);
    const roots = await findSourceRoots([crush], hostOf(home), [], (path) => path.startsWith(asleep));
    expect(roots.map(({ root }) => root.path)).toEqual([join(home, '.crush'), join(awake, '.crush')]);
  });

  it('are none when the list is not a file', async () => {
    const home = makeFolder();
    const project = makeProject(1, 'a');
    writeList(home, [project]);
    expect(await rootsIn(home)).toHaveLength(1);
    const list = join(home, '.local/share/crush/projects.json');
    renameSync(list, join(dirname(list), 'other.json'));
    mkdirSync(list);
    expect(await rootsIn(home)).toEqual([]);
  });
});
