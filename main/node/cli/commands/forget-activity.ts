import type { Command } from 'commander';
import type { Client, HostContract } from '../../../../shared/contract/index.ts';
import type { ActivityReport } from '../../../../shared/domain/activity-sums.ts';
import { askConsent, type AskPerson } from '../ask-consent.ts';
import { CommandFailure } from '../command-failure.ts';
import { messages } from '../messages.ts';
import { wrapText } from '../output/page.ts';
import { toContractJson, type CliCommand } from '../command.ts';

const { help, activity: texts } = messages.cli;
const kindsOf = { sites: ['site', 'api'], apps: ['app', 'command'] } as const;
const everything = { since: null, until: null, timeZone: null, source: null };

/** Adds `--forget` and `--yes` to `fuelgauge apps` or `fuelgauge sites`. */
export function declareForget(command: Command): void {
  command.option('--forget', help.options.forget).option('-y, --yes', help.options.yesForget);
}

/** The command that deletes, where `--forget` asks for it; null otherwise. */
export function readForget(command: Command, name: 'sites' | 'apps', ask: AskPerson): CliCommand | null {
  const { forget = false, yes = false } = command.opts<{ forget?: boolean; yes?: boolean }>();
  return forget ? createForgetCommand(name, yes, ask) : null;
}

/** Builds the command that deletes everything recorded; it shows what that is and asks first, unless `isYes`. */
function createForgetCommand(name: 'sites' | 'apps', isYes: boolean, ask: AskPerson): CliCommand {
  return {
    name,
    needsLogs: false,
    options: [],
    async ask(client) {
      if (!isYes) await confirm(client, name, ask);
      const forgotten = await client.call('forgetActivity', { kinds: [...kindsOf[name]] });
      if (forgotten.outcome === 'not-written') throw new CommandFailure(texts.notForgotten);
      return {
        json: () => toContractJson('forgetActivity', forgotten),
        text: (page) => [wrapText(page, forgotten.outcome === 'done' ? texts.forgotten : texts.forgetOrdered)],
      };
    },
  };
}

/** Throws with the reason why nothing is deleted. */
async function confirm(client: Client<HostContract>, name: 'sites' | 'apps', ask: AskPerson): Promise<void> {
  const report: ActivityReport = await client.call('appsAndSites', everything);
  const [used, called] = name === 'sites' ? [report.sites, report.apis] : [report.apps, report.commands];
  const refusal = await askConsent(ask, texts.confirmForget[name](used.length, called.length), texts);
  if (refusal !== null) throw new CommandFailure(refusal);
}
