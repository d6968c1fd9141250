import { expect, it } from 'vitest';
import { findCommands, listCommands } from '../../../../renderer/main-window/commands.ts';
import type { Router } from '../../../../renderer/state/router.svelte.ts';

function createRouter() {
  const gone: unknown[] = [];
  const router: Router = {
    view: 'overview',
    parameters: {},
    go: (view, parameters) => gone.push([view, parameters]),
    change: (parameters) => gone.push(parameters),
  };
  return { router, gone };
}

it('finds commands by all words, those first that begin with the first one, then those with a word that does', () => {
  const { router, gone } = createRouter();
  const commands = listCommands(router);
  expect(
    findCommands(commands, 'explore')
      .map(({ id }) => id)
      .at(0),
  ).toBe('explore');
  expect(findCommands(commands, 'by model').map(({ id }) => id)).toEqual(['by-model']);
  expect(findCommands(commands, 'ses').map(({ id }) => id)).toEqual(['by-session', 'processes']);
  expect(findCommands(commands, 'cache').map(({ id }) => id)).toEqual(['compare-cache']);
  expect(findCommands(commands, 'encryption').map(({ id }) => id)).toEqual(['settings-encryption']);
  expect(findCommands(commands, 'nonsense')).toEqual([]);
  findCommands(commands, 'last 7')[0]?.run();
  findCommands(commands, 'by branch')[0]?.run();
  findCommands(commands, 'accounts telemetry')[0]?.run();
  findCommands(commands, 'what if')[0]?.run();
  findCommands(commands, 'tray icon')[0]?.run();
  expect(gone).toEqual([
    { range: '7', since: '', until: '' },
    ['explore', { by: 'branch' }],
    ['compare', { tab: 'accounts' }],
    ['compare', { tab: 'whatIf' }],
    ['settings', { section: 'tray' }],
  ]);
});

it('has each command once', () => {
  const ids = listCommands(createRouter().router).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
