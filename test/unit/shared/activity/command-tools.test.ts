import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createToolFinder } from '../../../../shared/activity/command-tools.ts';
import { agents } from '../../../../shared/processes/agents.ts';

const findCalledTools = createToolFinder(agents);

describe('the tools that a command calls', () => {
  it.each([
    ['claude', ['claude-code']],
    ['claude -p "ask codex"', ['claude-code']],
    ['  /usr/local/bin/claude --resume', ['claude-code']],
    ['FOO=1 BAR="x y" sudo -E codex exec x', ['codex']],
    ['sudo -u me nice -n 5 codex', ['codex']],
    ['env -u HOME -i claude', ['claude-code']],
    ['uvx --from aider-chat aider', ['aider']],
    ['npx -y @openai/codex@latest', ['codex']],
    ['pnpm dlx @google/gemini-cli', ['gemini-cli']],
    ['uv run aider', ['aider']],
    ['cd x && claude; codex | tee log', ['claude-code', 'codex']],
    ['git diff | claude -p "say why"', ['claude-code']],
    ['echo $(claude -p hi)', ['claude-code']],
    ['claude && claude', ['claude-code']],
    ['gh copilot suggest', ['copilot-cli']],
    ['ollama run llama4', ['ollama']],
    ['& "C:\\x" ; codex.cmd', ['codex']],
    ['C:\\Tools\\claude.exe', ['claude-code']],
    ['pi -p hi', ['pi']],
  ])('%s', (command, tools) => expect(findCalledTools(command)).toEqual(tools));

  it.each([
    'git commit -m "claude; codex"',
    "echo 'claude'",
    'vim claude.md',
    'cat claude',
    'claudette',
    'gh pr list',
    'sudo -u codex ls',
    'nice -n claude',
    'npm install -g @openai/codex',
    'zed .',
    '',
    '# claude',
  ])('%s: none', (command) => expect(findCalledTools(command)).toEqual([]));

  it('are found in any text without an error, quickly', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => void findCalledTools(text)));
    expect(findCalledTools(`${'"'.repeat(100_000)} claude`)).toEqual([]);
    expect(findCalledTools(`${'npx '.repeat(100_000)} claude`)).toEqual([]);
  });
});
