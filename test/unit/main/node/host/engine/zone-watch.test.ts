import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createZoneWatch } from '../../../../../../main/node/host/engine/zone-watch.ts';
import { hourMs } from '../../../../../../shared/domain/instant.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';
import type { Settings } from '../../../../../../shared/settings/schema.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

function build(timeZone: string = 'system') {
  const scene = { system: 'Europe/Berlin', settings: { ...defaultSettings, timeZone } as Settings };
  const handed: string[] = [];
  const watch = createZoneWatch({
    engine: { setSettings: (settings) => handed.push(settings.timeZone) },
    settings: { get: () => scene.settings },
    readSystemTimeZone: () => scene.system,
  });
  return { scene, handed, watch };
}

describe('createZoneWatch', () => {
  it('hands a new zone to the engine after sleep and once an hour, and only a new one', () => {
    const { scene, handed, watch } = build();
    watch.refresh();
    vi.advanceTimersByTime(3 * hourMs);
    expect(handed).toEqual([]);
    scene.system = 'America/New_York';
    watch.refresh();
    expect(handed).toEqual(['America/New_York']);
    expect(watch.resolve(scene.settings).timeZone).toBe('America/New_York');
    scene.system = 'Asia/Tokyo';
    vi.advanceTimersByTime(hourMs);
    expect(handed).toEqual(['America/New_York', 'Asia/Tokyo']);
    watch.stop();
    scene.system = 'UTC';
    vi.advanceTimersByTime(2 * hourMs);
    expect(handed).toHaveLength(2);
  });

  it('leaves a zone alone that the person chose', () => {
    const { scene, handed, watch } = build('Asia/Kolkata');
    scene.system = 'UTC';
    watch.refresh();
    expect([handed, watch.resolve(scene.settings).timeZone]).toEqual([[], 'Asia/Kolkata']);
  });
});
