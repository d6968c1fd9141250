import { expect, it, vi } from 'vitest';
import { createFakeSession } from '../../../../fakes/fake-sections.ts';

vi.mock('electron', () => ({ shell: {} }));
const { showFolder } = await import('../../../../../main/electron/system/show-folder.ts');

const session = createFakeSession(0, 0);
const name = { source: session.source, sessionId: session.sessionId };

it('shows the folder of a live session, and of nothing else', () => {
  const shown: string[] = [];
  const reveal = (folder: string): void => void shown.push(folder);
  expect(showFolder([session], name, reveal)).toBe(true);
  expect(showFolder([session], { ...name, sessionId: 'another' }, reveal)).toBe(false);
  expect(showFolder([{ ...session, project: null }], name, reveal)).toBe(false);
  expect(showFolder([{ ...session, project: 'relative/../place' }], name, reveal)).toBe(false);
  expect(shown).toEqual(['/home/ada/work/harbour-api']);
});
