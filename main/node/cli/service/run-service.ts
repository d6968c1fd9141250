import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { toLineChanges } from '../../../../shared/lib/line-changes.ts';
import type { Result } from '../../../../shared/lib/result.ts';
import type { ProgramOutcome } from '../../host/serving/server-programs.ts';
import {
  installService,
  planServiceInstall,
  planServiceUninstall,
  readServiceStatus,
  uninstallService,
  type ServiceChange,
  type ServiceRefusal,
} from '../../service/manage-service.ts';
import { askConsent } from '../ask-consent.ts';
import type { CliHost } from '../cli-host.ts';
import { toProgramIo } from '../program.ts';
import { messages } from '../messages.ts';
import { toSafeJson } from '../output/safe-json.ts';
import { toService, type PlannedService, type ServiceChoice, type ServiceOptions } from './service-task.ts';

const texts = messages.cli.service;

/** The request. */
export interface ServiceRequest {
  readonly cliHost: CliHost;
  readonly options: ServiceOptions;
  readonly choice: ServiceChoice;
  /** Continue without asking. */
  readonly isConfirmed: boolean;
}

/** Writes and starts the service, once the person has seen it and said yes. */
export async function installAsService(request: ServiceRequest): Promise<ProgramOutcome> {
  const { cliHost, options, choice } = request;
  const planned = await toService(options, choice, cliHost.variables);
  const change = await planServiceInstall(planned);
  if (!change.ok) return refuse(cliHost, change.error);
  const title = change.value.before === null ? texts.writes : texts.changes;
  if (!(await confirm(request, planned, change.value, title))) return 1;
  const outcome = await finish(cliHost, await installService(planned, change.value), texts.installed);
  if (outcome === 0 && planned.service.manager === 'systemd') await toProgramIo(cliHost).complain(texts.lingers);
  return outcome;
}

/** Ends it and restores the previous service. */
export async function uninstallAsService(request: ServiceRequest): Promise<ProgramOutcome> {
  const { cliHost, options, choice } = request;
  const planned = { ...(await toService(options, choice, cliHost.variables)), notPassedOn: [] };
  const change = await planServiceUninstall(planned);
  if (!change.ok) return refuse(cliHost, change.error);
  if (!(await confirm(request, planned, change.value, texts.removes))) return 1;
  return finish(cliHost, await uninstallService(planned, change.value), texts.uninstalled);
}

/** Reports whether it is installed and running. */
export async function showServiceStatus({ cliHost, options, choice }: ServiceRequest): Promise<ProgramOutcome> {
  const { service, run } = await toService(options, choice, cliHost.variables);
  const { isInstalled, isRunning, pid, complaint } = await readServiceStatus({ service, run });
  const io = toProgramIo(cliHost);
  if (options.format === 'json') {
    const { manager, file } = service;
    await io.print(toSafeJson({ schema: 'fuelgauge.service.v1', manager, file, isInstalled, isRunning, pid }));
    return 0;
  }
  const { status } = texts;
  if (!isInstalled) await io.print(status.absent);
  else if (isRunning === null) await io.print(status.unknown(cleanText(complaint ?? '')));
  else await io.print(isRunning ? status.running(pid) : status.stopped);
  if (isInstalled) await io.print(status.file(cleanText(service.file)));
  return 0;
}

async function confirm(
  { cliHost, isConfirmed }: ServiceRequest,
  { service, notPassedOn }: PlannedService,
  { file, before, after }: ServiceChange,
  title: (file: string) => string,
): Promise<boolean> {
  const io = toProgramIo(cliHost);
  const changes = toLineChanges(before, after);
  await io.print(changes.length === 0 ? texts.nothing : title(cleanText(file)));
  const isWhole = before === null || after === null;
  for (const { sign, line } of changes) await io.print(isWhole ? cleanText(line) : `${sign} ${cleanText(line)}`);
  const commands = after === null ? [...service.stop, ...service.forget] : service.start;
  await io.print(texts.runs(commands.map((command) => cleanText(command.join(' ')))));
  if (notPassedOn.length > 0) await io.complain(texts.notPassedOn(notPassedOn));
  if (isConfirmed) return true;
  const refusal = await askConsent(cliHost.ask, texts.confirm, texts);
  if (refusal !== null) await io.complain(refusal);
  return refusal === null;
}

async function finish(
  cliHost: CliHost,
  result: Result<unknown, ServiceRefusal>,
  sentence: string,
): Promise<ProgramOutcome> {
  if (!result.ok) return refuse(cliHost, result.error);
  await toProgramIo(cliHost).print(sentence);
  return 0;
}

async function refuse(cliHost: CliHost, refusal: ServiceRefusal): Promise<ProgramOutcome> {
  const sentence =
    refusal.kind === 'manager' ? texts.refused(refusal.program, refusal.complaint) : texts.refusals[refusal.kind];
  await toProgramIo(cliHost).complain(sentence);
  return 1;
}
