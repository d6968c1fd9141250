import type { StatuslineChoice } from '../../../shared/domain/statusline-install.ts';
import { statuslineAgents } from '../../../shared/sources/registry.ts';
import { parseTemplate } from '../../../shared/statusline/template.ts';
import { drawLine } from './draw-line.ts';
import { toStatuslineFolder } from './statusline-folder.ts';
import { parseStatuslineOptions } from './statusline-options.ts';
import { toChoiceArguments } from './statusline-command.ts';

/** The lines of a choice for a made-up session in a folder, with this machine's own history where there is one. */
export function previewLines(
  choice: StatuslineChoice,
  place: {
    readonly dataFolder: string;
    readonly workingFolder: string;
    readonly hasColor: boolean;
    readonly width: number;
    readonly nowMs: number;
  },
): readonly string[] {
  const [agent] = statuslineAgents;
  const options = parseStatuslineOptions(toChoiceArguments(choice), {});
  const { text } = drawLine({
    agent,
    status: agent.parseStatus(agent.toSample(place.nowMs, place.workingFolder), {}),
    options: { ...options, hasColor: place.hasColor, width: place.width },
    template: parseTemplate(options.template),
    folder: toStatuslineFolder(place.dataFolder),
    memory: { compactions: 1, tokensPerSecond: 58, tasks: 2 },
    outputs: new Map(),
    nowMs: place.nowMs,
  });
  return text.split('\n');
}
