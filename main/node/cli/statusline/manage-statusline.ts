import {
  hostContract,
  schemaNameOf,
  type ArgumentOf,
  type Client,
  type HostCalls,
  type HostContract,
} from '../../../../shared/contract/index.ts';
import type {
  StatuslineChange,
  StatuslineChoice,
  StatuslineReport,
} from '../../../../shared/domain/statusline-install.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { silentLogger } from '../../../../shared/ports/logger.ts';
import { createLocalClient } from '../../host/clients/local-client.ts';
import { ProblemError } from '../../../../shared/domain/problem-error.ts';
import { resolveDataFolder } from '../../system/resolve-data-folder.ts';
import type { ProgramOutcome } from '../../host/serving/server-programs.ts';
import type { StatuslineAction } from '../../statusline/is-drawing.ts';
import { previewLines } from '../../statusline/preview-line.ts';
import { askConsent } from '../ask-consent.ts';
import type { CliHost } from '../cli-host.ts';
import { toProgramIo } from '../program.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { toAsciiText, wantsAscii } from '../output/ascii.ts';
import { defaultPageWidth } from '../output/page.ts';
import { toSafeJson } from '../output/safe-json.ts';
import { describeChange } from './describe-change.ts';

const { statusline: texts } = messages.cli;

/** The request. */
export interface StatuslineRequest {
  readonly action: StatuslineAction;
  readonly choice: StatuslineChoice;
  /** Change the file without asking. */
  readonly isConfirmed: boolean;
}

/** Everything that an action needs. */
interface Task extends Omit<StatuslineRequest, 'choice'> {
  readonly choice: ArgumentOf<HostCalls, 'installStatusline'>;
  readonly client: Client<HostContract>;
  readonly cliHost: CliHost;
  readonly options: CliOptions;
}

/** Manages the status line through the host, as any client would. Nothing is changed without a yes. */
export async function manageStatusline(
  cliHost: CliHost,
  options: CliOptions,
  request: StatuslineRequest,
): Promise<ProgramOutcome> {
  const opened = await cliHost.openHost(options);
  if (!opened.ok) throw new ProblemError(opened.error, null);
  const host = opened.value;
  try {
    const client = createLocalClient({ host, logger: silentLogger, checksAnswers: cliHost.checksAnswers });
    // Its names come from the contract's own lists.
    const choice = request.choice as Task['choice'];
    return await actions[request.action]({ ...request, choice, client, cliHost, options });
  } finally {
    await host.stop();
  }
}

const actions: Readonly<Record<StatuslineAction, (task: Task) => Promise<ProgramOutcome>>> = {
  async status(task) {
    const answer = await task.client.call('statusline');
    if (isJson(task)) return printJson(task, 'statusline', answer);
    return answer.ok ? print(task, describeReport(answer.value)) : refuse(task, answer.error);
  },
  async preview(task) {
    const answer = await task.client.call('previewStatusline', task.choice);
    if (isJson(task)) return printJson(task, 'previewStatusline', answer);
    await print(task, [texts.line, ...(await drawPreview(task)), '']);
    return answer.ok ? print(task, describeChange(answer.value)) : refuse(task, answer.error);
  },
  async install(task) {
    const planned = await task.client.call('previewStatusline', task.choice);
    if (!planned.ok) return refuse(task, planned.error);
    if (!(await isWanted(task, planned.value))) return 1;
    const answer = await task.client.call('installStatusline', task.choice);
    if (isJson(task)) return printJson(task, 'installStatusline', answer);
    return answer.ok ? print(task, [texts.installed]) : refuse(task, answer.error);
  },
  async uninstall(task) {
    const report = await task.client.call('statusline');
    if (report.ok && !isJson(task)) await print(task, describeReport(report.value));
    if (!(await isWanted(task, null))) return 1;
    const answer = await task.client.call('uninstallStatusline');
    if (isJson(task)) return printJson(task, 'uninstallStatusline', answer);
    return answer.ok ? print(task, [texts.uninstalled]) : refuse(task, answer.error);
  },
};

/** Shows the change and asks. A script must consent on the command line. */
async function isWanted(task: Task, change: StatuslineChange | null): Promise<boolean> {
  if (change !== null && !isJson(task)) await print(task, describeChange(change));
  if (task.isConfirmed) return true;
  const refusal = await askConsent(task.cliHost.ask, texts.confirm, texts);
  if (refusal !== null) await toProgramIo(task.cliHost).complain(refusal);
  return refusal === null;
}

async function drawPreview({ choice, cliHost, options }: Task): Promise<readonly string[]> {
  const { isTerminal, columns } = cliHost.stdout;
  return previewLines(choice, {
    dataFolder: resolveDataFolder(options.dataFolder, options.home),
    workingFolder: process.cwd(),
    hasColor: isTerminal && (cliHost.variables['NO_COLOR'] ?? '') === '',
    width: columns ?? defaultPageWidth,
    nowMs: cliHost.clock.nowMs(),
  });
}

function describeReport(report: StatuslineReport): readonly string[] {
  return [
    texts.state(report),
    texts.settings(cleanText(report.settingsFile)),
    ...(report.command === null ? [] : [texts.command(cleanText(report.command))]),
    ...(report.previousCommand === null ? [] : [texts.previous(cleanText(report.previousCommand))]),
    ...(report.strongerFile === null ? [] : [texts.stronger(cleanText(report.strongerFile))]),
    ...(report.isHidden ? [texts.hidden] : []),
  ];
}

function isJson({ options }: Task): boolean {
  return options.format === 'json';
}

async function print({ cliHost }: Task, lines: readonly string[]): Promise<ProgramOutcome> {
  const io = toProgramIo(cliHost);
  const isAscii = wantsAscii(cliHost.variables);
  for (const line of lines) await io.print(isAscii ? toAsciiText(line) : line);
  return 0;
}

async function printJson(task: Task, name: string, answer: { readonly ok: boolean }): Promise<ProgramOutcome> {
  await toProgramIo(task.cliHost).print(toSafeJson({ schema: schemaNameOf(hostContract.calls, name), ...answer }));
  return answer.ok ? 0 : 1;
}

async function refuse({ cliHost }: Task, refusal: Parameters<typeof texts.refusal>[0]): Promise<ProgramOutcome> {
  await toProgramIo(cliHost).complain(texts.refusal(refusal));
  return 1;
}
