import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openAlertFile } from '../../../../../../main/node/host/alerts/alert-file.ts';
import { createAlertMemory } from '../../../../../../main/node/host/alerts/alert-memory.ts';
import { noAlertStores } from '../../../../../../main/node/host/alerts/alert-stores.ts';
import { createAlerts, type AlertOptions } from '../../../../../../main/node/host/alerts/alerts.ts';
import type { LimitWindow } from '../../../../../../shared/domain/limit-window.ts';
import { describeAlert } from '../../../../../../shared/messages/describe-alert.ts';
import { createMessages } from '../../../../../../shared/messages/catalogue.ts';
import { channelSchema } from '../../../../../../shared/settings/channel-schema.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';
import type { AppSnapshot, ScanStatus } from '../../../../../../shared/snapshot/app-snapshot.ts';
import { emptySections } from '../../../../../../shared/snapshot/empty-sections.ts';
import { createSnapshot } from '../../../../../../shared/snapshot/revisions.ts';
import { makeActiveBlock } from '../../../../../fakes/cli-host.ts';
import { makeReading } from '../../../../../support/make-reading.ts';
import { createRecordingLogger } from '../../../../../support/recording-logger.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();
const startMs = Date.UTC(2026, 4, 1, 12);

function toSnapshot(usedPercent: number, atMs: number, phase: ScanStatus['phase'] = 'watching'): AppSnapshot {
  const sections = emptySections('UTC', atMs);
  const window: LimitWindow = {
    ...makeReading({ usedPercent, resetsAtMs: startMs + 3 * 3_600_000, planType: null, observedAtMs: atMs }),
    trustedUntilMs: atMs + 600_000,
    runsOutAtMs: null,
    pace: null,
  };
  return createSnapshot(
    {
      ...sections,
      scan: { ...sections.scan, phase },
      sources: [
        {
          source: 'codex',
          label: 'Codex',
          isAgent: true,
          roots: [],
          events: 1,
          lastAtMs: null,
          plans: [],
          limitProgram: null,
        },
      ],
      limits: { forecasts: [], windows: [window] },
    },
    atMs,
  );
}

async function start(file: string, more: Partial<AlertOptions> = {}) {
  const titles: string[] = [];
  const messages = createMessages();
  const alerts = createAlerts({
    memory: createAlertMemory(await openAlertFile(file, createRecordingLogger())),
    history: noAlertStores.history,
    settings: () => defaultSettings,
    show: ({ intent }) => titles.push(describeAlert(intent, { sourceLabel: 'Codex', nowMs: startMs }, messages).title),
    onQueued: () => undefined,
    monthCost: () => null,
    endedPeriods: () => [],
    nowMs: () => startMs,
    ...more,
  });
  return { titles, alerts };
}

const observe = (alerts: ReturnType<typeof createAlerts>, ...percents: readonly number[]): void =>
  percents.forEach((percent, index) => alerts.observe(toSnapshot(percent, startMs + index * 1_000)));

describe('createAlerts', () => {
  it('treats the start as a baseline, then notifies once per threshold', async () => {
    const { titles, alerts } = await start(path.join(createFolder(), 'alerts.json'));
    observe(alerts, 60, 74, 76, 80, 74, 76, 91, 99);
    expect(titles).toEqual(['Codex: 5-hour limit at 76%', 'Codex: 5-hour limit at 91%']);
  });

  it('does not treat reading old logs as usage', async () => {
    const { titles, alerts } = await start(path.join(createFolder(), 'alerts.json'));
    alerts.observe(toSnapshot(10, startMs, 'scanning'));
    alerts.observe(toSnapshot(80, startMs + 1_000, 'scanning'));
    alerts.observe(toSnapshot(80, startMs + 2_000));
    expect(titles).toEqual([]);
  });

  it('notifies of a block when the reading that stood for it becomes stale, without a new snapshot', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { titles, alerts } = await start(path.join(createFolder(), 'alerts.json'));
    const observeBlock = (usedPercent: number, atMs: number, hasReading: boolean): void => {
      const snapshot = toSnapshot(10, atMs);
      const { limits, ...sections } = snapshot.sections;
      const { block, limit } = makeActiveBlock();
      const active = {
        source: 'codex',
        block: { ...block, source: 'codex' },
        limit: limit && { ...limit, usedPercent },
        forecast: null,
      };
      const shown = { ...sections, blocks: [active], limits: hasReading ? limits : { windows: [], forecasts: [] } };
      alerts.observe({ ...snapshot, sections: shown });
    };
    observeBlock(60, startMs, false);
    observeBlock(80, startMs, true);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(titles).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(titles).toEqual(['Codex: 5-hour block at 80%']);
    await alerts.flush();
  });

  it('evaluates nothing after it was stopped', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { alerts } = await start(path.join(createFolder(), 'alerts.json'));
    const snapshot = toSnapshot(10, startMs);
    alerts.observe({ ...snapshot, sections: { ...snapshot.sections, blocks: [makeActiveBlock({ source: 'codex' })] } });
    await alerts.flush();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('repeats nothing after a restart, and still notifies of what comes next', async () => {
    const file = path.join(createFolder(), 'alerts.json');
    const first = await start(file);
    observe(first.alerts, 60, 76);
    await first.alerts.flush();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      rules: { threshold: { '["openai",null,"codex","5h"]': { settledPercent: 75 } } },
    });
    const second = await start(file);
    observe(second.alerts, 70, 76, 91);
    expect(second.titles).toEqual(['Codex: 5-hour limit at 91%']);
  });

  it('starts over from a broken file, and leaves nothing half-written', async () => {
    const file = path.join(createFolder(), 'alerts.json');
    writeFileSync(file, '{"codex');
    const { titles, alerts } = await start(file);
    observe(alerts, 60, 76);
    await alerts.flush();
    expect(titles).toHaveLength(1);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toBeTypeOf('object');
    expect(existsSync(`${file}.tmp`)).toBe(false);
  });

  it('keeps back what would be delivered while do-not-disturb is on, and shows it afterwards', async () => {
    let isOn = true;
    let asked = 0;
    const isDoNotDisturb = (): boolean => {
      asked += 1;
      return isOn;
    };
    const { titles, alerts } = await start(path.join(createFolder(), 'alerts.json'), { isDoNotDisturb });
    observe(alerts, 60, 70, 72);
    expect(asked).toBe(0);
    observe(alerts, 76, 91);
    expect([titles, asked]).toEqual([[], 2]);
    isOn = false;
    alerts.reconsider();
    expect(titles).toEqual(['Codex: 5-hour limit at 91%']);
    // The same is not worse, so it waits for the cool-down, and nobody is asked.
    observe(alerts, 91);
    expect(asked).toBe(3);
    await alerts.flush();
  });

  it('sends to other channels at once while do-not-disturb keeps the desktop quiet, unless they are to wait, too', async () => {
    const file = path.join(createFolder(), 'alerts.json');
    const memory = createAlertMemory(await openAlertFile(file, createRecordingLogger()));
    let isOn = true;
    const config = v.parse(channelSchema, { id: 'my-phone', kind: 'ntfy', isOn: true, topic: 'fuel' });
    const settings = (channelsWaitForDoNotDisturb: boolean) => () => ({
      ...defaultSettings,
      alertChannels: [config],
      alertChoices: { ...defaultSettings.alertChoices, channelsWaitForDoNotDisturb },
    });
    const queued = () => memory.current().outbox.entries.map(({ channel }) => channel);
    const first = await start(file, { memory, isDoNotDisturb: () => isOn, settings: settings(false) });
    observe(first.alerts, 60, 76);
    expect([first.titles, queued()]).toEqual([[], ['my-phone']]);
    await first.alerts.flush();
    // It still waits after a restart, and is shown once.
    const again = createAlertMemory(await openAlertFile(file, createRecordingLogger()));
    const second = await start(file, { memory: again, isDoNotDisturb: () => isOn, settings: settings(false) });
    observe(second.alerts, 76);
    expect(second.titles).toEqual([]);
    isOn = false;
    second.alerts.reconsider();
    second.alerts.reconsider();
    expect(second.titles).toEqual(['Codex: 5-hour limit at 76%']);
    expect(again.current().outbox.entries).toHaveLength(1);
    await second.alerts.flush();

    isOn = true;
    const other = createAlertMemory(
      await openAlertFile(path.join(createFolder(), 'alerts.json'), createRecordingLogger()),
    );
    const third = await start(file, { memory: other, isDoNotDisturb: () => isOn, settings: settings(true) });
    observe(third.alerts, 60, 76);
    expect([third.titles, other.current().outbox.entries]).toEqual([[], []]);
    isOn = false;
    third.alerts.reconsider();
    expect([third.titles.length, other.current().outbox.entries.length]).toEqual([1, 1]);
    await third.alerts.flush();
  });

  it('asks nothing where the settings do not wait for do-not-disturb, or keep alerts back anyhow', async () => {
    const isDoNotDisturb = vi.fn(() => true);
    const choose = (choices: Partial<typeof defaultSettings.alertChoices>) => () => ({
      ...defaultSettings,
      alertChoices: { ...defaultSettings.alertChoices, ...choices },
    });
    const settings = choose({ waitsForDoNotDisturb: false });
    const free = await start(path.join(createFolder(), 'alerts.json'), { isDoNotDisturb, settings });
    observe(free.alerts, 60, 76);
    expect(free.titles).toHaveLength(1);
    const snoozed = choose({ snoozedUntilMs: startMs + 3_600_000 });
    const quiet = await start(path.join(createFolder(), 'alerts.json'), { isDoNotDisturb, settings: snoozed });
    observe(quiet.alerts, 60, 76);
    expect(quiet.titles).toEqual([]);
    expect(isDoNotDisturb).not.toHaveBeenCalled();
    await Promise.all([free.alerts.flush(), quiet.alerts.flush()]);
  });

  it('continues when the state cannot be written', async () => {
    const { titles, alerts } = await start(path.join(createFolder(), 'missing', 'alerts.json'));
    observe(alerts, 60, 76);
    await expect(alerts.flush()).resolves.toBeUndefined();
    expect(titles).toHaveLength(1);
  });
});
