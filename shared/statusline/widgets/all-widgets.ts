import type { Widget } from '../scene.ts';
import { agents, cache, run, servers, speed, tasks } from './activity.ts';
import { compactions, context } from './context.ts';
import { blockCost, budget, burn, dayCost, sessionCost } from './cost.ts';
import { branch, changes, git, pullRequest, worktree } from './git.ts';
import { binding, forecast, limits, modelLimit, sessionLimit, topLimit, weekLimit } from './limits.ts';
import { agent, duration, effort, lines, model, project, time, title } from './session.ts';

/** Every widget by its name in templates. */
const widgets: Readonly<Record<string, Widget>> = {
  model,
  effort,
  agent,
  context,
  compactions,
  limits,
  'limit.5h': sessionLimit,
  'limit.week': weekLimit,
  'limit.model': modelLimit,
  'limit.top': topLimit,
  binding,
  forecast,
  burn,
  speed,
  cost: sessionCost,
  'cost.session': sessionCost,
  'cost.block': blockCost,
  'cost.day': dayCost,
  'cost.budget': budget,
  cache,
  git,
  branch,
  changes,
  worktree,
  pr: pullRequest,
  project,
  title,
  time,
  duration,
  lines,
  agents,
  tasks,
  mcp: servers,
  run,
};

/** The widgets' names, in the order of the documentation. */
export const widgetNames: readonly string[] = Object.keys(widgets);

/** The widget of that name; null when there is none. */
export function findWidget(name: string): Widget | null {
  return Object.hasOwn(widgets, name) ? widgets[name]! : null;
}
