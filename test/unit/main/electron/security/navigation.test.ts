import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { blockNavigation } from '../../../../../main/electron/security/navigation.ts';
import { createRecordingLogger } from '../../../../support/recording-logger.ts';

const own = 'fuelgauge://app/main-window/index.html#settings';

function openPage() {
  const app = new EventEmitter();
  const contents = Object.assign(new EventEmitter(), { getURL: () => own, setWindowOpenHandler: vi.fn() });
  blockNavigation({ app: app as never, openExternalLink: vi.fn(), logger: createRecordingLogger() });
  app.emit('web-contents-created', {}, contents);
  return (name: string, url: string, isMainFrame = true): boolean => {
    const event = { url, isMainFrame, preventDefault: vi.fn() };
    contents.emit(name, event);
    return event.preventDefault.mock.calls.length === 0;
  };
}

it('lets a page load itself again, and go nowhere else', () => {
  const goes = openPage();
  for (const name of ['will-navigate', 'will-frame-navigate']) {
    expect(goes(name, own)).toBe(true);
    expect(goes(name, 'fuelgauge://app/popover/index.html')).toBe(false);
    expect(goes(name, 'https://example.com/')).toBe(false);
  }
  expect(goes('will-frame-navigate', own, false)).toBe(false);
});
