import { expect, it } from 'vitest';
import { createNotifications } from '../../../../../shared/messages/ar/notifications.ts';
import { createFormats } from '../../../../../shared/messages/format/formats.ts';

const { depleted } = createNotifications(createFormats('ar'));
const context = { sourceLabel: 'Codex', nowMs: 0 };
const weekly = { kind: 'limit', windowMinutes: 10_080, scope: 'weekly', label: null } as const;

it.each([
  [weekly, 'Codex: نفد الحد الأسبوعي'],
  [{ kind: 'block' } as const, 'Codex: نفدت فترة 5 ساعات'],
])('agrees with a limit and with a block', (subject, title) => {
  const parameters = { subject, resetsAtMs: null };
  expect(depleted({ kind: 'depleted', key: 'k', source: null, parameters }, context).title).toBe(title);
});
