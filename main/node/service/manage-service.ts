import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { RunCommand } from './run-command.ts';
import type { ServiceCommand, ServiceDefinition, ServiceState } from './service-definition.ts';
import { readServiceFile, removeServiceFile, writeServiceFile } from './service-file.ts';
import { readServiceRecord, writeServiceRecord, type ServiceRecord } from './service-record.ts';

/** Why nothing was changed. `manager`: the service manager refused; everything is as it was before. */
export type ServiceRefusal =
  | { readonly kind: 'foreign' | 'not-readable' | 'not-written' | 'not-installed' | 'changed' }
  | { readonly kind: 'manager'; readonly program: string; readonly complaint: string };

/** The manager's dependencies. */
export interface ServiceParts {
  readonly service: ServiceDefinition;
  readonly recordFile: string;
  readonly run: RunCommand;
}

/** A planned change; null means no file. */
export interface ServiceChange {
  readonly file: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What `status` reports. */
export interface ServiceStatus extends ServiceState {
  readonly isInstalled: boolean;
  /** What the manager complained of; null when it answered. */
  readonly complaint: string | null;
}

/** What an installation would change; nothing is written. A file of that name that is not ours is left alone. */
export async function planServiceInstall({
  service,
  recordFile,
}: ServiceParts): Promise<Result<ServiceChange, ServiceRefusal>> {
  const found = await readServiceFile(service.file, service.encoding);
  if (!found.ok) return fail({ kind: found.error });
  const record = await readServiceRecord(recordFile);
  const isOurs = found.value === null || (record?.file === service.file && record.text === found.value);
  return isOurs ? ok({ file: service.file, before: found.value, after: service.text }) : fail({ kind: 'foreign' });
}

/** Carries out the plan if the file has not changed. When the manager refuses, everything is rolled back. */
export async function installService(
  parts: ServiceParts,
  change: ServiceChange,
): Promise<Result<null, ServiceRefusal>> {
  const { service, recordFile, run } = parts;
  const now = await readServiceFile(service.file, service.encoding);
  if (!now.ok || now.value !== change.before) return fail({ kind: 'changed' });
  const known = change.before === null ? null : await readServiceRecord(recordFile);
  if (known !== null) await runAll(run, service.stop);
  let record: ServiceRecord = { file: service.file, text: service.text, madeFolder: known?.madeFolder ?? null };
  try {
    const made = await writeServiceFile(service.file, service.text, service.encoding);
    record = { ...record, madeFolder: record.madeFolder ?? made };
    await writeServiceRecord(recordFile, record);
  } catch {
    await restore(parts, known, record.madeFolder);
    return fail({ kind: 'not-written' });
  }
  const refusal = await runUntilRefused(run, service.start);
  if (refusal === null) return ok(null);
  await runAll(run, service.stop);
  await restore(parts, known, record.madeFolder);
  return fail(refusal);
}

/** What uninstalling would change: the file is removed, even if it has been changed since. */
export async function planServiceUninstall({
  service,
  recordFile,
}: ServiceParts): Promise<Result<ServiceChange, ServiceRefusal>> {
  const record = await readServiceRecord(recordFile);
  if (record === null || record.file !== service.file) return fail({ kind: 'not-installed' });
  const found = await readServiceFile(service.file, service.encoding);
  return found.ok ? ok({ file: service.file, before: found.value, after: null }) : fail({ kind: found.error });
}

/** Ends the service and removes what the installation made. While the manager refuses, nothing is removed. */
export async function uninstallService(
  { service, recordFile, run }: ServiceParts,
  change: ServiceChange,
): Promise<Result<null, ServiceRefusal>> {
  const record = await readServiceRecord(recordFile);
  const refusals = await runAll(run, service.stop);
  // A service that has already ended cannot be stopped, which must not prevent removal; nor can one whose file is gone
  // be queried.
  const { isDone, output } = await run(service.ask);
  if (!service.isGone(isDone ? output : null) && change.before !== null) {
    return fail(refusals[0] ?? { kind: 'manager', program: service.ask[0], complaint: '' });
  }
  try {
    await removeServiceFile(service.file, record?.madeFolder ?? null);
    await writeServiceRecord(recordFile, null);
  } catch {
    return fail({ kind: 'not-written' });
  }
  await runAll(run, service.forget);
  return ok(null);
}

/** Whether it is installed and running. */
export async function readServiceStatus({ service, run }: Omit<ServiceParts, 'recordFile'>): Promise<ServiceStatus> {
  const found = await readServiceFile(service.file, service.encoding);
  if (found.ok && found.value === null) return { isInstalled: false, isRunning: false, pid: null, complaint: null };
  const { isDone, output, complaint } = await run(service.ask);
  const state = isDone ? service.parse(output) : { isRunning: null, pid: null };
  return { ...state, isInstalled: true, complaint: isDone ? null : complaint };
}

/** Restores the earlier file, and starts the earlier service again. */
async function restore({ service, recordFile, run }: ServiceParts, known: ServiceRecord | null, made: string | null) {
  try {
    if (known === null) await removeServiceFile(service.file, made);
    else await writeServiceFile(service.file, known.text, service.encoding);
    await writeServiceRecord(recordFile, known);
  } catch {
    // The installation is reported as failed; files that cannot be removed stay.
  }
  await runAll(run, known === null ? service.forget : service.start);
}

async function runUntilRefused(run: RunCommand, commands: readonly ServiceCommand[]): Promise<ServiceRefusal | null> {
  for (const command of commands) {
    const { isDone, complaint } = await run(command);
    if (!isDone) return { kind: 'manager', program: command[0], complaint };
  }
  return null;
}

/** Runs all of them, whatever happens; returns the complaints. */
async function runAll(run: RunCommand, commands: readonly ServiceCommand[]): Promise<readonly ServiceRefusal[]> {
  const refusals: ServiceRefusal[] = [];
  for (const command of commands) {
    const refusal = await runUntilRefused(run, [command]);
    if (refusal !== null) refusals.push(refusal);
  }
  return refusals;
}
