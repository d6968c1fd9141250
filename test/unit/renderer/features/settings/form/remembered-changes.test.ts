import { describe, expect, it } from 'vitest';
import { parseChanges, toKept } from '../../../../../../renderer/features/settings/form/remembered-changes.ts';
import type { Change } from '../../../../../../renderer/features/settings/form/undo.ts';
import { dayMs } from '../../../../../../shared/domain/instant.ts';

const nowMs = Date.parse('2026-05-14T10:20:00Z');
const change: Change = {
  text: 'Theme changed.',
  name: 'Theme',
  before: { theme: 'light' },
  after: { theme: 'dark' },
  atMs: nowMs - 60_000,
};

describe('changes of settings that are remembered', () => {
  it('are read as they were written', () => {
    expect(parseChanges(JSON.stringify([change]), nowMs)).toEqual([change]);
  });

  it('are gone after a day', () => {
    expect(parseChanges(JSON.stringify([{ ...change, atMs: nowMs - dayMs }]), nowMs)).toEqual([]);
  });

  it('are gone when the clock was set back, since nobody knows how old they are', () => {
    expect(parseChanges(JSON.stringify([{ ...change, atMs: nowMs + 1 }]), nowMs)).toEqual([]);
    expect(parseChanges(JSON.stringify([{ ...change, atMs: nowMs }]), nowMs)).toHaveLength(1);
  });

  it('are the last twenty', () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ ...change, name: String(index) }));
    const read = parseChanges(JSON.stringify(many), nowMs);
    expect([read.length, read[0]?.name, read.at(-1)?.name]).toEqual([20, '5', '24']);
  });

  it('are none where the text is not one of ours', () => {
    for (const text of [null, '', '{', '[{"text":1}]', 'null']) expect(parseChanges(text, nowMs)).toEqual([]);
  });

  it('hold nothing of settings with addresses, which may have a token in them', () => {
    const secret = { alertChannels: [{ url: 'https://ada:token@example.org' }] } as never;
    const kept = toKept([change, { ...change, before: secret, after: secret }]);
    expect(kept).toEqual([change]);
    expect(JSON.stringify(kept)).not.toContain('token');
  });
});
