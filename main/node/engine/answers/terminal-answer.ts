import type { ProcessId } from '../../../../shared/domain/agent-process.ts';
import type { OpenedTerminal } from '../../../../shared/domain/terminal.ts';
import { openTerminal } from '../../terminals/open-terminal.ts';
import { createTerminalTools, type TerminalTools } from '../../terminals/terminal-tools.ts';
import type { ProcessMeasurement, ProcessSampling } from '../processes/process-sampling.ts';

/** Answers the call that shows an agent's terminal. */
export type TerminalAnswer = (target: ProcessId) => Promise<OpenedTerminal>;

/** Builds it. Only agents, what they started and what they left behind are shown: `judge` knows them. */
export function createTerminalAnswer(options: {
  readonly sampling: Pick<ProcessSampling, 'sampleOnce'>;
  readonly judge: (target: ProcessId, measured: ProcessMeasurement) => 'ours' | 'gone' | 'not-ours';
  readonly platform?: string;
  readonly terminals?: TerminalTools;
}): TerminalAnswer {
  const { sampling, judge, platform = process.platform } = options;
  const tools = options.terminals ?? createTerminalTools(platform);
  return async (target) => {
    const measured = await sampling.sampleOnce();
    const verdict = judge(target, measured);
    if (verdict !== 'ours') return { outcome: verdict, terminal: null, attach: null };
    const { survey } = measured;
    const agent = survey.agents.find(({ pid }) => pid === target.pid);
    return openTerminal(survey.samples, { pid: target.pid, cwd: agent?.cwd ?? null }, tools);
  };
}
