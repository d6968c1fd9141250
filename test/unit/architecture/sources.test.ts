import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { translatedLanguages } from '../../../shared/domain/translated-languages.ts';
import { unreadAgents } from '../../../shared/processes/unread-agents.ts';
import { listPlans } from '../../../shared/sources/list-plans.ts';
import { sources } from '../../../shared/sources/registry.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = join(root, 'shared/sources');
const ids = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'lib')
  .map((entry) => entry.name);

/** Product files outside the agents' own folders, without their comments: those may cite whoever found something out. */
const productFiles: ReadonlyMap<string, string> = new Map(
  ['shared', 'main', 'renderer']
    .flatMap((place) =>
      readdirSync(join(root, place), { recursive: true, encoding: 'utf8' }).map((path) => join(place, path)),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(ts|svelte)$/.test(path))
    // An agent's own words, and those of files that its vendor hands out, stand in its folders.
    .filter((path) => !ids.some((id) => path.startsWith(`shared/sources/${id}/`)))
    .filter((path) => !/^shared\/imports\/[^/]+\//.test(path))
    // The gallery shows made-up agents.
    .filter((path) => !path.startsWith('renderer/gallery/'))
    .sort()
    .map((path) => [path, withoutComments(readFileSync(join(root, path), 'utf8'))]),
);

/** Files that may name an agent or its vendor, with the reason. */
const allowed: Readonly<Record<string, string>> = {
  'shared/sources/registry.ts': 'the one line of each source',
  'shared/activity/tool-rates.ts': 'guesses of ai-cost-observer about its tools',
  'main/server/metrics/companion-names.ts': 'names of ai-cost-observer',
  'shared/activity/api-patterns.ts': 'addresses of APIs that an extension counts',
  'shared/activity/app-table.ts': 'apps, which are called like their vendors',
  'shared/activity/command-tools.ts': 'a tool that is no agent of ours',
  'shared/activity/site-table.ts': 'sites, which are called like their vendors',
  'shared/imports/all-importers.ts': 'the one line of each tool that keeps history',
  'shared/imports/all-settings-importers.ts': 'the one line of each tool that keeps settings',
  'shared/processes/unread-agents.ts': 'programs that have no source, and so no folder',
  'shared/settings/container-variables.ts': 'variables of another tool, which are called after its agent',
  'shared/pricing/find-price.ts': 'names of models, as price lists and gateways write them',
  'shared/pricing/litellm-list.ts': 'whose models a price list is searched for',
  'shared/pricing/overlay.ts': 'names of models, and where their prices were published',
  'shared/pricing/own-prices.ts': 'a family of models with fixed multiples of the input price',
  'shared/messages/en/cli/help.ts': 'the name of a model, as an example',
  'main/node/cli/output/models-text.ts': 'a prefix of models, left out in narrow columns',
  'main/node/cli/monitor/declare-monitor.ts': 'the command of another tool, which is called after its agent',
  'main/node/cli/monitor/monitor-command.ts': 'the command of another tool, which is called after its agent',
  'main/node/cli/monitor/monitor-snapshot.ts': 'the JSON and the line of another tool, which name its agent',
  'shared/messages/en/cli/monitor.ts': 'the name of another tool, which is called after its agent',
  'main/node/store/schema/old-limits.ts':
    'the sources that wrote limits up to schema 4: what is stored does not change any more',
  'main/server/metrics/companion-metrics.ts': 'the names that another tool has for agents and apps',
  'main/electron/security/allowed-links.ts': 'sites of vendors that the browser may be sent to',
};

/** Imports: the one line of each tool, and the days that what was imported gives up to logs. */
const importers = ['shared/imports/all-importers.ts', 'shared/imports/superseded-sums.ts'];

/** Files that name an agent because it is also an editor, with the reason. */
const editors: Readonly<Record<string, string>> = {
  'shared/sources/lib/editor-tasks/paths.ts': 'folders of editors, in which extensions keep their tasks',
};

/** Files that name a proxy because it also publishes prices, or because its address is a setting. */
const publishers: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['en', ...translatedLanguages].map((language) => [
      `shared/messages/${language}/sending-settings.ts`,
      'the proxy that is asked for its usage, in every language',
    ]),
  ),
  'shared/messages/en/cli/prices.ts': 'whose price list is loaded',
};

/** Vendors and families of models, by which code would name an agent without its id. */
const vendors = /claude|codex|gemini|opencode|anthropic|openai/i;

/** Files that match a pattern. */
function findFiles(pattern: RegExp): readonly string[] {
  return [...productFiles].filter(([, text]) => pattern.test(text)).map(([path]) => path);
}

/** The id or the label as a string, or as a part of one. */
function toNames({ id, label }: { readonly id: string; readonly label: string }): RegExp {
  return new RegExp(`['"\`]${id}['"\`]|['"\`>][^'"\`\\n]*\\b${label.replaceAll(/[^\w ]/g, '\\$&')}\\b`);
}

function withoutComments(text: string): string {
  return text.replaceAll(/(?<=^|[\s{])\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<=^|\s)\/\/.*$/gm, '');
}

describe('every source', () => {
  it('is a folder with a description, registered under its name', () => {
    expect(sources.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(ids.filter((id) => !existsSync(join(folder, id, 'README.md')))).toEqual([]);
    expect(ids.filter((id) => !existsSync(join(folder, id, 'descriptor.ts')))).toEqual([]);
  });

  it('has golden cases', () => {
    expect(ids.filter((id) => !existsSync(join(root, 'test/fixtures/logs', id, 'README.md')))).toEqual([]);
  });

  it.each(ids)('is known outside its folder only to the registry: %s', (id) => {
    expect(findFiles(new RegExp(`sources/${id}/|\\./${id}/`)).filter((path) => !importers.includes(path))).toEqual([
      'shared/sources/registry.ts',
    ]);
  });

  it.each(sources.map((source) => [source.id, source] as const))('is named nowhere else: %s', (_id, source) => {
    expect(findFiles(toNames(source)).filter((path) => !(path in { ...allowed, ...editors, ...publishers }))).toEqual(
      [],
    );
  });

  it('has plans and processes of its own', () => {
    const plans = listPlans().map(({ id }) => id);
    expect(plans).toEqual([...new Set(plans)]);
    expect(plans.filter((id) => id === 'unknown' || id === 'custom')).toEqual([]);
    expect(unreadAgents.filter(({ id, label }) => sources.some((one) => one.id === id || one.label === label))).toEqual(
      [],
    );
  });
});

describe('code outside the sources', () => {
  it('names no vendor without a reason', () => {
    expect(findFiles(vendors).filter((path) => !(path in allowed))).toEqual([]);
  });

  it('has no reason to spare', () => {
    expect(findFiles(vendors)).toEqual(Object.keys(allowed).sort());
  });

  it('would be noticed if it named an agent', () => {
    const source = { id: 'loom-cli', label: 'Loom CLI' };
    for (const text of ["x === 'loom-cli'", '"loom-cli"', "'Loom CLI has no limits.'", '<p>Loom CLI</p>']) {
      expect(toNames(source).test(withoutComments(text))).toBe(true);
    }
    for (const text of ['// as Loom CLI does', "'loom-client'", '/** `loom-cli` */', "'Loom CLIs'"]) {
      expect(toNames(source).test(withoutComments(text))).toBe(false);
    }
  });
});
