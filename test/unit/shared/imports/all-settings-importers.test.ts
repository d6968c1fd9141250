import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { findSettingsImporter } from '../../../../shared/imports/all-settings-importers.ts';
import { parseBinaryPlist } from '../../../../shared/lib/binary-plist.ts';
import { isEqual } from '../../../../shared/lib/is-equal.ts';
import { parseTemplate, listWidgets } from '../../../../shared/statusline/template.ts';
import { widgetNames } from '../../../../shared/statusline/widgets/all-widgets.ts';
import { widgetsByType } from '../../../../shared/imports/ccstatusline/widget-row.ts';
import { defaultSettings } from '../../../../shared/settings/defaults.ts';
import { settingsPatchSchema } from '../../../../shared/settings/schema.ts';

const files: Readonly<Record<string, string>> = {
  ccusage: 'ccusage.json',
  'claude-monitor': 'last_used.json',
  ccstatusline: 'settings.json',
  'claude-hud': 'config.json',
  codexbar: 'settings.json',
  codeburn: 'config.json',
  'ai-cost-observer': 'config.yaml',
};
const read = (tool: string): string =>
  readFileSync(join(import.meta.dirname, '../../../fixtures/imports', tool, files[tool]!), 'utf8');
const parse = (tool: string, text = read(tool)) => findSettingsImporter(tool)!.parse(text, defaultSettings);

describe('settings of other tools', () => {
  it('ccusage: time zone, cost mode and the limit of a block', () => {
    expect(parse('ccusage')).toEqual({
      patch: {
        ...{ timeZone: 'Asia/Tokyo', costMode: 'auto', plan: 'custom' },
        customBlockLimit: { unit: 'tokens', value: 500_000 },
      },
      left: ['blocks.active', 'breakdown', 'codex', 'daily.instances'],
      template: null,
    });
  });

  it('claude-monitor: what it was started with', () => {
    expect(parse('claude-monitor')).toEqual({
      patch: {
        ...{ theme: 'dark', timeZone: 'Europe/Berlin', refreshCadence: 15, plan: 'custom' },
        calendar: { ...defaultSettings.calendar, clock: '24' },
        customBlockLimit: { unit: 'tokens-in-out', value: 120_000 },
      },
      left: ['language', 'view'],
      template: null,
    });
  });

  it('codeburn: plan, prices, names and folders, and no rate of a currency', () => {
    expect(parse('codeburn')).toEqual({
      patch: {
        plan: 'max-5x',
        modelAliases: [{ model: 'my-model', pricedAs: 'gpt-5' }],
        priceOverrides: [{ model: 'own', inputUsdPerMillion: 1, outputUsdPerMillion: 2, cacheReadUsdPerMillion: 0.1 }],
        extraLogFolders: [{ source: 'claude-code', path: '/home/ada/.claude-work' }],
      },
      left: ['budget', 'currency'],
      template: null,
    });
  });

  it('ai-cost-observer: apps, sites, tools and an endpoint that nothing is sent to yet, and no token', () => {
    const result = parse('ai-cost-observer')!;
    expect(result.patch).toMatchObject({
      activity: {
        sites: false,
        ownSites: [{ domain: 'chat.weaver.example', label: 'chat.weaver.example', category: 'chat', usdPerHour: 0.3 }],
        ownApps: [
          { name: 'Weaver', label: 'Weaver', category: 'code', usdPerHour: 0.7 },
          { name: 'weaver-ai', label: 'Weaver', category: 'code', usdPerHour: 0.7 },
        ],
      },
      ownPrograms: [{ label: 'weave', executable: 'weave', category: 'local' }],
      otlpExport: { isOn: false, endpoint: 'collector.example:4317', insecure: true },
    });
    expect(result.left).toEqual(['otel_bearer_token', 'scan_interval_seconds']);
    expect(JSON.stringify(result)).not.toContain('top-secret');
  });

  it('ai-cost-observer: only what the file has, added to what a person has already or in its place', () => {
    const own = { domain: 'own.example', label: 'Own', category: 'code', usdPerHour: 1 } as const;
    const program = { label: 'Own', executable: 'own', category: 'cli' } as const;
    const current = {
      ...defaultSettings,
      activity: { ...defaultSettings.activity, ownSites: [own] },
      ownPrograms: [program],
    };
    const take = (text: string) => findSettingsImporter('ai-cost-observer')!.parse(text, current);
    expect(take('scan_interval_seconds: 30')).toEqual({ patch: {}, left: ['scan_interval_seconds'], template: null });
    const tools = take('extra_ai_cli_tools: [{ name: weave }, { name: loom, category: local }, 7, { name: own }]')!;
    expect(tools).toMatchObject({ left: [] });
    expect(tools.patch).toEqual({
      ownPrograms: [
        { ...program, label: 'own' },
        { label: 'weave', executable: 'weave', category: 'cli' },
        { label: 'loom', executable: 'loom', category: 'local' },
      ],
    });
    const sites = take('extra_ai_domains: [{ domain: a.example, category: odd }, { domain: own.example }]')!;
    expect(Object.keys(sites.patch)).toEqual(['activity']);
    expect(sites.patch.activity?.ownSites?.map(({ domain, category }) => [domain, category])).toEqual([
      ['own.example', 'chat'],
      ['a.example', 'chat'],
    ]);
    expect(take(`scan_interval_seconds: 30 #${'x'.repeat(1_000_000)}`)).toBeNull();
  });

  it('claude-monitor: its words for what the system says, and no theme or limit that is its own', () => {
    const take = (options: object) => parse('claude-monitor', JSON.stringify(options))?.patch;
    expect(['auto', 'local', 'Asia/Tokyo'].map((timezone) => take({ timezone })?.timeZone)).toEqual([
      ...[undefined, undefined, 'Asia/Tokyo'],
    ]);
    expect(['light', 'classic'].map((theme) => take({ theme })?.theme)).toEqual(['light', undefined]);
    expect([15, 16, 60, 61, 0].map((seconds) => take({ refresh_rate: seconds })?.refreshCadence)).toEqual([
      ...[15, 30, 60],
      ...[undefined, undefined],
    ]);
    expect(take({ plan: 'max5', custom_limit_tokens: 7_000 })?.plan).toBe('max-5x');
    expect(take({ plan: 'max5' })?.customBlockLimit).toBeUndefined();
  });

  it('ccstatusline: a template of widgets that exist, and no command', () => {
    expect(parse('ccstatusline')).toEqual({
      ...{ patch: {}, left: ['custom-command'] },
      template: '{model} | {context}{flex}{branch}\n{cost.session}',
    });
    const widgets = listWidgets(
      parseTemplate(
        Object.values(widgetsByType)
          .map((name) => `{${name}}`)
          .join(''),
      ),
    );
    expect(widgets.filter(({ name }) => !widgetNames.includes(name))).toEqual([]);
  });

  it('CodexBar: thresholds as what is used, work days, zone and start, from JSON or its property list', () => {
    const expected = {
      patch: { thresholdsPercent: [50, 80], workDays: 5, launchAtLogin: true, timeZone: 'Europe/Berlin' },
      ...{ left: ['refreshFrequency'], template: null },
    };
    expect(parse('codexbar')).toEqual(expected);
    const bytes = readFileSync(join(import.meta.dirname, '../../../fixtures/imports/codexbar/settings.plist'));
    expect(parse('codexbar', JSON.stringify(parseBinaryPlist(bytes)))).toEqual(expected);
    expect(parse('codexbar', '{"quotaWarningThresholds":["all"],"weeklyProgressWorkDays":6}')).toMatchObject({
      ...{ patch: {}, left: ['quotaWarningThresholds', 'weeklyProgressWorkDays'] },
    });
  });

  it('claude-hud: a template of what it shows, in its order, and no text', () => {
    expect(parse('claude-hud')).toEqual({
      ...{ patch: {}, left: ['colors', 'display.customLine', 'display.showTools'] },
      template: '{limit.5h} | {limit.week} | {context}\n{project} | {branch} | {changes} | {duration}',
    });
    const all = { showSessionName: true, showSpeed: true, showCost: true, showDuration: true };
    const template = parse('claude-hud', JSON.stringify({ display: all }))?.template ?? '';
    expect(template.split('\n')).toEqual([
      '{model} | {project} | {branch} | {title} | {duration} | {speed} | {cost.session}',
      '{context} | {limit.5h} | {limit.week}',
    ]);
    expect(listWidgets(parseTemplate(template)).filter(({ name }) => !widgetNames.includes(name))).toEqual([]);
    expect(parse('claude-hud', '{"layout":"separators","display":{"showUsage":false}}')?.template).toBe(
      '{model} | {project} | {branch} | {context}',
    );
    const none = { showModel: false, showProject: false, showContextBar: false, showUsage: false };
    expect(parse('claude-hud', JSON.stringify({ display: none, gitStatus: { enabled: false } }))?.template).toBeNull();
  });

  it.each(Object.keys(files))('%s: change nothing the second time, and never throw', (tool) => {
    const first = parse(tool)!;
    const current = { ...defaultSettings, ...first.patch };
    expect(findSettingsImporter(tool)!.parse(read(tool), current)?.patch).toEqual({});
    const whole = read(tool);
    for (const text of ['', '[]', '7', 'null', '{}', '\0', '{"a":1}']) expect(parse(tool, text)).toBeNull();
    fc.assert(
      fc.property(fc.nat({ max: whole.length }), fc.string({ maxLength: 5 }), (cut, noise) => {
        const result = parse(tool, whole.slice(0, cut) + noise + whole.slice(cut + noise.length));
        expect(v.is(settingsPatchSchema, result?.patch ?? {})).toBe(true);
      }),
    );
  });

  it('leave a value that is none of ours', () => {
    expect(parse('ccusage', '{"defaults":{"timezone":"Mars/Olympus","mode":"auto"}}')).toMatchObject({
      ...{ patch: { costMode: 'auto' }, left: ['timezone'] },
    });
    expect(parse('claude-monitor', '{"time_format":"13h"}')).toMatchObject({ patch: {}, left: ['time_format'] });
    const own = '{"plan":"max5","reset_hour":24,"time_format":"12h","view":"daily"}';
    expect(parse('claude-monitor', own)).toMatchObject({
      patch: { plan: 'max-5x', calendar: { ...defaultSettings.calendar, clock: '12' } },
      left: ['reset_hour', 'view'],
    });
    expect(parse('claude-monitor', '{"refresh_rate":"fast","theme":"classic"}')).toMatchObject({
      ...{ patch: {}, left: ['refresh_rate', 'theme'] },
    });
    expect(
      parse('ai-cost-observer', 'a: &a [1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nextra_ai_apps: [*b,*b,*b,*b]'),
    ).toBeNull();
  });

  it('are the same in whatever order their members stand', () => {
    expect([isEqual({ a: 1, b: [2] }, { b: [2], a: 1 }), isEqual([1, 2], [2, 1])]).toEqual([true, false]);
  });
});
