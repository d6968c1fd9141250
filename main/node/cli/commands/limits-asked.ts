import type { CliCommand } from '../command.ts';
import type { AskedAgent } from '../../../../shared/domain/asked-agent.ts';
import { messages } from '../messages.ts';
import { dim, wrapText } from '../output/page.ts';

/** `--ask`: before limits are shown, the agents that the person has allowed to be asked are asked. */
export function withAsking(command: CliCommand): CliCommand {
  return {
    ...command,
    async ask(client, context) {
      if (!context.options.asksAgents) return command.ask(client, context);
      const { rows } = await client.call('askLimits', { source: context.options.source });
      const answer = await command.ask(client, context);
      return {
        ...answer,
        text: (page) => [...answer.text(page), ...notes(rows).map((note) => dim(page, wrapText(page, note)))],
      };
    },
  };
}

/** What did not work, or that no agent may be asked. */
function notes(rows: readonly AskedAgent[]): readonly string[] {
  const words = messages.cli.answers.asked;
  if (rows.every(({ outcome }) => outcome === 'not-allowed')) return [words.nobody];
  return rows.flatMap(({ program, outcome }) =>
    outcome === 'answered' || outcome === 'not-allowed' ? [] : [words[outcome](program)],
  );
}
