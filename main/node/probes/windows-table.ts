import type { ProcessSample } from '../../../shared/domain/process-sample.ts';
import { commandLineLimit, stripExe } from '../../../shared/processes/command-line.ts';

/**
 * The script that PowerShell (5.1 and later) runs. Dates are output as epoch milliseconds, because versions of
 * PowerShell disagree about dates in JSON; all names are short, because they precede every value. Only core types are
 * used: where a company's policy restricts PowerShell (Constrained Language Mode), methods of other types fail.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_language_modes
 */
export const windowsTableScript = [
  "$ErrorActionPreference='Stop'",
  // Without a console there is nothing to set, and the output is UTF-8 or ASCII anyway.
  'try{[Console]::OutputEncoding=[Text.UTF8Encoding]::new($false)}catch{}',
  [
    "Get-CimInstance -Query 'SELECT ProcessId,ParentProcessId,Name,ExecutablePath,CommandLine,CreationDate,KernelModeTime,UserModeTime,WorkingSetSize FROM Win32_Process'",
    'Select-Object ' +
      [
        column('p', '$_.ProcessId'),
        column('q', '$_.ParentProcessId'),
        column('n', '$_.Name'),
        column('x', '$_.ExecutablePath'),
        column('c', '$_.CommandLine'),
        column(
          's',
          "if($_.CreationDate){[int64]($_.CreationDate.ToUniversalTime()-[datetime]'1970-01-01').TotalMilliseconds}",
        ),
        column('t', '[uint64]$_.KernelModeTime+[uint64]$_.UserModeTime'),
        column('w', '$_.WorkingSetSize'),
      ].join(','),
    'ConvertTo-Json -Compress',
  ].join('|'),
].join(';');

/**
 * Parses the script's output. Rows without a pid or start (the idle process) are skipped; an unreadable command line is
 * replaced by the path of the executable. Throws a SyntaxError when the output is not JSON.
 */
export function parseWindowsTable(output: string): readonly ProcessSample[] {
  const parsed: unknown = JSON.parse(output.replace(/^\uFEFF/, ''));
  // A table of one row is printed as just that row.
  const rows: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  return rows.map(parseRow).filter((sample) => sample !== null);
}

function parseRow(row: unknown): ProcessSample | null {
  if (typeof row !== 'object' || row === null) return null;
  const { p, q, n, x, c, s, t, w } = row as Readonly<Record<string, unknown>>;
  const [pid, startedAtMs] = [toCount(p), toCount(s)];
  if (pid === null || startedAtMs === null || typeof n !== 'string') return null;
  const path = typeof x === 'string' ? `"${x}"` : n;
  return {
    pid,
    parentPid: toCount(q) ?? 0,
    name: stripExe(n),
    commandLine: (typeof c === 'string' && c.trim() !== '' ? c.trim() : path).slice(0, commandLineLimit),
    cwd: null,
    startedAtMs,
    // Windows counts in units of 100 nanoseconds.
    cpuTimeMs: Math.round((toCount(t) ?? 0) / 10_000),
    rssBytes: toCount(w) ?? 0,
    isPaused: null,
  };
}

/** 64-bit counters are printed as numbers or, by some versions, as strings. */
function toCount(value: unknown): number | null {
  const count = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isFinite(count) && count >= 0 ? count : null;
}

function column(name: string, expression: string): string {
  return `@{n='${name}';e={${expression}}}`;
}
