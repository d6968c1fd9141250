import { describe, expect, it } from 'vitest';
import {
  applySessionMeta,
  applyThreadSettings,
  applyTurnContext,
} from '../../../../../shared/sources/codex/session.ts';
import { parseReaderState } from '../../../../../shared/sources/codex/state.ts';

const fresh = parseReaderState(null);
const begin = (meta: object, atMs: number | null = 1_000) => applySessionMeta(fresh, { id: 'a', ...meta }, atMs);

describe('the first session_meta of a rollout', () => {
  it('sets the thread, provider, project, branch, entry point and version', () => {
    const meta = {
      ...{ model_provider: 'Azure', cwd: '/home/ada/loom', git: { branch: 'main' } },
      ...{ originator: 'codex_vscode', cli_version: '0.171.0', source: 'vscode' },
    };
    expect(begin(meta)).toEqual({
      state: {
        ...fresh,
        ...{ threadId: 'a', provider: 'azure', project: '/home/ada/loom', branch: 'main' },
        ...{ entrypoint: 'codex_vscode', agentVersion: '0.171.0', begunAtMs: 1_000 },
      },
      records: [],
    });
  });

  it('is ignored unless its id can be a key', () => {
    for (const id of [undefined, '', 7, 'x'.repeat(257)]) {
      expect(begin({ id, cwd: '/x' })).toEqual({ state: fresh, records: [] });
    }
    expect(begin({ id: 'x'.repeat(256) }).state.threadId).toHaveLength(256);
  });

  it('names the parent of a fork, but never the thread itself', () => {
    expect(begin({ forked_from_id: 'b' })).toMatchObject({
      state: { isFork: true, isSidechain: false, parentId: null },
      records: [{ kind: 'lineage', threadId: 'a', parentId: 'b' }],
    });
    expect(begin({ forked_from_id: 'a' })).toMatchObject({ state: { isFork: false }, records: [] });
  });

  it.each([
    ['its source with a parent', { source: { subagent: { thread_spawn: { parent_thread_id: 'b' } } } }, 'b'],
    ['its source without a parent', { source: 'subagent' }, null],
    ['its thread source', { thread_source: 'subagent', forked_from_id: 'b' }, 'b'],
    ['its parent id', { parent_thread_id: 'b', forked_from_id: 'c' }, 'b'],
    ['a parent id that is its own, and a fork', { parent_thread_id: 'a', forked_from_id: 'c' }, 'c'],
  ])('identifies a subagent by %s', (_what, meta, parentId) => {
    expect(begin(meta).state).toMatchObject({ isSidechain: true, parentId });
  });

  it('is not of a subagent without any of these', () => {
    for (const meta of [{ source: { subagent: null } }, { source: 'cli' }, { thread_source: 'user' }, {}]) {
      expect(begin(meta).state).toMatchObject({ isSidechain: false, parentId: null, subagent: null });
    }
  });
});

describe('a later session_meta', () => {
  const first = begin({ cwd: '/a', git: { branch: 'main' }, originator: 'o', cli_version: '1', model_provider: 'p' });

  it('for the same thread is a resume that updates only what it states and keeps the start time', () => {
    const resumed = applySessionMeta(first.state, { id: 'a', cwd: '/b' }, 9_000);
    expect(resumed).toEqual({ state: { ...first.state, project: '/b' }, records: [] });
  });

  it('for another thread is the history of a parent, and only marks a fork and its lineage', () => {
    const replayed = applySessionMeta(first.state, { id: 'b', forked_from_id: 'c', cwd: '/b' }, 9_000);
    expect(replayed).toEqual({
      state: { ...first.state, isFork: true },
      records: [
        { kind: 'lineage', threadId: 'a', parentId: 'b' },
        { kind: 'lineage', threadId: 'b', parentId: 'c' },
      ],
    });
  });

  it('does not turn a subagent back into a main thread', () => {
    const named = begin({ source: { subagent: 'review' } });
    expect(named.state).toMatchObject({ isSidechain: true, subagent: 'review' });
    const resumed = applySessionMeta(named.state, { id: 'a', source: 'cli' }, 9_000);
    expect(resumed.state).toMatchObject({ isSidechain: true, subagent: 'review' });
    const spawned = begin({ parent_thread_id: 'b' });
    expect(applySessionMeta(spawned.state, { id: 'a', source: 'cli' }, 9_000).state.parentId).toBe('b');
  });

  it('drops the name of a subagent once its parent is known', () => {
    const named = begin({ source: { subagent: 'review' } });
    const resumed = applySessionMeta(named.state, { id: 'a', parent_thread_id: 'b' }, 9_000);
    expect(resumed.state).toMatchObject({ parentId: 'b', subagent: null });
  });
});

describe('a turn', () => {
  it('has the model and folder that it names, or those of the previous turn', () => {
    const turn = applyTurnContext(fresh, { model: 'gpt-5.5', cwd: '/a' });
    expect(turn).toEqual({ ...fresh, model: 'gpt-5.5', project: '/a' });
    expect(applyTurnContext(turn, {})).toEqual(turn);
  });

  it.each([
    ['fast', 'priority'],
    ['priority', 'priority'],
    ['flex', 'flex'],
    ['batch', 'batch'],
    ['default', 'standard'],
    [null, 'standard'],
  ])('with the service tier %j has the tier %s', (service_tier, tier) => {
    const before = { ...fresh, tier: 'flex' } as const;
    expect(applyThreadSettings(before, { thread_settings: { service_tier } }).tier).toBe(tier);
  });

  it('keeps its tier if no settings are given', () => {
    expect(applyThreadSettings({ ...fresh, tier: 'flex' }, {}).tier).toBe('flex');
  });
});
