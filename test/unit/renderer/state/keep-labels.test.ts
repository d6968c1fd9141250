import { expect, it } from 'vitest';
import { keepLabels, noLabels } from '../../../../renderer/state/keep-labels.ts';

const codex = { source: 'codex', label: 'Codex' };
const claude = { source: 'claude-code', label: 'Claude Code' };

it('keeps the names of agents while none has changed, so that nothing is named again with every response', () => {
  const first = keepLabels(noLabels, [codex, claude]);
  expect([...first]).toEqual([
    ['codex', 'Codex'],
    ['claude-code', 'Claude Code'],
  ]);
  expect(keepLabels(first, [{ ...codex }, { ...claude }])).toBe(first);
  expect(keepLabels(first, [codex, { ...claude, label: 'Claude' }]).get('claude-code')).toBe('Claude');
  expect(keepLabels(first, [codex]).size).toBe(1);
  expect(keepLabels(first, [codex, { source: 'amp', label: 'Amp' }]).get('amp')).toBe('Amp');
});
