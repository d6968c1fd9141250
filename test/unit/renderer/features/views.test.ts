import { expect, it } from 'vitest';
import { hasRange } from '../../../../renderer/features/views.ts';

it('offers a range only in views that use it, and not above the timeline of one session', () => {
  expect([hasRange('explore', {}), hasRange('explore', { session: 's', source: 'codex' })]).toEqual([true, false]);
  expect([hasRange('overview', { session: 's' }), hasRange('processes', {}), hasRange('settings', {})]).toEqual([
    true,
    false,
    false,
  ]);
});
