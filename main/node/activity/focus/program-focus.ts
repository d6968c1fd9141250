import { minuteMs } from '../../../../shared/domain/instant.ts';
import type { FocusProbe, FocusReading } from '../../../../shared/ports/focus-probe.ts';
import { createResidentProgram } from '../../probes/resident-program.ts';
import { runProgram } from '../../probes/run-program.ts';
import { framePowerShell } from '../../probes/windows-probe.ts';
import { toWindowsProgram } from '../../system/system-programs.ts';

const macTimeoutMs = 2_000;
const windowsTimeoutMs = 20_000;

/** The app in front on macOS, by `lsappinfo`, which asks no permission and starts in some milliseconds. */
export function createMacFocus(program = '/usr/bin/lsappinfo'): FocusProbe {
  const run = (...args: string[]): Promise<string> => runProgram(program, args, { timeoutMs: macTimeoutMs });
  return {
    async read() {
      try {
        const app = (await run('front')).trim();
        return /^ASN:/.test(app) ? parseAppInfo(await run('info', '-only', 'bundleid,name', app)) : { kind: 'none' };
      } catch {
        return { kind: 'unknown' };
      }
    },
    close: () => undefined,
  };
}

/** Lines such as `"CFBundleIdentifier"="com.apple.Terminal"`. */
export function parseAppInfo(output: string): FocusReading {
  const names = [...output.matchAll(/^\s*"(?:CFBundleIdentifier|LSDisplayName)"="([^"\n]+)"/gm)].map(
    ([, name = '']) => name,
  );
  return names.length === 0 ? { kind: 'none' } : { kind: 'window', names };
}

/** The name of the process whose window is in front, and the time since the last input. */
const windowsScript = [
  "if(-not('FuelgaugeFocus.Win' -as [type])){Add-Type -Namespace FuelgaugeFocus -Name Win -MemberDefinition '",
  '[DllImport("user32.dll")] public static extern System.IntPtr GetForegroundWindow();',
  '[DllImport("user32.dll")] public static extern uint GetWindowThreadProcessId(System.IntPtr h, out uint p);',
  '[StructLayout(LayoutKind.Sequential)] public struct Input { public uint Size; public uint Time; }',
  '[DllImport("user32.dll")] public static extern bool GetLastInputInfo(ref Input i);',
  "'};$p=[uint32]0;[void][FuelgaugeFocus.Win]::GetWindowThreadProcessId([FuelgaugeFocus.Win]::GetForegroundWindow(),[ref]$p);",
  '$i=New-Object FuelgaugeFocus.Win+Input;$i.Size=8;[void][FuelgaugeFocus.Win]::GetLastInputInfo([ref]$i);',
  '[string]([uint32][Environment]::TickCount-$i.Time);if($p){(Get-Process -Id $p).ProcessName}',
].join('');

/** The app in front on Windows, asked of a PowerShell that stays: starting one takes a second of a processor. */
export function createWindowsFocus(variables: Readonly<Record<string, string | undefined>>): FocusProbe {
  const resident = createResidentProgram({
    program: toWindowsProgram('WindowsPowerShell\\v1.0\\powershell.exe', variables),
    args: ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', '-'],
    frame: framePowerShell,
    timeoutMs: windowsTimeoutMs,
    idleMs: minuteMs,
  });
  let failures = 0;
  return {
    async read() {
      // If a policy forbids this, it is not restarted endlessly.
      if (failures >= 3) return { kind: 'unknown' };
      try {
        const reading = parseWindowsFocus(await resident.ask(windowsScript));
        failures = 0;
        return reading;
      } catch {
        failures += 1;
        return { kind: 'unknown' };
      }
    },
    close: resident.close,
  };
}

/** Two lines: milliseconds since the last input, and the name of a process. */
export function parseWindowsFocus(output: string): FocusReading {
  const [idle = '', name = ''] = output.split(/\r?\n/).filter((line) => line !== '');
  if (/^\d+$/.test(idle) && Number(idle) >= 5 * minuteMs && Number(idle) < 2 ** 31) return { kind: 'away' };
  return name === '' ? { kind: 'none' } : { kind: 'window', names: [name] };
}
