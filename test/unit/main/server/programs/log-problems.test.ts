import { expect, it } from 'vitest';
import { createSnapshotView } from '../../../../../main/node/host/engine/snapshot-view.ts';
import { logProblems } from '../../../../../main/server/programs/log-problems.ts';
import { createProblem } from '../../../../../shared/domain/problem.ts';

it('says each serious problem once until it is over', () => {
  const view = createSnapshotView('UTC', () => 0);
  const wrongKey = (reason: 'missing' | 'invalid') => createProblem('ledger-key', { folder: '/data', reason });
  view.setProblem(wrongKey('missing'));
  const said: string[] = [];
  const stop = logProblems(view, ({ id }) => void said.push(id));
  expect(said).toEqual(['ledger-key']);
  view.setProblem(wrongKey('invalid'));
  view.setProblem(createProblem('settings-unreadable', { file: '/data/settings.json' }));
  expect(said).toEqual(['ledger-key']);
  view.clearProblem('ledger-key');
  view.setProblem(wrongKey('missing'));
  expect(said).toEqual(['ledger-key', 'ledger-key']);
  view.setProblem(createProblem('settings-not-applied', { file: '/data/settings.json' }));
  expect(said.pop()).toBe('settings-not-applied');
  stop();
  view.setProblem(createProblem('engine-stopped', { detail: null }));
  expect(said).toHaveLength(2);
});
