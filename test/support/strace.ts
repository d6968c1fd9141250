/**
 * The command that runs `command` under strace, which writes to `traceFile` the system calls that `options` choose, of
 * the program and all its children. Output, input and exit code stay the program's.
 */
export function toStrace(
  traceFile: string,
  options: readonly string[],
  command: readonly string[],
): readonly [string, ...string[]] {
  const quiet = ['--follow-forks', '--quiet=all', '--seccomp-bpf', '--signal=none'];
  return ['strace', ...quiet, ...options, `--output=${traceFile}`, '--', ...command];
}
