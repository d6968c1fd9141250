import { expect, it } from 'vitest';
import { createMessages } from '../../../../../shared/messages/catalogue.ts';
import { translateMessages } from '../../../../../shared/messages/load-messages.ts';

it('speaks of the unsaved work of one process or of several', async () => {
  const english = createMessages().processView;
  expect(english.confirmText(1)).toBe('1 process ends: asked to stop first, then forced to. Its unsaved work is lost.');
  expect(english.confirmText(2)).toBe(
    '2 processes end: asked to stop first, then forced to. Their unsaved work is lost.',
  );
  const spanish = (await translateMessages(createMessages('es'))).processView;
  expect(spanish.confirmText(1)).toMatch(/Lo que no haya guardado se pierde\.$/);
  expect(spanish.confirmText(2)).toMatch(/Lo que no hayan guardado se pierde\.$/);
});
