import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repositoryRoot } from '../../../../build/lib/paths.ts';
import { createMessages } from '../../../../shared/messages/catalogue.ts';
import { createPageMessages } from '../../../../shared/messages/page-catalogue.ts';
import {
  isSound,
  samples,
  toArguments,
  toLeaves,
  toText,
  type Say,
} from '../../../support/messages/catalogue-samples.ts';

const catalogues = /^shared\/messages\/[a-z]{2}\//;
/** Found by the headings of the library that lays out the help page, and functions of `Intl`. */
const foundOtherwise = ['format', 'cli.help.headings'];

/** Every name in the sources outside of the catalogues, and their texts for names that are no words. */
function readSources(): { readonly words: ReadonlySet<string>; readonly text: string } {
  const files = ['shared', 'main', 'renderer', 'build'].flatMap((folder) =>
    readdirSync(join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((file) => /\.(ts|svelte)$/.test(file) && !catalogues.test(file)),
  );
  const text = files.map((file) => readFileSync(join(repositoryRoot, file), 'utf8')).join('\n');
  return { words: new Set(text.match(/[\w$-]+/g)), text };
}

function listPaths(value: unknown, path: string): readonly string[] {
  if (foundOtherwise.includes(path)) return [];
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, each]) => listPaths(each, path === '' ? name : `${path}.${name}`));
}

/** Messages whose own name nothing mentions. One that shares its name with another that is used is not found. */
function findUnused(catalogue: object, { words, text }: ReturnType<typeof readSources>): readonly string[] {
  return listPaths(catalogue, '').filter((path) => {
    const name = path.slice(path.lastIndexOf('.') + 1);
    return !words.has(name) && !text.includes(`'${name}'`) && !text.includes(path.split('.').slice(-4).join('.'));
  });
}

it('has no message that nothing shows', () => {
  const sources = readSources();
  expect(findUnused({ ...createMessages(), nobodyShowsThis: '' }, sources)).toEqual(['nobodyShowsThis']);
  expect(findUnused(createPageMessages('en'), sources)).toEqual([]);
});

/** Free texts among the samples: a message that is given one says it. */
const freeTexts = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo'];

/** Messages with a text that stands for a choice, which they say in their own words. */
const choosing = [
  'limits.blockTitle',
  'usage.cached',
  'activity.sessions.endFact',
  'explain.limitUsed',
  'apps.time',
  'cli.explain.cost',
  'explainRules.cost',
];

/** Nothing is to be said of these. */
const empty = ['web.push.states.on', 'web.push.states.off', 'cli.processes.kinds.other'];

it('every English message says something, and each text that it is given', () => {
  const wrong: string[] = [];
  for (const [path, message] of toLeaves(createMessages())) {
    if (path.startsWith('format.') || empty.includes(path)) continue;
    if (typeof message !== 'function') {
      if (!isSound(String(message))) wrong.push(`${path} is empty`);
      continue;
    }
    const lists = samples[path] ?? toArguments(message as Say, message as Say);
    // What only a terminal shows, and takes other values, stands in the outputs that are compared with files.
    if (lists.length === 0 && !path.startsWith('cli.')) wrong.push(`${path} needs a sample`);
    for (const list of lists) {
      const said = toText((message as Say)(...list)).toLowerCase();
      const lost = list.filter(
        (value) => freeTexts.includes(String(value)) && !said.includes(String(value).toLowerCase()),
      );
      if (!isSound(said) || (lost.length > 0 && !choosing.includes(path))) wrong.push(`${path} → ${said}`);
    }
  }
  expect(wrong).toEqual([]);
});
