import { describe, expect, it } from 'vitest';
import { findSettingsImporter } from '../../../../shared/imports/all-settings-importers.ts';
import { createSettingsDraft, mergeList } from '../../../../shared/imports/settings-import.ts';
import { defaultSettings } from '../../../../shared/settings/defaults.ts';

const parse = (tool: string, value: unknown, current = defaultSettings) =>
  findSettingsImporter(tool)!.parse(typeof value === 'string' ? value : JSON.stringify(value), current);

describe('a settings draft', () => {
  it('contains valid settings that differ, and lists each one that is not imported once, in order', () => {
    const draft = createSettingsDraft(defaultSettings);
    draft.take('zone', 'timeZone', 'Asia/Tokyo');
    draft.take('mode', 'costMode', defaultSettings.costMode);
    draft.take('odd', 'workDays', 99);
    draft.leave('b', 'a', 'odd');
    expect([draft.taken('timeZone'), draft.taken('workDays')]).toEqual(['Asia/Tokyo', undefined]);
    expect(draft.finish()).toEqual({ patch: { timeZone: 'Asia/Tokyo' }, left: ['a', 'b', 'odd'], template: null });
    expect(draft.finish('x').template).toBe('x');
  });

  it('merges lists by name: a newer entry replaces the older one in place', () => {
    const merged = mergeList(
      [
        { id: 1, a: 1 },
        { id: 2, a: 1 },
      ],
      [
        { id: 1, a: 2 },
        { id: 3, a: 2 },
      ],
      ({ id }) => String(id),
    );
    expect(merged).toEqual([
      { id: 1, a: 2 },
      { id: 2, a: 1 },
      { id: 3, a: 2 },
    ]);
  });
});

describe('ccusage', () => {
  it('is recognized by any of its keys', () => {
    expect(parse('ccusage', { $schema: 'x' })).toEqual({ patch: {}, left: [], template: null });
    expect(parse('ccusage', { commands: {} })).not.toBeNull();
    expect(parse('ccusage', { other: 1 })).toBeNull();
  });

  it('imports a block limit if it is a number, and lists other options by command as not imported', () => {
    const commands = { blocks: { tokenLimit: '7000' }, daily: { tokenLimit: 5 }, odd: 7 };
    expect(parse('ccusage', { commands })).toMatchObject({
      ...{ patch: { customBlockLimit: { unit: 'tokens', value: 7_000 } }, left: ['daily.tokenLimit'] },
    });
    for (const tokenLimit of ['max', 0, null]) {
      expect(parse('ccusage', { commands: { blocks: { tokenLimit } } })).toMatchObject({
        ...{ patch: {}, left: ['blocks.tokenLimit'] },
      });
    }
  });
});

describe('ccstatusline', () => {
  const template = (...lines: readonly unknown[]) => parse('ccstatusline', { lines })?.template;
  const of = (...types: readonly string[]) => types.map((type) => ({ type }));

  it('shows each widget once per line, and no empty lines', () => {
    expect(template(of('git-changes', 'git-insertions', 'model'), [], 7, of('separator'), of('model'))).toBe(
      '{changes} | {model}\n{model}',
    );
    expect(template(of('model', 'flex-separator', 'model'), of('flex-separator'))).toBe('{model} | {flex}\n{flex}');
  });

  it('has no template without widgets, and lists unknown widgets without special characters', () => {
    expect(template([])).toBeNull();
    expect(
      parse('ccstatusline', { lines: [of('my <widget>', 'toString', 'x'.repeat(80)), [{ type: 7 }, null]] }),
    ).toEqual({
      ...{ patch: {}, template: null, left: ['mywidget', 'toString', 'x'.repeat(50)] },
    });
    expect(parse('ccstatusline', { lines: {} })).toBeNull();
  });

  it('reads at most ten lines of fifty widgets', () => {
    expect(template(...Array.from({ length: 12 }, () => of('model')))?.split('\n')).toHaveLength(10);
    expect(template([...of(...Array.from({ length: 50 }, () => 'model')), { type: 'git-branch' }])).toBe('{model}');
  });
});

describe('claude-hud', () => {
  const template = (value: object) => parse('claude-hud', { display: {}, ...value })?.template;

  it('puts context and limits on one line if they are next to each other', () => {
    expect(template({ elementOrder: ['context', 'usage', 'project'] })).toBe(
      '{context} | {limit.5h} | {limit.week}\n{model} | {project} | {branch}',
    );
    expect(template({ elementOrder: ['context', 'project', 'usage'] })?.split('\n')).toHaveLength(3);
    expect(template({ elementOrder: ['usage', 'usage', 'odd', 7] })).toBe('{limit.5h} | {limit.week}');
    expect(template({ elementOrder: ['tools'] })).toBeNull();
    expect(template({ elementOrder: [] })?.split('\n')).toHaveLength(2);
  });

  it('puts everything on one line if that is set, under either name', () => {
    const one = '{model} | {project} | {branch} | {context} | {limit.5h} | {limit.week}';
    expect(template({ lineLayout: 'compact' })).toBe(one);
    expect(template({ layout: { lineLayout: 'compact' } })).toBe(one);
    expect(template({ layout: 'default' })).toBe(one);
    expect(template({ lineLayout: 'expanded', layout: 'default' })).not.toBe(one);
  });

  it('lists options that are not imported only if they are on', () => {
    const display = { showTools: true, showAgents: false, customLine: '', showTodos: null, showConfigCounts: 1 };
    expect(parse('claude-hud', { display, colors: {}, showSeparators: false })?.left).toEqual([
      ...['colors', 'display.showConfigCounts', 'display.showTools'],
    ]);
  });

  it.each(['lineLayout', 'layout', 'showSeparators', 'pathLevels', 'elementOrder', 'gitStatus', 'display', 'colors'])(
    'is recognized by its key %s',
    (name) => expect(parse('claude-hud', { [name]: null })).not.toBeNull(),
  );
});

describe('CodexBar', () => {
  it.each(['quotaWarningThresholds', 'weeklyProgressWorkDays', 'refreshFrequency', 'menuBarDisplayMode'])(
    'is recognized by its key %s',
    (name) => expect(parse('codexbar', { [name]: null })).not.toBeNull(),
  );

  it('lists options that a user may miss as not imported, and ignores the rest', () => {
    const all = {
      preferredCurrencyCode: 'EUR',
      appLanguage: 'de',
      menuBarDisplayMode: 'x',
      hidePersonalInfo: 1,
      odd: 1,
    };
    expect(parse('codexbar', all)).toEqual({
      ...{ patch: {}, template: null },
      left: ['appLanguage', 'hidePersonalInfo', 'menuBarDisplayMode', 'preferredCurrencyCode'],
    });
  });

  it('converts thresholds from percent left to percent used, and ignores an empty time zone', () => {
    const take = (rest: object) => parse('codexbar', { menuBarDisplayMode: 1, ...rest });
    expect(take({ quotaWarningThresholds: [50, 20] })?.patch.thresholdsPercent).toEqual([50, 80]);
    expect(take({ quotaWarningThresholds: [] })?.left).toContain('quotaWarningThresholds');
    expect(take({ tokenCostUsageBucketTimeZone: '' })?.left).toEqual(['menuBarDisplayMode']);
  });
});

describe('codeburn', () => {
  it.each(['currency', 'plan', 'plans', 'modelAliases', 'priceOverrides', 'claudeConfigDirs', 'budget'])(
    'is recognized by its key %s',
    (name) => expect(parse('codeburn', { [name]: null })).not.toBeNull(),
  );

  it.each([
    ['claude-pro', 'pro'],
    ['claude-max-5x', 'max-5x'],
    ['claude-max', 'max-20x'],
    ['toString', undefined],
    [7, undefined],
  ])('maps the plan %s to %s', (id, plan) => {
    const taken = parse('codeburn', { plan: { id } })!;
    expect([taken.patch.plan, taken.left]).toEqual([plan, plan === undefined ? ['plan'] : []]);
  });

  it('imports dollars, but no other currency without its rate', () => {
    const euros = { ...defaultSettings, currency: { code: 'EUR', perUsd: 0.9 } };
    expect(parse('codeburn', { currency: { code: 'USD' } }, euros)?.patch).toEqual({
      currency: { code: 'USD', perUsd: 1 },
    });
    expect(parse('codeburn', { currency: { code: 'EUR' } })).toMatchObject({ patch: {}, left: ['currency'] });
  });

  it('adds prices and model names to those of the user', () => {
    const current = { ...defaultSettings, modelAliases: [{ model: 'a', pricedAs: 'b' }] };
    expect(parse('codeburn', { modelAliases: { c: 'd', a: 'e' } }, current)?.patch.modelAliases).toEqual([
      { model: 'a', pricedAs: 'e' },
      { model: 'c', pricedAs: 'd' },
    ]);
    const price = { input: 1, output: 2, cacheCreation: 3 };
    expect(parse('codeburn', { priceOverrides: { m: price } })?.patch.priceOverrides).toEqual([
      { model: 'm', inputUsdPerMillion: 1, outputUsdPerMillion: 2, cacheWrite5mUsdPerMillion: 3 },
    ]);
  });
});

describe('claude-monitor', () => {
  it.each(['theme', 'timezone', 'time_format', 'refresh_rate', 'reset_hour', 'view', 'custom_limit_tokens'])(
    'is recognized by its key %s',
    (name) => expect(parse('claude-monitor', { [name]: null })).not.toBeNull(),
  );

  it.each([
    ['pro', 'pro'],
    ['max5', 'max-5x'],
    ['max20', 'max-20x'],
  ])('maps the plan %s to %s', (plan, expected) => {
    const current = { ...defaultSettings, plan: 'custom' };
    expect(parse('claude-monitor', { view: 'x', plan }, current)?.patch.plan).toBe(expected);
  });

  it('imports a custom limit together with the custom plan', () => {
    expect(parse('claude-monitor', { custom_limit_tokens: 7_000, plan: 'custom' })?.patch).toMatchObject({
      ...{ plan: 'custom', customBlockLimit: { unit: 'tokens-in-out', value: 7_000 } },
    });
  });

  it('imports the hour at which a day starts, and the clock format', () => {
    const calendar = (value: object) => parse('claude-monitor', value)?.patch.calendar;
    expect(calendar({ reset_hour: 4, time_format: '24h' })).toEqual({
      ...defaultSettings.calendar,
      ...{ dayStartHour: 4, clock: '24' },
    });
    expect(calendar({ reset_hour: null, time_format: null })).toBeUndefined();
    const current = { ...defaultSettings, calendar: { ...defaultSettings.calendar, clock: '24' as const } };
    expect(parse('claude-monitor', { time_format: 'auto' }, current)?.patch.calendar?.clock).toBe('system');
  });

  it('ignores its timestamp', () => {
    expect(parse('claude-monitor', { view: 'x', timestamp: 1 })?.left).toEqual(['view']);
  });
});
