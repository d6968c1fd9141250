import { createActivityCommand } from './activity-command.ts';
import { backtestCommand } from './backtest.ts';
import { blocksCommand } from './blocks.ts';
import type { CliCommand } from '../command.ts';
import { doctorCommand } from './doctor.ts';
import { forecastCommand } from './forecast.ts';
import { limitsCommand } from './limits.ts';
import { processesCommand } from './processes.ts';
import { reconcileCommand } from './reconcile.ts';
import { reportCommand } from './report.ts';
import { sessionsCommand } from './sessions.ts';
import { sourcesCommand } from './sources.ts';

/** The commands that answer once and end, in the order of the help text. Only `watch` keeps running. */
export const oneShotCommands: readonly CliCommand[] = [
  reportCommand,
  blocksCommand,
  sessionsCommand,
  limitsCommand,
  forecastCommand,
  backtestCommand,
  processesCommand,
  createActivityCommand('apps'),
  createActivityCommand('sites'),
  sourcesCommand,
  reconcileCommand,
  doctorCommand,
];
