import { afterEach, describe, expect, it, vi } from 'vitest';
import { putIntoInbox } from '../../../../../../main/node/received/activity-inbox.ts';
import { createActivityWatch } from '../../../../../../main/node/engine/upkeep/activity-watch.ts';
import { createActivityTables } from '../../../../../../shared/activity/activity-tables.ts';
import { toQuarterRow } from '../../../../../../shared/activity/slots.ts';
import { dayMs, minuteMs } from '../../../../../../shared/domain/instant.ts';
import { defaultActivitySettings, type ActivitySettings } from '../../../../../../shared/settings/activity-settings.ts';
import { createMemoryActivity } from '../../../../../fakes/memory-activity.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const nowMs = Date.UTC(2026, 4, 14, 10);
const visit = toQuarterRow({ kind: 'site', name: 'claude.ai', via: 'chrome', origin: 'extension' }, nowMs, {
  count: 1,
});

function makeScene(settings: Partial<ActivitySettings>) {
  const [dataFolder, home] = [makeFolder(), makeFolder()];
  const store = createMemoryActivity();
  const chosen = { ...defaultActivitySettings, ...settings };
  const watch = createActivityWatch({
    host: { platform: 'linux', home, variables: {}, otherHomes: [] },
    dataFolder,
    store: () => store,
    isWriter: () => true,
    settings: () => chosen,
    tables: () => createActivityTables(chosen),
    clock: { nowMs: () => nowMs },
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  const rows = () => store.activity({ fromMs: 0, toMs: Infinity });
  return { watch, store, rows, send: () => putIntoInbox(dataFolder, [visit]) };
}

afterEach(() => void vi.useRealTimers());

describe('the watch over sites and tools', () => {
  it('takes in within a minute what an extension has sent, and once where somebody asks meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { watch, rows, send } = makeScene({ receiver: true });
    await watch.check();
    watch.start();
    await send();
    vi.advanceTimersByTime(minuteMs);
    await Promise.all([watch.check(), watch.check()]);
    expect(rows()).toMatchObject([{ name: 'claude.ai', count: 1 }]);
    watch.stop();
  });

  it('leaves what was sent where it is while the receiver is off', async () => {
    const { watch, rows, send } = makeScene({ sites: true });
    await send();
    await watch.check();
    expect(rows()).toEqual([]);
  });

  it.each(['apps', 'receiver', 'sites', 'commands'] as const)(
    'keeps days of what is old where only %s are on',
    async (what) => {
      const { watch, store, rows } = makeScene({ [what]: true });
      const old = { ...visit, startMs: nowMs - 400 * dayMs };
      store.recordActivity({ added: [old], raised: [], cursors: new Map() });
      await watch.check();
      expect(rows()).toMatchObject([{ grainMs: dayMs, count: 1 }]);
    },
  );
});
