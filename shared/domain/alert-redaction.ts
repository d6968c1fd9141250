import type { AlertIntent } from './alert-intent.ts';
import { toPathName } from '../lib/path-name.ts';

/** What must not leave this machine: names of projects, folders, amounts of money. */
export interface AlertRedaction {
  readonly names: boolean;
  readonly paths: boolean;
  readonly money: boolean;
}

/** Nothing is left out: for what stays on this machine. */
export const noRedaction: AlertRedaction = { names: false, paths: false, money: false };

const moneyFields: ReadonlySet<string> = new Set(['costMicroUsd', 'budgetMicroUsd']);

/** The facts of an alert without what must not leave this machine: removed values are null. */
export function redactFacts({ parameters }: AlertIntent, redaction: AlertRedaction): Readonly<Record<string, unknown>> {
  // The cause of an anomaly is a project's folder, or something else that has a name.
  const holdsProject = (name: string): boolean =>
    name === 'project' || (name === 'causeName' && 'cause' in parameters && parameters.cause === 'project');
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      if (moneyFields.has(name)) return [name, redaction.money ? null : value];
      if (!holdsProject(name) || typeof value !== 'string') return [name, value];
      return [name, redactProject(value, redaction)];
    }),
  );
}

/** A folder as a channel may show it: in full, its last part only, or not at all. */
export function redactProject(project: string | null, { names, paths }: AlertRedaction): string | null {
  if (project === null || names) return null;
  return paths ? toPathName(project) : project;
}
