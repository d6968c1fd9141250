import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import { useEngines } from '../../support/engines.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();
const engines = useEngines();

/** A response of Opus 4.8 ($5/$25) with 1,000 tokens of input and 200 of output: $0.01. */
function toLine(id: string, rest: { readonly costUSD?: unknown; readonly model?: string } = {}): string {
  const { model = 'claude-opus-4-8', ...record } = rest;
  return `${JSON.stringify({
    type: 'assistant',
    timestamp: '2026-05-01T10:00:00.000Z',
    sessionId: '0b7c2c8e-1111-4222-8333-444455556666',
    requestId: `req_${id}`,
    cwd: '/home/ada/site',
    version: '1.0.5',
    ...record,
    message: {
      id: `msg_${id}`,
      type: 'message',
      role: 'assistant',
      model,
      stop_reason: 'end_turn',
      usage: { input_tokens: 1_000, output_tokens: 200 },
    },
  })}\n`;
}

async function startEngine(lines: string, settings: Partial<Settings>, folders?: readonly [string, string]) {
  const [home, dataFolder] = folders ?? [createFolder(), createFolder()];
  const log = path.join(home, '.claude', 'projects', '-home-ada-site', '0b7c2c8e-1111-4222-8333-444455556666.jsonl');
  mkdirSync(path.dirname(log), { recursive: true });
  writeFileSync(log, lines);
  const engine = engines.open(home, { dataFolder, settings: { ...defaultSettings, timeZone: 'UTC', ...settings } });
  await engine.start('once');
  return engine;
}

const everything = { since: null, until: null, timeZone: null, source: null } as const;

describe('costs', () => {
  // The same minute, session and model: only the logged cost distinguishes them.
  const mixed =
    toLine('a', { costUSD: 0.5 }) + toLine('b') + toLine('c', { costUSD: 0 }) + toLine('d', { costUSD: 0.25 });

  it('come from where the user wants them, event by event, and change immediately', async () => {
    const engine = await startEngine(mixed, {});
    const read = (settings: Partial<Settings>) => {
      engine.setSettings({ ...defaultSettings, ...settings });
      const { costMicroUsd, unpricedModels } = engine.totals(everything);
      return [costMicroUsd, unpricedModels];
    };
    expect(read({ costMode: 'calculate' })).toEqual([40_000, []]);
    expect(read({ costMode: 'auto' })).toEqual([500_000 + 250_000 + 20_000, []]);
    // A cost that is not in the log is unknown: the sum does not include it, and says so.
    expect(read({ costMode: 'display' })).toEqual([750_000, ['claude-opus-4-8']]);
    // A model without a price is listed in every mode.
    expect(engine.doctor({ source: null }).sources[0]?.unpricedModels).toEqual([]);

    const priceOverrides = [{ model: 'claude-opus-4-8', inputUsdPerMillion: 1, outputUsdPerMillion: 0 }];
    expect(read({ priceOverrides })).toEqual([4_000, []]);
    expect(read({ modelAliases: [{ model: 'claude-opus-4-8', pricedAs: 'nothing' }] })).toEqual([
      null,
      ['claude-opus-4-8'],
    ]);
    expect(read({})).toEqual([40_000, []]);
  });

  it('of past usage follow prices that are added later', async () => {
    const folders = [createFolder(), createFolder()] as const;
    const lines = toLine('a', { model: 'mimo-v2.5-pro' });
    const before = await startEngine(lines, {}, folders);
    expect(before.totals(everything).costMicroUsd).toBeNull();
    expect(before.doctor({ source: null }).sources[0]?.unpricedModels).toEqual(['mimo-v2.5-pro']);
    await engines.stop(before);

    const modelAliases = [{ model: 'mimo-v2.5-pro', pricedAs: 'claude-opus-4-8' }];
    const after = await startEngine(lines, { modelAliases }, folders);
    expect(after.totals(everything).costMicroUsd).toBe(10_000);
    expect(after.doctor({ source: null }).sources[0]?.unpricedModels).toEqual([]);
  });

  it('are reported with the display currency, and again when it changes', async () => {
    const euro = { code: 'EUR', perUsd: 0.92 };
    const engine = await startEngine(mixed, { currency: euro });
    expect(engine.snapshot().sections.usage).toMatchObject({ currency: euro, costMode: 'calculate' });
    const yen = { code: 'JPY', perUsd: 150 };
    const isReported = new Promise<void>((resolve) =>
      engine.onSnapshot(({ sections }) => {
        if (sections.usage.currency.code === yen.code) resolve();
      }),
    );
    engine.setSettings({ ...defaultSettings, currency: yen, costMode: 'auto' });
    await isReported;
    expect(engine.snapshot().sections.usage).toMatchObject({ currency: yen, costMode: 'auto' });
  });
});
