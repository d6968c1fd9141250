import { describe, expect, it } from 'vitest';
import {
  geminiCliExtraRoots,
  geminiCliRoots,
  isGeminiCliDocument,
  isGeminiCliFolder,
  isGeminiCliLines,
  parseChatPath,
  sideFilesOf,
} from '../../../../../shared/sources/gemini-cli/paths.ts';
import { findProject } from '../../../../../shared/sources/gemini-cli/project.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };
const session = '7d0c1f52-0a61-4c1e-9a55-1d2f6f0a7c01';

describe('Gemini CLI roots', () => {
  it('are in the home, or where GEMINI_CLI_HOME points, and in other homes', () => {
    expect(geminiCliRoots(host)).toEqual([{ path: '/home/ada/.gemini/tmp', origin: 'default' }]);
    const moved = {
      ...host,
      variables: { GEMINI_CLI_HOME: '/work/g' },
      otherHomes: [{ path: '/home/bob', device: 'other' }],
    };
    expect(geminiCliRoots(moved).map(({ path }) => path)).toEqual(['/work/g/.gemini/tmp', '/home/bob/.gemini/tmp']);
    const onWindows = geminiCliRoots({ ...host, platform: 'win32', home: 'C:\\Users\\ada' });
    expect(onWindows[0]?.path).toBe('C:\\Users\\ada\\.gemini\\tmp');
  });

  it('are found in a home, a .gemini folder and its tmp', () => {
    expect(geminiCliExtraRoots('/old/.gemini/tmp', 'linux').map(({ path }) => path)).toEqual(['/old/.gemini/tmp']);
    expect(geminiCliExtraRoots('/old', 'linux').map(({ path }) => path)).toEqual(['/old/tmp', '/old/.gemini/tmp']);
  });
});

describe('Gemini CLI files', () => {
  it.each([
    ['loom/chats/session-2026-05-04T09-00-7d0c1f52.jsonl', 'lines'],
    ['loom/chats/session-2026-05-04T09-00-7d0c1f52.json', 'document'],
    [`loom/chats/${session}/abc.jsonl`, 'lines'],
    [`chats/${session}/abc.json`, 'document'],
    ['loom/logs.json', null],
    ['loom/chats/session-1.jsonl.unreadable-1777885200000', null],
    ['loom/chats/session-1.jsonl.tmp-123', null],
    ['loom/checkpoints/a.json', null],
  ])('%s is %s', (path, kind) => {
    expect(isGeminiCliLines(path)).toBe(kind === 'lines');
    expect(isGeminiCliDocument(path)).toBe(kind === 'document');
  });

  it.each([
    ['loom', true],
    ['loom/chats', true],
    [`loom/chats/${session}`, true],
    ['loom/tool-outputs', false],
    ['loom/checkpoints/chat', false],
  ])('may be in %s: %s', (path, isFolder) => {
    expect(isGeminiCliFolder(path)).toBe(isFolder);
  });

  it('are identified by their path', () => {
    expect(parseChatPath('/g/tmp/loom/chats/session-1.jsonl')).toEqual({
      projectFolder: '/g/tmp/loom',
      parentSessionId: null,
      isSubagent: false,
      stem: 'session-1',
    });
    expect(parseChatPath(`C:\\g\\tmp\\loom\\chats\\${session}\\a.json`)).toEqual({
      projectFolder: 'C:\\g\\tmp\\loom',
      parentSessionId: session,
      isSubagent: true,
      stem: 'a',
    });
    expect(parseChatPath('/g/chats/look-around/a.json')).toMatchObject({ parentSessionId: null, isSubagent: true });
  });
});

describe('the project of a chat', () => {
  const path = '/g/.gemini/tmp/loom/chats/session-1.jsonl';
  const list = JSON.stringify({ projects: { '/home/ada/spindle': 'spindle', '/home/ada/loom': 'loom' } });

  it('is in files whose paths follow from its path', () => {
    expect(sideFilesOf(path)).toEqual(['/g/.gemini/tmp/loom/.project_root', '/g/.gemini/projects.json']);
    expect(sideFilesOf('C:\\g\\.gemini\\tmp\\loom\\chats\\a.json')).toEqual([
      'C:\\g\\.gemini\\tmp\\loom\\.project_root',
      'C:\\g\\.gemini\\projects.json',
    ]);
    expect(sideFilesOf('/g/a.jsonl')).toEqual([]);
  });

  it.each([
    ['/home/ada/mats\n', list, '/home/ada/mats'],
    [null, list, '/home/ada/loom'],
    ['', list, '/home/ada/loom'],
    [null, '{"projects":[]}', null],
    [null, '{', null],
    [null, null, null],
  ])('is read from %j and %j: %s', (marker, projects, project) => {
    expect(findProject(path, [marker, projects])).toBe(project);
  });
});
