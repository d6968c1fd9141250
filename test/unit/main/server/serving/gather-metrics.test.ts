import { describe, expect, it } from 'vitest';
import { createFakeEngine, makeTotals, makeWindow, nowMs } from '../../../../fakes/cli-host.ts';
import { makeForecast } from '../../../../support/make-forecast.ts';
import { createServerUnderTest } from '../../../../support/server-app.ts';
import { createFakeHost } from '../../../../fakes/cli-host.ts';

const hourMs = 3_600_000;
const limitForecast = {
  id: makeWindow({}).id,
  source: 'codex',
  asOfMs: nowMs,
  endMs: nowMs + hourMs,
  observedAtMs: nowMs,
  usedPercent: 60,
  percent: { p10: 62, p25: 70, p50: 90, p75: 110, p90: 140 },
  interval: { from: 65, to: 130 },
  runOut: { probability: 0.4, earlyMs: nowMs + 1_000, medianMs: nowMs + 2_000, lateMs: null },
};

function createServer() {
  const today = {
    ...makeTotals({ events: 3, costMicroUsd: 2_500_000, unpricedModels: ['new-model'] }),
    source: 'codex',
  };
  const day = { since: '2026-05-01', until: '2026-05-01', totals: makeTotals(), bySource: [today] };
  const processes = {
    agents: [],
    orphans: [],
    own: {
      processes: 3,
      cpuRatio: 0.01,
      sinceMs: 0,
      rssBytes: 2_048,
      pssBytes: null,
      writtenBytes: null,
      wakeUpsPerSecond: 7.5,
    },
  };
  const engine = createFakeEngine({ sections: { processes } });
  const { usage } = engine.snapshot().sections;
  engine.change({ usage: { ...usage, today: day } });
  const { handlers } = createFakeHost(engine);
  let asked = 0;
  const forecast = () => {
    asked += 1;
    const totals = [makeForecast(), makeForecast({ kind: 'day', source: null })];
    const stale = { ...limitForecast, id: { ...limitForecast.id, scope: 'weekly' }, runOut: null };
    return { generatedAtMs: nowMs, timeZone: 'UTC', totals, limits: [limitForecast, stale], anomalies: [] };
  };
  const alerts = () => ({
    generatedAtMs: nowMs,
    rows: [nowMs - hourMs, nowMs - 2 * hourMs, nowMs - 25 * hourMs].map((raisedAtMs, index) => ({
      id: String(index),
      raisedAtMs,
      intent: { kind: 'restored' as const, key: 'k', parameters: { subject: { kind: 'block' as const } } } as never,
      state: 'passed' as const,
      deliveries: [],
    })),
  });
  const channel = { needsSecret: false, secret: null };
  const failed = { kind: 'unreachable' } as never;
  const alertChannels = () => ({
    generatedAtMs: nowMs,
    rows: [
      { id: 'phone', isOn: true, waiting: 2, failure: failed, ...channel },
      { id: 'off', isOn: false, waiting: 0, failure: null, ...channel },
    ],
  });
  const server = createServerUnderTest({ engine, handlers: { ...handlers, forecast, alerts, alertChannels } });
  const read = async () => (await (await server.ask('/metrics')).text()).split('\n');
  return { ...server, engine, read, asked: () => asked };
}

describe('what there is to measure', () => {
  it('has forecasts with quantiles, their interval and when a limit runs out', async () => {
    const lines = await createServer().read();
    const block = 'period="block",source="claude-code"';
    expect(lines).toContain(`fuelgauge_forecast_tokens{${block},at="p50"} 3000000`);
    expect(lines).toContain(`fuelgauge_forecast_interval_tokens{${block},bound="high"} 5000000`);
    expect(lines).toContain('fuelgauge_forecast_tokens{period="day",at="p10"} 1200000');
    const limit = lines.find((line) => line.startsWith('fuelgauge_limit_run_out_probability{'))!;
    expect(limit).toMatch(/ 0\.4$/);
    const labels = limit.slice(limit.indexOf('{') + 1, limit.indexOf('}'));
    expect(lines).toContain(`fuelgauge_limit_forecast_ratio{${labels},at="p75"} 1.1`);
    expect(lines).toContain(`fuelgauge_limit_forecast_interval_ratio{${labels},bound="low"} 0.65`);
    expect(lines).toContain(`fuelgauge_limit_run_out_timestamp_seconds{${labels},at="early"} ${nowMs / 1_000 + 1}`);
    // Unknown is not zero.
    expect(lines.filter((line) => line.includes('at="late"'))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('fuelgauge_forecast_run_out_probability'))).toEqual([]);
    const ofStale = lines.filter((line) => line.startsWith('fuelgauge_limit_') && line.includes('window="weekly"'));
    expect(ofStale.length).toBeGreaterThan(0);
    expect(ofStale.filter((line) => line.includes('run_out'))).toEqual([]);
  });

  it('has the period that is under way, alerts of the last day, channels that are on, and its own cost', async () => {
    const lines = await createServer().read();
    expect(lines).toContain('fuelgauge_period_cost_usd{period="day",source="codex"} 2.5');
    expect(lines).toContain('fuelgauge_period_unpriced_models{period="day",source="codex"} 1');
    expect(lines).toContain('fuelgauge_period_responses{period="day",source="codex"} 3');
    expect(lines).toContain('fuelgauge_alerts_last_day{kind="restored"} 2');
    expect(lines).toContain('fuelgauge_alert_deliveries_waiting{channel="phone"} 2');
    expect(lines).toContain('fuelgauge_alert_channel_failing{channel="phone"} 1');
    expect(lines.filter((line) => line.includes('channel="off"'))).toEqual([]);
    expect(lines).toContain('fuelgauge_own_memory_bytes 2048');
    expect(lines).toContain('fuelgauge_own_wake_ups_per_second 7.5');
    expect(lines.filter((line) => line.startsWith('fuelgauge_own_written_bytes_total'))).toEqual([]);
  });

  it('has no day or week of a snapshot that is older', async () => {
    const server = createServer();
    const periodsOf = async (): Promise<readonly string[]> =>
      (await server.read()).filter((line) => /^fuelgauge_period_responses.*"(day|week)"/.test(line));
    expect(await periodsOf()).toHaveLength(1);
    server.advance(24 * hourMs);
    expect(await periodsOf()).toEqual([]);
  });

  it('asks for a forecast at most once a minute', async () => {
    const { read, asked, advance } = createServer();
    await Promise.all([read(), read()]);
    expect(asked()).toBe(1);
    advance(60_000);
    await read();
    expect(asked()).toBe(2);
  });

  it('asks again once all logs are read, because a forecast of half of them says little', async () => {
    const { engine, read, asked } = createServer();
    const { scan } = engine.snapshot().sections;
    engine.change({ scan: { ...scan, phase: 'scanning' } });
    await read();
    await read();
    expect(asked()).toBe(1);
    engine.change({ scan: { ...scan, phase: 'watching' } });
    await read();
    await read();
    expect(asked()).toBe(2);
  });

  it('asks again after a failure', async () => {
    let isBroken = true;
    const { handlers } = createFakeHost(createFakeEngine());
    const forecast: typeof handlers.forecast = (query) => {
      if (isBroken) return Promise.reject(new Error('the engine restarts'));
      return handlers.forecast(query);
    };
    const { ask } = createServerUnderTest({ handlers: { ...handlers, forecast } });
    expect((await ask('/metrics')).status).toBe(500);
    isBroken = false;
    expect((await ask('/metrics')).status).toBe(200);
  });
});
