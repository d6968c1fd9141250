import { describe, expect, it } from 'vitest';
import { toolFiles, toolNames, type ImportKind } from '../../../../../shared/imports/places/tool-files.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const linux: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };
const mac: HostEnvironment = { ...linux, platform: 'darwin', home: '/Users/ada' };
const windows: HostEnvironment = { ...linux, platform: 'win32', home: 'C:\\Users\\ada' };
const find = (tool: string, kind: ImportKind) => toolFiles.find((file) => file.tool === tool && file.kind === kind)!;
const pathsOf = (tool: string, kind: ImportKind, host = linux) => find(tool, kind).paths(host);
const withVariables = (variables: HostEnvironment['variables'], host = linux): HostEnvironment => ({
  ...host,
  variables,
});

describe('the files of a tool', () => {
  it.each([
    ['claude-monitor', 'history', '.claude-monitor/warehouse/usage.json'],
    ['claude-monitor', 'settings', '.claude-monitor/last_used.json'],
    ['ccstatusline', 'settings', '.config/ccstatusline/settings.json'],
    ['codeburn', 'settings', '.config/codeburn/config.json'],
    ['codeburn', 'history', '.cache/codeburn'],
    ['ai-cost-observer', 'settings', '.config/ai-cost-observer/config.yaml'],
    ['agentsview', 'history', '.agentsview/sessions.db'],
    ['tokentracker', 'history', '.tokentracker/tracker/queue.jsonl'],
  ] as const)('%s: %s is in the home folder', (tool, kind, path) => {
    expect(pathsOf(tool, kind)).toEqual([`/home/ada/${path}`]);
  });

  it('of Claude Code are in the folders of its variable first, then in the usual ones', () => {
    const usual = ['/home/ada/.claude', '/home/ada/.config/claude'];
    const inEach = (folders: readonly string[], name: string) => folders.map((folder) => `${folder}/${name}`);
    expect(pathsOf('stats-cache', 'history')).toEqual(inEach(usual, 'stats-cache.json'));
    const given = withVariables({ CLAUDE_CONFIG_DIR: ' /a , ,/b' });
    expect(pathsOf('stats-cache', 'history', given)).toEqual(inEach(['/a', '/b', ...usual], 'stats-cache.json'));
    expect(pathsOf('claude-hud', 'settings', given)).toEqual(
      inEach(['/a', '/b', ...usual], 'plugins/claude-hud/config.json'),
    );
    expect(pathsOf('ccusage', 'settings', given)).toEqual([
      '/home/ada/.ccusage/ccusage.json',
      ...inEach(['/a', '/b', ...usual], 'ccusage.json'),
    ]);
  });

  it('are where a variable of the tool says, unless it is empty', () => {
    const codeburn = (value: string) => pathsOf('codeburn', 'history', withVariables({ CODEBURN_CACHE_DIR: value }));
    expect(codeburn(' /cache ')).toEqual(['/cache']);
    expect(codeburn(' ')).toEqual(['/home/ada/.cache/codeburn']);
    const agentsview = (variables: HostEnvironment['variables']) =>
      pathsOf('agentsview', 'history', withVariables(variables));
    expect(agentsview({ AGENTSVIEW_DATA_DIR: ' /new ', AGENT_VIEWER_DATA_DIR: '/old' })).toEqual(['/new/sessions.db']);
    expect(agentsview({ AGENT_VIEWER_DATA_DIR: '/old' })).toEqual(['/old/sessions.db']);
    expect(agentsview({ AGENTSVIEW_DATA_DIR: ' ' })).toEqual(['/home/ada/.agentsview/sessions.db']);
  });

  it('are where each system keeps them, and nowhere on systems that the tool does not run on', () => {
    expect(pathsOf('codexbar', 'settings', mac)).toEqual([
      '/Users/ada/Library/Preferences/com.steipete.codexbar.plist',
    ]);
    expect([linux, windows].flatMap((host) => pathsOf('codexbar', 'settings', host))).toEqual([]);
    const observer = (host: HostEnvironment) => pathsOf('ai-cost-observer', 'settings', host);
    expect(observer(windows)).toEqual(['C:\\Users\\ada\\AppData\\Local\\ai-cost-observer\\config.yaml']);
    expect(observer(withVariables({ LOCALAPPDATA: 'D:\\Local' }, windows))).toEqual([
      'D:\\Local\\ai-cost-observer\\config.yaml',
    ]);
    // The variable means nothing elsewhere.
    expect(observer(withVariables({ LOCALAPPDATA: '/x' }))).toEqual(observer(linux));
    const tokens = (host: HostEnvironment) => pathsOf('wheremytokens', 'history', host);
    expect(tokens(windows)).toEqual([
      'C:\\Users\\ada\\AppData\\Roaming\\WhereMyTokens\\usage-index.sqlite',
      'C:\\Users\\ada\\AppData\\Roaming\\wheremytokens-win\\usage-index.sqlite',
    ]);
    expect(tokens(withVariables({ APPDATA: 'D:\\Roaming' }, windows))[0]).toBe(
      'D:\\Roaming\\WhereMyTokens\\usage-index.sqlite',
    );
    expect([...tokens(linux), ...tokens(mac)]).toEqual([]);
  });

  it('carry a version in their name where the tool writes one', () => {
    const versions = ['daily-cache.v7.json', 'daily-cache.v12.json', 'daily-cache.json', 'xdaily-cache.v7.json.bak'];
    const { names } = find('codeburn', 'history');
    expect(versions.map((name) => names?.exec(name)?.[1] ?? null)).toEqual(['7', '12', null, null]);
  });

  it('are of tools that are named once each', () => {
    expect(new Set(toolNames).size).toBe(toolNames.length);
    expect(new Set(toolNames)).toEqual(new Set(toolFiles.map(({ tool }) => tool)));
  });
});
