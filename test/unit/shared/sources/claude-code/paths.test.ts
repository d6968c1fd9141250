import { describe, expect, it } from 'vitest';
import { ok } from '../../../../../shared/lib/result.ts';
import { claudeCode } from '../../../../../shared/sources/claude-code/descriptor.ts';
import { findDesktopAccount } from '../../../../../shared/sources/claude-code/paths.ts';
import { createClaudeCodeReader } from '../../../../../shared/sources/claude-code/reader.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const linux: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };
const windows: HostEnvironment = { platform: 'win32', home: 'C:\\Users\\ada', variables: {}, otherHomes: [] };
const pathsOf = (host: HostEnvironment) => claudeCode.roots(host).map(({ path }) => path);

describe('Claude Code roots', () => {
  it('are the home, the XDG folder and the desktop app on Linux', () => {
    expect(pathsOf(linux)).toEqual([
      '/home/ada/.claude/projects',
      '/home/ada/.config/claude/projects',
      '/home/ada/.config/Claude/local-agent-mode-sessions',
      '/home/ada/.config/Claude/claude-code-sessions',
    ]);
    expect(pathsOf({ ...linux, variables: { XDG_CONFIG_HOME: '/x/' } })).toEqual([
      '/home/ada/.claude/projects',
      '/x/claude/projects',
      '/x/Claude/local-agent-mode-sessions',
      '/x/Claude/claude-code-sessions',
    ]);
  });

  it('use the application support folder on macOS', () => {
    expect(pathsOf({ ...linux, platform: 'darwin', home: '/Users/ada' })).toContain(
      '/Users/ada/Library/Application Support/Claude/local-agent-mode-sessions',
    );
  });

  it('are written with backslashes on Windows, with both desktop installations and WSL homes', () => {
    expect(
      pathsOf({
        ...windows,
        variables: { APPDATA: 'D:\\Roaming', LOCALAPPDATA: 'D:\\Local' },
        otherHomes: [{ path: '\\\\wsl.localhost\\Ubuntu\\home\\ada', device: 'wsl:Ubuntu' }],
      }),
    ).toEqual([
      'C:\\Users\\ada\\.claude\\projects',
      'C:\\Users\\ada\\.config\\claude\\projects',
      'D:\\Roaming\\Claude\\local-agent-mode-sessions',
      'D:\\Roaming\\Claude\\claude-code-sessions',
      'D:\\Local\\Packages\\Claude_pzs8sxrjxfjjc\\LocalCache\\Roaming\\Claude\\local-agent-mode-sessions',
      'D:\\Local\\Packages\\Claude_pzs8sxrjxfjjc\\LocalCache\\Roaming\\Claude\\claude-code-sessions',
      '\\\\wsl.localhost\\Ubuntu\\home\\ada\\.claude\\projects',
      '\\\\wsl.localhost\\Ubuntu\\home\\ada\\.config\\claude\\projects',
    ]);
  });

  it('follow CLAUDE_CONFIG_DIR instead of the defaults: a list of config or projects folders', () => {
    const variables = { CLAUDE_CONFIG_DIR: ' /work/claude/, ~/other ,/a/projects,relative,/work/claude' };
    const roots = claudeCode.roots({ ...linux, variables });
    expect(roots.filter(({ origin }) => origin === 'CLAUDE_CONFIG_DIR').map(({ path }) => path)).toEqual([
      '/work/claude/projects',
      '/home/ada/other/projects',
      '/a/projects',
    ]);
    expect(roots.some(({ origin }) => origin === 'default')).toBe(false);
  });

  it('fall back to the defaults when CLAUDE_CONFIG_DIR is empty', () => {
    expect(pathsOf({ ...linux, variables: { CLAUDE_CONFIG_DIR: ' ' } })).toEqual(pathsOf(linux));
  });

  it('accept a named folder as config folder, projects folder, or folder of logs', () => {
    const pathsIn = (folder: string, platform: HostEnvironment['platform']) =>
      claudeCode.extraRoots(folder, platform).map(({ path }) => path);
    expect(pathsIn('/backup/claude', 'linux')).toEqual(['/backup/claude/projects', '/backup/claude']);
    expect(pathsIn('/backup/projects', 'darwin')).toEqual(['/backup/projects']);
    expect(pathsIn('D:\\backup', 'win32')).toEqual(['D:\\backup\\projects', 'D:\\backup']);
  });
});

describe('the limit roots of Claude Code', () => {
  const rootsOf = (host: Partial<HostEnvironment>) => claudeCode.limitRoots({ ...linux, ...host });
  const file = (path: string, origin: string) => ({ path, origin, isFile: true });

  it('are the settings file in each home folder and the history of the desktop app', () => {
    expect(rootsOf({})).toEqual([
      file('/home/ada/.claude.json', 'default'),
      file('/home/ada/.config/Claude/plan-usage-history.json', 'Claude Desktop'),
    ]);
    expect(rootsOf({ otherHomes: [{ path: '/mnt/b', device: 'b' }] })).toContainEqual(
      file('/mnt/b/.claude.json', 'home /mnt/b'),
    );
  });

  it('follow CLAUDE_CONFIG_DIR unless it names a projects folder', () => {
    const paths = (value: string) => rootsOf({ variables: { CLAUDE_CONFIG_DIR: value } }).map(({ path }) => path);
    expect(paths('/x,/y')).toEqual(expect.arrayContaining(['/x/.claude.json', '/y/.claude.json']));
    expect(paths('/x,/y')).not.toContain('/home/ada/.claude.json');
    expect(paths('/x/projects')).toContain('/home/ada/.claude.json');
  });

  it('include the folders for readings from the status line, hooks and /usage', () => {
    expect(rootsOf({ dataFolder: '/d' }).slice(2)).toEqual([
      { path: '/d/statusline', origin: 'status line' },
      { path: '/d/hook-limits', origin: 'hook' },
      { path: '/d/asked/claude-code', origin: 'claude /usage' },
    ]);
  });
});

describe('a transcript', () => {
  it.each([
    ['p/s.jsonl', true],
    ['p/s/subagents/agent-1.jsonl', true],
    ['p/s.json', false],
    ['p/audit.jsonl', false],
    ['history.jsonl', false],
    ['captures.jsonl', false],
    ['asked-limits.jsonl', false],
    ['p/s/tool-results/x.jsonl', false],
    ['p/file-history/x.jsonl', false],
    ['p/s/subagents/w/journal.jsonl', false],
    ['p/journal.jsonl', true],
    ['local_0123abcd/x.jsonl', false],
    ['local_0123abcd/.claude/projects/p/s.jsonl', true],
    ['a/o/local_0123abcd/x.jsonl', false],
    ['a/.claude/local_0123abcd/x.jsonl', false],
    ['local_work/x.jsonl', true],
  ])('%s: %s', (path, isTranscript) => {
    expect(claudeCode.streams[0].matches(path)).toBe(isTranscript);
  });
});

describe('findDesktopAccount', () => {
  const account = '0c2e7f4a-5b1d-4c3e-9f80-1a2b3c4d5e6f';
  const session = (folder: string, of = account) =>
    `/home/ada/.config/Claude/${folder}/${of}/org-1/local_7d/.claude/projects/-w/1.jsonl`;

  it('is the folder that all sessions of an account are in, on every system', () => {
    const path = session('local-agent-mode-sessions');
    expect(findDesktopAccount(path)).toBe(account);
    expect(findDesktopAccount(path.replaceAll('/', '\\'))).toBe(account);
    expect(findDesktopAccount(session('local-agent-mode-sessions', account.toUpperCase()))).toBe(account.toUpperCase());
    expect(findDesktopAccount(session('local-agent-mode-sessions', '0c2e7f4a'))).toBe('0c2e7f4a');
  });

  it.each([
    ['the transcripts of the command line', '/home/ada/.claude/projects/-w/1.jsonl'],
    ['the folder of the app’s Code tab, which names no account', session('claude-code-sessions')],
    ['a folder that is no account', session('local-agent-mode-sessions', 'archive')],
    ['a name too short to be one', session('local-agent-mode-sessions', 'abc')],
    ['a name too long to be one', session('local-agent-mode-sessions', `${account}0`)],
    ['a path without the organisation', session('local-agent-mode-sessions').replace('/org-1', '')],
    ['a path without a session', session('local-agent-mode-sessions').replace('/local_7d', '/skills')],
    ['a folder with a similar name', session('my-local-agent-mode-sessions')],
  ])('is unknown for %s', (_what, path) => {
    expect(findDesktopAccount(path)).toBeNull();
  });

  it('is the account of what a session of the app used, and of nothing else', () => {
    const usage = { input_tokens: 1, output_tokens: 2 };
    const row = {
      type: 'assistant',
      timestamp: '2026-05-01T10:00:00.000Z',
      requestId: 'req_1',
      sessionId: 's',
      message: { id: 'msg_1', role: 'assistant', model: 'claude-opus-5', usage },
    };
    const accountIn = (path: string) => {
      const [record] = createClaudeCodeReader(path, null).read({
        record: () => ok(row),
        repeat: () => null,
        text: () => JSON.stringify(row),
      });
      return record?.kind === 'event' ? record.event.profile.account : record;
    };
    expect(accountIn(session('local-agent-mode-sessions'))).toBe(account);
    expect(accountIn('/home/ada/.claude/projects/-w/1.jsonl')).toBeNull();
  });
});

describe('Claude Code log files', () => {
  it.each([
    ['-home-ada-loom/5b0c.jsonl', true],
    ['-home-ada-loom/5b0c/subagents/agent-a1.jsonl', true],
    ['-home-ada-loom/5b0c/subagents/workflows/wf_1/agent-a1.jsonl', true],
    ['-home-ada-loom/5b0c/subagents/workflows/wf_1/journal.jsonl', false],
    ['-home-ada-loom/5b0c/subagents/agent-a1.meta.json', false],
    ['-home-ada-loom/5b0c/tool-results/out.jsonl', false],
    ['-home-ada-loom/sessions-index.json', false],
    ['history.jsonl', false],
    ['x/y/local_0a1b2c3d/audit.jsonl', false],
    ['x/y/local_0a1b2c3d/outputs/table.jsonl', false],
    ['x/y/local_0a1b2c3d/.claude/projects/p/5b0c.jsonl', true],
  ])('%s: %s', (path, isLog) => {
    expect(claudeCode.streams[0].matches(path)).toBe(isLog);
  });
});
