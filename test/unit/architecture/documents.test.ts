import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFakeEngine, runWith } from '../../fakes/cli-host.ts';

const root = resolve(import.meta.dirname, '../../..');
const pages = [
  'README.md',
  ...readdirSync(join(root, '.github'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !path.includes('TEMPLATE'))
    .map((path) => join('.github', path)),
];
/** The READMEs next to the code they describe. */
const readmes = ['shared', 'main', 'renderer', 'build', 'test'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('/README.md') && !path.startsWith('test/fixtures/')),
);
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** As GitHub names the place of a heading. */
const toAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** The part of a path before a placeholder: `main/node/channels` for `main/node/channels/<channel>/`. */
function toFixedPart(path: string): string {
  return path.includes('<') ? path.slice(0, path.lastIndexOf('/', path.indexOf('<'))) : path;
}

function hasTarget(from: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? from : join(dirname(from), path);
  if (!existsSync(join(root, file))) return false;
  if (anchor === undefined) return true;
  return [...read(file).matchAll(/^#+ (.*)$/gm)].some(([, heading = '']) => toAnchor(heading) === anchor);
}

describe('the documents', () => {
  it.each(pages)('%s links only to what exists', (page) => {
    const targets = [...read(page).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !hasTarget(page, target))).toEqual([]);
  });

  it.each([...pages, ...readmes])('%s names only files and folders that exist', (page) => {
    const named = [...read(page).matchAll(/`((?:shared|main|renderer|test|build|\.github)\/[\w./<>-]+)`/g)].map(
      ([, path = '']) => path,
    );
    expect([...new Set(named)].filter((path) => !existsSync(join(root, toFixedPart(path))))).toEqual([]);
  });

  it('list every decision', () => {
    const list = read('.github/adr/README.md');
    const decisions = readdirSync(join(root, '.github/adr')).filter((name) => /^\d{4}-/.test(name));
    expect(decisions.filter((name) => !list.includes(`(${name})`))).toEqual([]);
  });

  it('list every command', async () => {
    const { stdout: text } = await runWith(createFakeEngine(), ['--help']);
    const list = text.slice(text.indexOf('\nCommands:\n'), text.indexOf('\nExamples:\n'));
    const commands = [...list.matchAll(/^ {2}([a-z-]+)/gm)]
      .map(([, name = '']) => name)
      .filter((name) => name !== 'help');
    expect(commands.length).toBeGreaterThan(30);
    const page = read('.github/COMMAND-LINE.md');
    expect(commands.filter((name) => !page.includes(`| \`${name}\``))).toEqual([]);
  });
});
