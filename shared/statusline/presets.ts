/** Templates that are ready to use. Whatever is unknown leaves no trace, so the same ones fit every version and plan. */
export const presets = {
  minimal: '{model} | {context} | {limits}',
  default: [
    '{model} {effort} | {context} | {limits} | {forecast} | {cost.session}',
    '{project} {git} {pr} | {cache} | {cost.day}',
  ].join('\n'),
  full: [
    '{model} {effort} {agent} | {context} | {compactions} | {cache} | {speed}{flex}{time}',
    '{limits:all} | {binding} | {forecast}',
    '{cost.session} | {cost.block} | {cost.day} | {cost.budget} | {burn} | {lines} | {duration}',
    '{project} {git} {worktree} {pr} | {title} | {agents} | {tasks} | {mcp}',
  ].join('\n'),
  /** What `ccusage statusline` shows, in its order. */
  ccusage: '{model} | {cost.session} / {cost.day} / {cost.block} | {burn} | {context}',
} as const;

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as readonly PresetName[];

/** What `fuelgauge status` shows unless a template says otherwise, and below the windows of its tooltip. */
export const overviewTemplates = {
  full: '{limits:all} | {forecast} | {cost.day} | {burn}',
  compact: '{limit.top:short} {forecast}',
  tooltip: '{forecast}\n{cost.day}\n{burn}\n{agents}',
} as const;
