import { describe, expect, it } from 'vitest';
import { toBaseName } from '../../../../shared/processes/command-line.ts';
import { findAgent } from '../../../../shared/processes/find-agent.ts';

function findByCommandLine(commandLine: string, name?: string): string | null {
  const executable = /^"([^"]*)"|^(\S*)/.exec(commandLine);
  const path = executable?.[1] ?? executable?.[2] ?? '';
  return findAgent({ name: name ?? toBaseName(path), commandLine })?.id ?? null;
}

describe('findAgent', () => {
  it.each([
    ['claude-code', 'claude'],
    ['claude-code', 'claude --resume 3f2c -p "what does grep do"'],
    ['claude-code', '/home/ada/.local/bin/claude --continue'],
    ['claude-code', '/home/ada/.local/share/claude/versions/2.1.238 --print'],
    ['claude-code', 'node /usr/lib/node_modules/@anthropic-ai/claude-code/cli.js'],
    ['claude-code', 'node --max-old-space-size=8192 /home/ada/.nvm/versions/node/v22.4.0/bin/claude'],
    [
      'claude-code',
      '/usr/bin/node -r ./hook.cjs /srv/app/node_modules/@anthropic-ai/claude-agent-sdk/cli.js --verbose',
    ],
    [
      'claude-code',
      '/home/ada/.vscode/extensions/anthropic.claude-code-2.1.9-linux-x64/resources/native-binary/claude',
    ],
    ['claude-code', '"C:\\Users\\Ada L\\.local\\bin\\claude.exe" --resume'],
    [
      'claude-code',
      '"C:\\Program Files\\nodejs\\node.exe" "C:\\Users\\a\\node_modules\\@anthropic-ai\\claude-code\\cli.js"',
    ],
    [
      'claude-code',
      '"/Users/ada/Library/Application Support/Claude/claude-code/2.1.9/claude.app/Contents/MacOS/claude" --output-format stream-json',
    ],
    ['claude-desktop', '/Applications/Claude.app/Contents/MacOS/Claude'],
    ['claude-desktop', '"C:\\Users\\ada\\AppData\\Local\\AnthropicClaude\\app-1.0.4\\claude.exe"'],
    ['claude-desktop', '"C:\\Program Files\\WindowsApps\\Claude_1.1.0.0_x64__pzs8sxrjxfjjc\\app\\Claude.exe"'],
    ['claude-desktop', 'electron /usr/lib/claude-desktop/resources/app.asar'],
    ['codex', 'codex exec "fix it"'],
    ['codex', 'node /usr/local/bin/codex'],
    ['codex', 'node /opt/node_modules/@openai/codex/bin/codex.js resume'],
    ['codex', '/opt/node_modules/@openai/codex/vendor/x86_64-unknown-linux-musl/codex/codex'],
    ['codex', './codex-aarch64-apple-darwin'],
    ['codex', '/Applications/Codex.app/Contents/MacOS/Codex'],
    ['gemini-cli', 'node --no-warnings=DEP0040 /usr/local/bin/gemini'],
    ['gemini-cli', 'node /opt/homebrew/lib/node_modules/@google/gemini-cli/dist/index.js'],
    ['opencode', 'opencode'],
    ['opencode', 'node /usr/lib/node_modules/opencode-ai/bin/opencode'],
    ['copilot-cli', 'node /usr/lib/node_modules/@github/copilot/npm-loader.js'],
    ['cursor', '/Applications/Cursor.app/Contents/MacOS/Cursor'],
    [
      'cursor',
      '/home/ada/.local/bin/agent --use-system-ca /home/ada/.local/share/cursor-agent/versions/2026.05.01-a/index.js',
      'node',
    ],
    ['chatgpt-desktop', '/Applications/ChatGPT.app/Contents/MacOS/ChatGPT'],
    ['ollama', '/usr/local/bin/ollama serve'],
    ['ollama', '"C:\\Users\\ada\\AppData\\Local\\Programs\\Ollama\\ollama app.exe"'],
    ['lm-studio', '"/Applications/LM Studio.app/Contents/MacOS/LM Studio"'],
    // A process that gave itself a title, and one of which only the name may be read.
    ['claude-code', 'claude', 'MainThread'],
    ['claude-code', '', 'claude'],
    ['codex', 'codex.exe', 'codex.exe'],
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

  it('reads no further than the beginning of a huge command line', () => {
    expect(findByCommandLine(`claude -p "${'a '.repeat(500_000)}"`)).toBe('claude-code');
  });
});
