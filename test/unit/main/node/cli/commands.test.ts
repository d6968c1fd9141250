import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createFakeEngine,
  makeActiveBlock,
  makeBlock,
  makeDiagnosis,
  makeLimit,
  makeRow,
  makeSession,
  makeTotals,
  nowMs,
  runWith,
  type FakeAnswers,
} from '../../../../fakes/cli-host.ts';
import { makeAllowanceChange, makePlanChange } from '../../../../support/make-limit-change.ts';

const usageJson = {
  inputTokens: 1_200,
  cacheCreation5mTokens: 300,
  cacheCreation1hTokens: 40,
  cacheReadTokens: 1_000_000,
  outputTokens: 560,
  reasoningTokens: 70,
  totalTokens: 1_002_100,
};

async function readJson(answers: FakeAnswers, ...args: readonly string[]): Promise<unknown> {
  const { exitCode, stdout } = await runWith(createFakeEngine(answers), [...args, '--json']);
  expect(exitCode).toBe(0);
  return JSON.parse(stdout);
}

async function readText(answers: FakeAnswers, ...args: readonly string[]): Promise<string> {
  const { exitCode, stdout } = await runWith(createFakeEngine(answers), args);
  expect(exitCode).toBe(0);
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  return stdout;
}

describe('report', () => {
  it('prints JSON exactly as documented', async () => {
    const answers = {
      rows: [makeRow(), makeRow({ source: 'codex', models: ['new'], costMicroUsd: null, unpricedModels: ['new'] })],
      totals: makeTotals({ events: 24, unfinishedEvents: 3, unpricedModels: ['new'] }),
    };
    expect(await readJson(answers, 'report')).toEqual({
      schema: 'fuelgauge.report.v1',
      generatedAt: '2026-05-01T14:03:00.000Z',
      timezone: 'Europe/Berlin',
      rows: [
        {
          key: '2026-05-01',
          source: 'claude-code',
          models: ['claude-opus-4-1-20250805'],
          events: 12,
          usage: usageJson,
          costUsd: 1.234567,
          unpricedModels: [],
        },
        {
          key: '2026-05-01',
          source: 'codex',
          models: ['new'],
          events: 12,
          usage: usageJson,
          costUsd: null,
          unpricedModels: ['new'],
        },
      ],
      totals: { events: 24, usage: usageJson, costUsd: 1.234567, unpricedModels: ['new'] },
    });
  });

  it('prints a table with totals, and says what its numbers leave out', async () => {
    const text = await readText(
      {
        rows: [
          makeRow({ models: ['claude-opus-4-1-20250805', 'claude-sonnet-4-20250514', 'claude-3-5-haiku-20241022'] }),
        ],
        totals: makeTotals({ unfinishedEvents: 3, unpricedModels: ['\u001b[31mnew'] }),
      },
      'report',
    );
    expect(text).toMatch(/^Day +Source +Models +Events +Input +Cache wr +Cache rd +Output +Total +API-equiv\.$/m);
    expect(text).toMatch(/^2026-05-01 +claude-code +opus-4-1, .+ 12 +1\.2K +340 +1M +560 +1M +\$1\.23$/m);
    expect(text).toMatch(/^Total +12 .+ \$1\.23\+$/m);
    expect(text).toContain('No price is known for new, so its cost is not included.');
    expect(text).toContain('The logs do not show the end of 3 of 12 events, so the output may be higher.');
    expect(text).toContain('A subscription does not bill it.');
  });

  it.each(['session', 'project', 'model'])('fits the page with long keys by %s', async (by) => {
    const key = `/home/ada/${'very-long-folder-name/'.repeat(6)}site`;
    const text = await readText({ rows: [makeRow({ key })], totals: makeTotals() }, 'report', '--by', by);
    expect(text).toContain('…');
  });

  it('says which folders were searched when nothing was found', async () => {
    const text = await readText({}, 'report');
    expect(text).toContain('No usage found in any of these folders:');
    expect(text).toContain('Claude Code: /home/ada/.claude/projects (not there; usual place)');
    expect(text).toContain('--home');
  });

  it('names agents that were not found, and lists the folders of the others', async () => {
    const toStatus = (source: string, label: string, state: 'found' | 'missing') => ({
      source,
      label,
      isAgent: true,
      roots: [{ path: `/home/ada/${source}`, origin: 'default', state, files: 0, bytes: 0 }],
      events: 0,
      lastAtMs: null,
      plans: [],
      limitProgram: null,
    });
    const sources = [toStatus('codex', 'Codex', 'found'), toStatus('claude-code', 'Claude Code', 'missing')];
    const text = await readText({ sections: { sources } }, 'report');
    expect(text).toContain('  Codex: /home/ada/codex (found; usual place)\n');
    expect(text).not.toContain('/home/ada/claude-code');
    expect(text.replace(/\s+/g, ' ')).toContain('Not found: Claude Code. Where Fuelgauge looked:');
    const none = await readText({ sections: { sources: sources.slice(1).concat(sources[1]!) } }, 'report');
    expect(none).toContain('No logs of any agent found.');
    const asked = await readText({ sections: { sources } }, 'report', '--source', 'claude-code');
    expect(asked).toContain('Claude Code: /home/ada/claude-code (not there; usual place)');
  });

  it('says that these days have no usage when others have', async () => {
    const source = {
      source: 'codex',
      label: 'Codex',
      isAgent: true,
      roots: [],
      events: 9,
      lastAtMs: nowMs,
      plans: [],
      limitProgram: null,
    };
    const text = await readText({ sections: { sources: [source] } }, 'report', '--since', '20260502');
    expect(text).toContain('No usage since 2026-05-02.');
    expect(text).not.toContain('folders');
  });
});

describe('blocks', () => {
  const gap = makeBlock({ kind: 'gap', startMs: nowMs - 36_000_000, endMs: nowMs - 10_800_000, events: 0 });
  const answers = { blocks: [gap, makeBlock()], activeBlocks: [makeActiveBlock()], totals: makeTotals() };

  it('prints blocks, gaps and the active block as JSON', async () => {
    expect(await readJson(answers, 'blocks')).toMatchObject({
      schema: 'fuelgauge.blocks.v1',
      timezone: 'Europe/Berlin',
      rows: [
        { kind: 'gap' },
        {
          kind: 'active',
          startAt: '2026-05-01T11:03:00.000Z',
          boundary: 'estimated',
          usage: usageJson,
          costUsd: 1.234567,
        },
      ],
      active: [
        {
          source: 'claude-code',
          remainingMs: 7_200_000,
          projection: { totalTokens: 2_000_000, costUsd: 2.5 },
          limit: { unit: 'usd', value: 18, usedPercent: 6.9, plan: 'pro', provenance: 'estimated' },
          runsOutAt: '2026-05-01T15:03:00.000Z',
        },
      ],
      totals: { events: 12 },
    });
  });

  it('prints times in the time zone, marks estimates, and says where the active block is heading', async () => {
    const text = await readText(answers, 'blocks', '--timezone', 'UTC');
    expect(text).toMatch(/^~2026-05-01 11:03 +16:03 +claude-code +active +opus-4-1 +12 +1M +\$1\.23$/m);
    expect(text).toMatch(/gap of 7 h$/m);
    const sentence = text.replace(/\s+/g, ' ');
    expect(sentence).toContain(
      'claude-code: 2 h left in this block; 1M tokens ($1.23) so far; likely 2M tokens ($2.50) by its end (8 in 10: 1.1M to 4M);',
    );
    expect(sentence).toContain('1.1M to 4M); 7% used of $18.00 (the limit of the pro plan, estimated)');
    expect(sentence).toContain('runs out at 2026-05-01 15:03.');
  });

  it('does not show an unknown cost as zero', async () => {
    const active = makeActiveBlock({ block: makeBlock({ costMicroUsd: null }), projection: null, limit: null });
    expect(await readText({ ...answers, activeBlocks: [active] }, 'blocks')).toContain('(cost unknown) so far');
  });
});

describe('sessions', () => {
  const older = makeSession({ sessionId: 'older', lastAtMs: nowMs - 9_000_000, project: null, costMicroUsd: null });
  const answers = { sessions: [older, makeSession()], totals: makeTotals() };

  it('prints JSON with the newest session last', async () => {
    expect(await readJson(answers, 'sessions')).toMatchObject({
      schema: 'fuelgauge.sessions.v1',
      rows: [
        { sessionId: 'older', project: null, costUsd: null },
        { sessionId: '019c4531-58bd-7d10-8426-8dff35a256e1', lastAt: '2026-05-01T14:01:00.000Z', costUsd: 0.01 },
      ],
    });
  });

  it('prints a table that fits the page', async () => {
    const text = await readText(answers, 'sessions');
    expect(text).toMatch(/^2026-05-01 13:33 +codex +older +- +gpt-5 +3 +1M +-$/m);
    expect(text).toMatch(/^2026-05-01 16:01 +codex +019c\S* +\/home\/ada\/site +gpt-5 +3 +1M +\$0\.01$/m);
    expect(text).toMatch(/^Total +2 +12 +1M +\$1\.23$/m);
  });
});

describe('limits', () => {
  const stale = makeLimit({
    windowMinutes: 10_080,
    provenance: 'stale',
    observedAtMs: nowMs - 90_000_000,
    resetsAtMs: null,
    runsOutAtMs: null,
  });

  it('says whose windows they are where an agent has several accounts, and that some are of an unknown one', async () => {
    const named = makeLimit({ account: 'a1b2c3d4e5f6', windowMinutes: 10_080 });
    const text = await readText({ limits: [named, makeLimit()] }, 'limits', '--timezone', 'UTC');
    expect(text).toContain('codex (a1b2) ');
    expect(text).toContain('codex (?) ');
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Account unknown: these readings name none');
    expect(text).toMatch(/^codex \((\?|a1b2)\): (5-hour|Weekly) limit runs out/m);
    for (const limits of [[makeLimit()], [named]]) {
      const one = await readText({ limits }, 'limits', '--timezone', 'UTC');
      expect(one).not.toContain('codex (');
      expect(one).not.toContain('Account unknown');
    }
    const others = [named, makeLimit({ account: 'b1b2c3d4e5f6' })];
    expect(await readText({ limits: others }, 'limits')).not.toContain('Account unknown');
  });

  it('prints every window of the requested source as JSON', async () => {
    const limits = [makeLimit(), stale, makeLimit({ source: 'claude-code', provider: 'anthropic' })];
    expect(await readJson({ limits }, 'limits', '--source', 'codex')).toMatchObject({
      schema: 'fuelgauge.limits.v1',
      rows: [
        {
          windowMinutes: 300,
          usedPercent: 68,
          headroomPercent: 32,
          resetsAt: '2026-05-01T16:03:00.000Z',
          provenance: 'official',
        },
        { windowMinutes: 10_080, resetsAt: null, runsOutAt: null, provenance: 'stale', ageMs: 90_000_000 },
      ],
    });
  });

  it('prints how much is left, and which readings are stale', async () => {
    const text = await readText({ limits: [makeLimit(), stale] }, 'limits', '--timezone', 'UTC');
    expect(text).toMatch(
      /^codex +5-hour limit +68% +32% +2026-05-01 16:03 +2026-05-01 15:03 +plus +official, 1 min old$/m,
    );
    expect(text).toMatch(/^codex +weekly limit +68% +32% +- +- +plus +stale, 1 d 1 h old$/m);
    expect(text).toContain('Stale:');
    expect(text).toContain('codex: 5-hour limit runs out 3:03');
  });

  it('prints which window binds, the kind of each number, and the pace', async () => {
    const pace = { elapsedPercent: 58, deltaPercent: 10, band: 'above' } as const;
    const json = await readJson({ limits: [{ ...makeLimit(), pace }, stale] }, 'limits');
    expect(json).toMatchObject({
      rows: [
        { kind: 'official', origin: 'log', account: null, ageMs: 60_000, pace, isBinding: true },
        { kind: 'stale', pace: null, isBinding: false },
      ],
    });
  });

  it('gives scripts what has changed of plans and allowances, with its evidence and its kind', async () => {
    const limitChanges = { plans: [makePlanChange()], allowances: [makeAllowanceChange()] };
    const limits = [makeLimit(), stale, makeLimit({ source: 'claude-code', provider: 'anthropic' })];
    const { changes } = (await readJson({ limits, limitChanges }, 'limits')) as { changes: unknown };
    const limit = { source: 'codex', provider: 'openai', account: null, limitId: 'codex', scope: '7d' };
    expect(changes).toEqual({
      plans: [
        {
          ...{ ...limit, from: 'plus', to: 'pro', kind: 'official' },
          ...{ oldLastSeenAt: '2026-04-30T00:00:00.000Z', newFirstSeenAt: '2026-05-01T00:00:00.000Z' },
        },
      ],
      allowances: [
        {
          ...{ ...limit, limitName: null, windowMinutes: 10_080, ratio: 0.5, score: 6, kind: 'estimated' },
          ...{ oldUntil: '2026-04-15T00:00:00.000Z', newFrom: '2026-04-16T00:00:00.000Z' },
          before: { usdPerPercent: 2, tokensPerPercent: 2e6, pairs: 40, percent: 240 },
          after: { usdPerPercent: 1, tokensPerPercent: 2e6, pairs: 30, percent: 240 },
          ...{ isWithPlan: false, isOtherModels: false },
        },
      ],
    });
    const { stdout } = await runWith(createFakeEngine({ limits, limitChanges }), ['limits', '--csv']);
    const [head, fiveHours, week, other] = stdout.split('\n');
    expect(head).toMatch(
      /,planBefore,planChangedAt,allowanceRatio,allowanceChangedAt,usdPerPercentBefore,usdPerPercentAfter$/,
    );
    // A plan is that of all its windows; an allowance is that of one.
    expect(fiveHours).toMatch(/,plus,2026-05-01T00:00:00.000Z,,,,$/);
    expect(week).toMatch(/,plus,2026-05-01T00:00:00.000Z,0.5,2026-04-16T00:00:00.000Z,2,1$/);
    expect(other).toMatch(/,,,,,,$/);
  });

  it('says what has changed of plans and allowances, and on what evidence', async () => {
    const limitChanges = { plans: [makePlanChange({ to: 'pro\u202e' })], allowances: [makeAllowanceChange()] };
    const text = await readText({ limits: [makeLimit()], limitChanges }, 'limits', '--timezone', 'UTC');
    const line = text.replaceAll('\n', ' ');
    expect(line).toContain('codex: the plan changed from plus to pro; first seen 2026-05-01 00:00.');
    expect(line).toContain('codex, weekly limit: Estimated: since 2026-04-16 00:00 one percent is');
    expect(line).toContain(
      '(medians of 30 and 40 pairs of readings). Use of the account elsewhere would look the same.',
    );
  });

  it('says why there may be no reading', async () => {
    expect(await readText({}, 'limits')).toContain('There is no current limit reading.');
  });

  it('ask agents first, if they are told to, and say who did not answer', async () => {
    const engine = createFakeEngine({
      asked: [
        { source: 'codex', program: 'codex', outcome: 'answered' },
        { source: 'claude-code', program: 'claude', outcome: 'too-old' },
        { source: 'antigravity', program: 'agy', outcome: 'not-allowed' },
      ],
    });
    const { stdout } = await runWith(engine, ['limits', '--ask']);
    expect(engine.calls).toContain('ask null');
    expect(stdout).toContain('"claude" is too old to be asked');
    expect(stdout).not.toMatch(/agy|No agent was asked/);
    const off = await readText(
      { asked: [{ source: 'codex', program: 'codex', outcome: 'not-allowed' }] },
      'limits',
      '--ask',
    );
    expect(off).toContain('No agent was asked');
    const silent = createFakeEngine({});
    await runWith(silent, ['limits']);
    expect(silent.calls.join()).not.toContain('ask');
  });
});

describe('money', () => {
  const euro = { currency: { code: 'EUR', perUsd: 0.92 } };
  const answers = {
    rows: [makeRow()],
    blocks: [makeBlock()],
    activeBlocks: [makeActiveBlock()],
    sessions: [makeSession({ costMicroUsd: 1_000 })],
    totals: makeTotals(),
    money: euro,
  };

  it('is shown in the currency of the settings, and the rate is named', async () => {
    const report = await readText(answers, 'report');
    expect(report).toMatch(/^2026-05-01 .+ €1\.14$/m);
    expect(report).toMatch(/^Total .+ €1\.14$/m);
    expect(report).toContain('Converted at your rate of 0.92 EUR per US dollar.');
    const blocks = (await readText(answers, 'blocks')).replace(/\s+/g, ' ');
    expect(blocks).toContain('(€1.14) so far; likely 2M tokens (€2.30) by its end (8 in 10: 1.1M to 4M)');
    expect(await readText(answers, 'sessions')).toMatch(/^2026-05-01 .+ <€0\.01$/m);
    expect(report + blocks).not.toContain('$');
  });

  it('stays in US dollars in JSON', async () => {
    expect(await readJson(answers, 'report')).toMatchObject({ totals: { costUsd: 1.234567 } });
    expect(await readJson(answers, 'sessions')).toMatchObject({ rows: [{ costUsd: 0.001 }] });
  });

  it('says where costs come from, and what has no cost', async () => {
    const totals = makeTotals({ unpricedModels: ['new'] });
    const read = async (money: FakeAnswers['money'] = {}) =>
      (await readText({ ...answers, totals, money }, 'report')).replace(/\s+/g, ' ');
    expect(await read()).toContain('would cost at list prices. A subscription does not bill it.');
    expect(await read()).toContain(
      'No price is known for new, so its cost is not included. "fuelgauge doctor" shows how to set a price.',
    );
    expect(await read()).not.toContain('your rate');
    expect(await read({ costMode: 'auto' })).toContain(
      'the cost in the log, or the list price of the tokens where the log has none',
    );
    expect(await read({ costMode: 'display' })).toContain('usage without one is left out');
    expect(await read({ costMode: 'display' })).toContain('The log has no cost for some or all of the usage of new.');
  });
});

describe('sources', () => {
  const gap = 'only the cost of each session';
  const diagnoses = [
    makeDiagnosis(),
    makeDiagnosis({
      source: 'crush',
      label: 'Crush',
      coverage: { kind: 'partial', gap },
      roots: [{ path: '/home/ada/crush', origin: 'default', state: 'found', files: 3, bytes: 10 }],
      files: 3,
      events: 0,
      lastEventAtMs: null,
      skips: { 'not-json': 2, 'no-id': 1 },
    }),
  ];

  it('lists every agent with what its logs hold', async () => {
    const text = await readText({ diagnoses }, 'sources');
    expect(text).toMatch(/^Claude Code +claude-code +not found +12 .+ exact$/m);
    expect(text).toMatch(/^Crush +crush +3 +0 +- +partial$/m);
    expect(text).toContain('Crush: only the cost of each session.');
  });

  it('lists them for scripts, too', async () => {
    expect(await readJson({ diagnoses }, 'sources')).toMatchObject({
      schema: 'fuelgauge.sources.v1',
      rows: [
        { source: 'claude-code', coverage: { kind: 'exact' }, isFound: false, events: 12 },
        { source: 'crush', coverage: { kind: 'partial', gap }, isFound: true, lastEventAt: null, skipped: 3 },
      ],
    });
    expect(await readText({ diagnoses }, 'sources', '--csv')).toContain('crush,Crush,partial,true,3,');
  });
});

describe('doctor', () => {
  it('says what Fuelgauge itself costs, and above what it warns', async () => {
    const text = (await readText({}, 'doctor')).replace(/\s+/g, ' ');
    expect(text).toContain(
      'Own cost 2 processes, 0.4% CPU over 10 min, 90 MB of memory, 2 MB written to disk, 14 wake-ups per second.',
    );
    expect(text).toContain('The app warns in the background above 0.5% CPU over an hour, or 262 MB.');
    expect(JSON.parse((await runWith(createFakeEngine(), ['doctor', '--json'])).stdout)).toMatchObject({
      own: { processes: 2, cpuRatio: 0.004, since: '2026-05-01T13:53:00.000Z', rssBytes: 90_000_000 },
      ownBudget: { cpuRatio: 0.005, memoryBytes: 262_000_000 },
    });
  });

  it('says how to set a missing price, with model names to copy', async () => {
    const diagnoses = [makeDiagnosis(), makeDiagnosis({ unpricedModels: ['mimo-v2.5-pro', 'new "x"'] })];
    const text = (await readText({ diagnoses }, 'doctor')).replace(/\s+/g, ' ');
    expect(text).toContain('Unpriced models none');
    expect(text).toContain('Unpriced models mimo-v2.5-pro and new "x"');
    const many = makeDiagnosis({ unpricedModels: Array.from({ length: 900 }, (_, index) => `model-${index}`) });
    expect((await readText({ diagnoses: [many] }, 'doctor')).replace(/\s+/g, ' ')).toContain('model-4, and 895 more');
    expect(text).toContain(`in the settings of the app, or in ${path.join('/data', 'settings.json')}`);
    expect(text).toContain('"priceOverrides": [{ "model": "mimo-v2.5-pro", "inputUsdPerMillion": …');
    expect(text).toContain('"modelAliases": [{ "model": "mimo-v2.5-pro", "pricedAs": "…" }]');
  });

  it('says whose names the metrics of a server have no room for', async () => {
    const foldedLabels = [{ label: 'project', values: 112 } as const, { label: 'limit', values: 1_300 } as const];
    const text = (await readText({ foldedLabels }, 'doctor')).replace(/\s+/g, ' ');
    expect(text).toContain(
      'Metric labels 112 projects: with project labels on, a server’s metrics name 100, and sum up the rest as "other".',
    );
    expect(text).toContain('Metric labels 1,300 limits: a server’s metrics have the 100 that are used most.');
    expect(await readText({}, 'doctor')).not.toContain('Metric labels');
  });

  it('only names the agents that were not found, unless one is asked for', async () => {
    const absent = makeDiagnosis({ source: 'codex', label: 'Codex', events: 0, files: 0, lastEventAtMs: null });
    const diagnoses = [makeDiagnosis(), absent];
    const text = (await readText({ diagnoses }, 'doctor')).replace(/\s+/g, ' ');
    expect(text).toContain('Claude Code (claude-code)');
    expect(text).not.toContain('Codex (codex)');
    expect(text).toContain('Not found Codex. Where Fuelgauge looked: fuelgauge doctor --source <agent>.');
    expect(await readText({ diagnoses: [absent] }, 'doctor', '--source', 'codex')).toContain('Codex (codex)');
  });

  it('gives no advice when every model has a price', async () => {
    expect(await readText({ diagnoses: [makeDiagnosis()] }, 'doctor')).not.toContain('priceOverrides');
  });
});
