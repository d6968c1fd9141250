import { describe, expect, it } from 'vitest';
import { agents, type Agent } from '../../../../shared/processes/agents.ts';
import { toBaseName } from '../../../../shared/processes/command-line.ts';
import { findAgent } from '../../../../shared/processes/find-agent.ts';
import { sources } from '../../../../shared/sources/registry.ts';
import { readProcessExamples } from '../../../support/golden-cases.ts';

function findByCommandLine(commandLine: string, name?: string, among?: readonly Agent[]): string | null {
  const executable = /^"([^"]*)"|^(\S*)/.exec(commandLine);
  const path = executable?.[1] ?? executable?.[2] ?? '';
  return findAgent({ name: name ?? toBaseName(path), commandLine }, among)?.id ?? null;
}

/** Of each source, how its processes look: `test/fixtures/logs/<source>/processes.json`. */
const examples = sources.flatMap(({ id, processes }) =>
  processes === null ? [] : readProcessExamples(id).map((example) => [id, example.commandLine, example.name] as const),
);

describe('findAgent', () => {
  it.each(examples)('finds %s in: %s', (agent, commandLine, name) => {
    expect(findByCommandLine(commandLine, name)).toBe(agent);
  });

  it.each(examples)('finds no agent but %s in: %s', (source, commandLine, name) => {
    // Whatever the order of the agents.
    for (const agent of agents) {
      if (agent.id !== source) expect(findByCommandLine(commandLine, name, [agent])).toBeNull();
    }
  });

  it.each(sources.filter(({ processes }) => processes !== null).map(({ id }) => id))('has examples of %s', (id) => {
    expect(readProcessExamples(id).length).toBeGreaterThan(1);
  });

  it.each(agents.map((agent) => [agent.id, agent] as const))('is given anchored patterns by %s', (_id, agent) => {
    for (const { source } of agent.names) expect(source).toMatch(/^\^.*\$$/);
    for (const { source } of [...agent.paths, ...agent.scripts]) expect(source).toMatch(/^(?:\^|\\\/).*\$$/);
  });

  it.each([
    ['claude-desktop', '/Applications/Claude.app/Contents/MacOS/Claude'],
    ['claude-desktop', '"C:\\Users\\ada\\AppData\\Local\\AnthropicClaude\\app-1.0.4\\claude.exe"'],
    ['claude-desktop', '"C:\\Program Files\\WindowsApps\\Claude_1.1.0.0_x64__pzs8sxrjxfjjc\\app\\Claude.exe"'],
    ['claude-desktop', 'electron /usr/lib/claude-desktop/resources/app.asar'],
    ['copilot-cli', 'node /usr/lib/node_modules/@github/copilot/npm-loader.js'],
    ['cursor', '/Applications/Cursor.app/Contents/MacOS/Cursor'],
    [
      'cursor',
      '/home/ada/.local/bin/agent --use-system-ca /home/ada/.local/share/cursor-agent/versions/2026.05.01-a/index.js',
      'node',
    ],
    ['droid', '/home/ada/.local/bin/droid exec'],
    ['droid', 'node /usr/local/bin/droid'],
    ['chatgpt-desktop', '/Applications/ChatGPT.app/Contents/MacOS/ChatGPT'],
    ['ollama', '/usr/local/bin/ollama serve'],
    ['ollama', '"C:\\Users\\ada\\AppData\\Local\\Programs\\Ollama\\ollama app.exe"'],
    ['lm-studio', '"/Applications/LM Studio.app/Contents/MacOS/LM Studio"'],
  ])('finds %s in: %s', (agent, commandLine, name?: string) => {
    expect(findByCommandLine(commandLine, name)).toBe(agent);
  });

  it.each([
    ['', ''],
    ['vim claude.md'],
    ['vim claude'],
    ['grep claude'],
    ['grep -r claude /home/ada/.claude'],
    ['cat codex.log'],
    ['tail -f /home/ada/.codex/sessions/rollout.jsonl'],
    ['/bin/zsh -c claude --resume'],
    ['/usr/bin/bash /home/ada/claude/build.sh'],
    ['node /home/ada/claude/server.js'],
    ['node server.js /usr/local/bin/claude'],
    ['node -e /usr/local/bin/claude'],
    ['node --print /usr/local/bin/codex'],
    ['node --require /x/node_modules/@openai/codex/bin/codex.js server.js'],
    ['node /srv/node_modules/@anthropic-ai/sdk/index.js'],
    ['npm exec @openai/codex'],
    ['/home/ada/claude/versions/run.sh'],
    ['/home/ada/bin/claude-monitor'],
    ['my-claude'],
    ['codex-lint'],
    ['sudo claude'],
    ['tmux new-session -s claude'],
    ['"C:\\Windows\\System32\\notepad.exe" C:\\Users\\ada\\claude.exe'],
    ['Copilot.exe'],
    // Helpers of Electron apps.
    [
      '"/Applications/Claude.app/Contents/Frameworks/Claude Helper (Renderer).app/Contents/MacOS/Claude Helper (Renderer)" --type=renderer',
    ],
    ['/usr/share/cursor/cursor --type=zygote --no-sandbox'],
    ['"C:\\Users\\ada\\AppData\\Local\\AnthropicClaude\\app-1.0.4\\claude.exe" --type=gpu-process'],
    ['/usr/share/cursor/chrome_crashpad_handler --monitor-self'],
  ])('finds none in: %s', (commandLine, name?: string) => {
    expect(findByCommandLine(commandLine, name)).toBeNull();
  });

  it('reads only the beginning of a huge command line', () => {
    expect(findByCommandLine(`claude -p "${'a '.repeat(500_000)}"`)).toBe('claude-code');
  });
});
