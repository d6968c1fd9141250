import { describe, expect, it } from 'vitest';
import { describeMember } from '../../../../shared/processes/member-kinds.ts';

const describeLine = (commandLine: string, name = '') => {
  const { name: shown, kind } = describeMember({ name, commandLine });
  return [shown, kind];
};

describe('describeMember', () => {
  it.each([
    ['npx -y @modelcontextprotocol/server-github', '@modelcontextprotocol/server-github', 'mcp-server'],
    ['node /usr/lib/node_modules/@playwright/mcp/cli.js --headless', '@playwright/mcp', 'mcp-server'],
    ['uvx mcp-server-fetch', 'mcp-server-fetch', 'mcp-server'],
    ['/usr/bin/python3.12 -m mcp_server_git', 'mcp_server_git', 'mcp-server'],
    ['/home/ada/.local/bin/github-mcp-server stdio', 'github-mcp-server', 'mcp-server'],
    [
      '"C:\\Program Files\\nodejs\\node.exe" C:\\x\\node_modules\\chrome-devtools-mcp\\build\\index.js',
      'chrome-devtools-mcp',
      'mcp-server',
    ],
    ['/bin/bash -c "npm test"', 'bash', 'shell'],
    ['-zsh', '-zsh', 'shell'],
    ['C:\\Windows\\System32\\cmd.exe /c dir', 'cmd', 'shell'],
    ['gopls -mode=stdio', 'gopls', 'language-server'],
    [
      'node /x/node_modules/typescript-language-server/lib/cli.mjs --stdio',
      'typescript-language-server',
      'language-server',
    ],
    ['node /x/node_modules/pyright/langserver.index.js --stdio', 'pyright', 'language-server'],
    ['vim notes-about-mcp.md', 'vim', 'other'],
    ['node -e "require(\'mcp\')"', 'node', 'other'],
    ['rg mcp', 'rg', 'other'],
    ['node /home/ada/app/mcpherson.js', 'mcpherson.js', 'other'],
    ['', '', 'other'],
  ])('%s', (commandLine, name, kind) => {
    expect(describeLine(commandLine)).toEqual([name, kind]);
  });

  it('uses the name of a process without a command line', () => {
    expect(describeLine('', 'kthread')).toEqual(['kthread', 'other']);
  });

  it('never shows an argument', () => {
    expect(describeLine('curl -H "Authorization: secret" https://example.org')).toEqual(['curl', 'other']);
    expect(describeLine('python3 -c "print(\'secret\')"')).toEqual(['python3', 'other']);
  });

  it('does not take a script for a server because of the folder that it lies in', () => {
    const of = (commandLine: string) => describeMember({ name: 'python3', commandLine }).kind;
    expect(of('python3 /home/ada/mcp/train.py')).toBe('other');
    expect(of('python3 /home/ada/mcp/server.py')).toBe('mcp-server');
  });
});
