import { describe, expect, it } from 'vitest';
import { createFocusWatch } from '../../../../../../main/node/engine/upkeep/focus-watch.ts';
import { createActivityTables } from '../../../../../../shared/activity/activity-tables.ts';
import { secondMs } from '../../../../../../shared/domain/instant.ts';
import type { FocusReading } from '../../../../../../shared/ports/focus-probe.ts';
import { createMemoryActivity } from '../../../../../fakes/memory-activity.ts';

const tables = createActivityTables({
  ownSites: [],
  ownApps: [{ name: 'my-chat', label: 'My chat', category: 'chat', usdPerHour: 1 }],
  rates: [],
});

function makeScene() {
  const store = createMemoryActivity();
  const warnings: string[] = [];
  const state = {
    nowMs: Date.UTC(2026, 4, 14, 10),
    isOn: true,
    isFull: false,
    reading: { kind: 'none' } as FocusReading,
  };
  const scene = {
    state,
    warnings,
    closed: 0,
    watch: createFocusWatch({
      probe: { read: () => Promise.resolve(state.reading), close: () => void (scene.closed += 1) },
      isOn: () => state.isOn,
      store: () => ({
        ...store,
        recordActivity(batch) {
          if (state.isFull) throw new Error('full');
          store.recordActivity(batch);
        },
      }),
      tables: () => tables,
      clock: { nowMs: () => state.nowMs },
      logger: { info: () => undefined, warn: (text) => void warnings.push(text), error: () => undefined },
    }),
    async see(names: readonly string[] | FocusReading['kind'], afterSeconds = 5): Promise<void> {
      state.nowMs += afterSeconds * secondMs;
      state.reading = typeof names === 'string' ? ({ kind: names } as FocusReading) : { kind: 'window', names };
      await scene.watch.read();
    },
    counted() {
      scene.watch.flush();
      const rows = store.activity({ fromMs: 0, toMs: Infinity });
      return rows.map(({ name, activeMs, count }) => `${name} ${activeMs / secondMs}s ${count}`);
    },
  };
  return scene;
}

describe('time with apps in front', () => {
  it('is what passes from one reading to the next, for listed and own apps only', async () => {
    const scene = makeScene();
    await scene.see(['firefox']);
    for (let turn = 0; turn < 4; turn += 1) await scene.see(['Claude']);
    await scene.see(['my-chat']);
    await scene.see(['firefox']);
    await scene.see(['Claude']);
    expect(scene.counted()).toEqual(['claude-desktop 25s 2', 'own:My chat 5s 1']);
  });

  it('does not count sleep, an absence, or a clock that was set', async () => {
    const scene = makeScene();
    await scene.see(['Claude']);
    await scene.see(['Claude']);
    await scene.see(['Claude'], 3_600);
    await scene.see('away');
    await scene.see('none');
    await scene.see(['Claude'], -7_200);
    expect(scene.counted().reduce((sum, row) => sum + Number(/ (\d+)s/.exec(row)![1]), 0)).toBe(5);
  });

  it('is off until it is switched on, and known only where the desktop says it', async () => {
    const scene = makeScene();
    scene.state.isOn = false;
    await scene.see(['Claude']);
    expect([scene.counted(), scene.watch.state(), scene.closed]).toEqual([[], 'off', 1]);
    scene.state.isOn = true;
    await scene.see('unknown');
    expect(scene.watch.state()).toBe('unknown');
    await scene.see(['Claude']);
    expect(scene.watch.state()).toBe('known');
  });

  it('waits while the ledger cannot be written', async () => {
    const scene = makeScene();
    scene.state.isFull = true;
    for (let turn = 0; turn < 3; turn += 1) await scene.see(['Claude']);
    expect(scene.counted()).toEqual([]);
    expect(scene.warnings).not.toEqual([]);
    scene.state.isFull = false;
    expect(scene.counted()).toEqual(['claude-desktop 10s 1']);
  });
});
