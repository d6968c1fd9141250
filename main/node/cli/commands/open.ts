import type { Command } from 'commander';
import type { AgentTreeRow } from '../../../../shared/domain/agent-process.ts';
import type { OpenedTerminal } from '../../../../shared/domain/terminal.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { wrapText } from '../output/page.ts';
import type { Answer, CliCommand } from '../command.ts';

const { help, open: words } = messages.cli;

/** Declares `fuelgauge open SESSION`: shows the terminal in which a session runs. */
export function addOpenCommand(
  program: Command,
  readOptions: (command: Command) => CliOptions,
  answer: (command: CliCommand, options: CliOptions) => Promise<void>,
): void {
  const { summary, details } = help.commands.open;
  const command = program
    .command('open')
    .argument('<session>', help.arguments.runningSession)
    .summary(summary)
    .description(help.description(summary, details));
  command.action((session: string) => answer(createOpenCommand(session), readOptions(command)));
}

function createOpenCommand(session: string): CliCommand {
  return {
    name: 'open',
    // Only the logs tell which session a process belongs to.
    needsLogs: true,
    schemas: [1],
    options: [],
    async ask(client, { options }) {
      const { rows } = await client.call('processes', { source: options.source });
      const found = findAgents(rows, session);
      const [agent] = found;
      if (agent === undefined) return toAnswer(null, words.notRunning(cleanText(session)));
      if (found.length > 1) return toAnswer(null, words.several(found.map(describe)));
      const { pid, startedAtMs } = agent;
      const opened = await client.call('openTerminal', { pid, startedAtMs });
      return toAnswer(opened, words.outcome(opened), agent);
    },
  };
}

/** The agents that work on a session, by its id, the beginning of it, or their pid. An exact match takes precedence. */
function findAgents(rows: readonly AgentTreeRow[], name: string): readonly AgentTreeRow[] {
  const exact = rows.filter(({ session, pid }) => session?.sessionId === name || String(pid) === name);
  if (exact.length > 0) return exact;
  return rows.filter(({ session }) => session?.sessionId.startsWith(name) === true);
}

function describe({ label, pid, session }: AgentTreeRow): string {
  return `${cleanText(label)} ${pid} (${cleanText(session?.sessionId ?? '')})`;
}

function toAnswer(opened: OpenedTerminal | null, sentence: string, agent: AgentTreeRow | null = null): Answer {
  const isOpen = opened !== null && ['shown', 'selected', 'window'].includes(opened.outcome);
  return {
    json: () => ({
      schema: 'fuelgauge.open.v1',
      pid: agent?.pid ?? null,
      sessionId: agent?.session?.sessionId ?? null,
      outcome: opened?.outcome ?? 'not-found',
      terminal: opened?.terminal ?? null,
      attach: opened?.attach ?? null,
    }),
    text: (page) => [wrapText(page, sentence)],
    exitCode: isOpen ? 0 : 1,
  };
}
