import type { ProcessSample } from '../../shared/domain/process-sample.ts';

/** When the processes of tests started, UTC milliseconds. */
export const processStartMs = Date.UTC(2026, 4, 1, 12);

/** A process as a probe reads it; its name is the first word of its command line. */
export function makeSample(
  pid: number,
  parentPid: number,
  commandLine: string,
  rest: Partial<ProcessSample> = {},
): ProcessSample {
  return {
    pid,
    parentPid,
    name: commandLine.split(' ')[0] ?? '',
    commandLine,
    cwd: null,
    startedAtMs: processStartMs,
    cpuTimeMs: 0,
    rssBytes: 100,
    isPaused: false,
    ...rest,
  };
}
