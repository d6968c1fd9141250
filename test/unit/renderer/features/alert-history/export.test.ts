import { expect, it } from 'vitest';
import { toAlertRecords } from '../../../../../renderer/features/alert-history/export.ts';
import type { AlertIntent } from '../../../../../shared/domain/alert-intent.ts';

it('has the words of an alert, and what was sent where', () => {
  const intent = { kind: 'restored', source: 'codex' } as AlertIntent;
  const deliveries = [
    { channel: 'desktop', state: 'sent', atMs: 1, failure: null },
    { channel: 'ntfy', state: 'failed', atMs: 2, failure: null },
  ] as const;
  const alert = { atMs: 0, intent, state: 'passed', deliveries };
  expect(toAlertRecords([alert], ({ kind }) => ({ title: kind, body: 'It is.' }))).toEqual([
    {
      at: '1970-01-01T00:00:00.000Z',
      ...{ kind: 'restored', source: 'codex', title: 'restored', body: 'It is.' },
      ...{ state: 'passed', deliveries: 'desktop: sent; ntfy: failed' },
    },
  ]);
});
