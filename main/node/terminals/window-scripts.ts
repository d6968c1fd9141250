import type { ProcessSample } from '../../../shared/domain/process-sample.ts';
import { toWindowsProgram } from '../system/system-programs.ts';
import type { TerminalTools } from './terminal-tools.ts';

/** Selects the session on a terminal device. The device is an argument, never part of the script. */
export const itermScript = [
  'on run argv',
  'set wanted to item 1 of argv',
  'tell application "iTerm2"',
  'repeat with aWindow in windows',
  'repeat with aTab in tabs of aWindow',
  'repeat with aSession in sessions of aTab',
  'if tty of aSession is wanted then',
  'select aWindow',
  'select aTab',
  'select aSession',
  'activate',
  'return "found"',
  'end if',
  'end repeat',
  'end repeat',
  'end repeat',
  'end tell',
  'return "missing"',
  'end run',
];

/** The same for macOS's own terminal. */
export const macTerminalScript = [
  'on run argv',
  'set wanted to item 1 of argv',
  'tell application "Terminal"',
  'repeat with aWindow in windows',
  'repeat with aTab in tabs of aWindow',
  'if tty of aTab is wanted then',
  'set selected of aTab to true',
  'set frontmost of aWindow to true',
  'activate',
  'return "found"',
  'end if',
  'end repeat',
  'end repeat',
  'end tell',
  'return "missing"',
  'end run',
];

/** Selects a tab of a macOS terminal by its device. macOS asks the person once whether that is allowed. */
export async function selectMacTab(
  script: readonly string[],
  ttys: readonly string[],
  tools: TerminalTools,
): Promise<boolean> {
  const lines = script.flatMap((line) => ['-e', line]);
  for (const tty of ttys) {
    const answer = await tools.run('/usr/bin/osascript', [...lines, tty]);
    if (answer?.trim() === 'found') return true;
  }
  return false;
}

const powershellPath = 'WindowsPowerShell\\v1.0\\powershell.exe';

/** Brings the window of Windows Terminal to the front. It does not reveal in which tab a process runs. */
export async function raiseWindowsTerminal({ pid }: ProcessSample, tools: TerminalTools): Promise<boolean> {
  const script = `(New-Object -ComObject WScript.Shell).AppActivate(${Math.trunc(pid)})`;
  const program = toWindowsProgram(powershellPath, tools.variables);
  const answer = await tools.run(program, ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script]);
  return answer?.trim().toLowerCase() === 'true';
}

/**
 * Opens a folder in the editor that runs a process, which brings the window with that folder to the front. What runs is
 * the program that runs already.
 */
export async function raiseEditor(
  editor: ProcessSample,
  folder: string | null,
  tools: TerminalTools,
): Promise<boolean> {
  const program = await tools.executableOf(editor);
  if (program === null || folder === null) return false;
  const app = /^(.*\.app)\/Contents\/MacOS\/[^/]+$/.exec(program)?.[1];
  if (app !== undefined) return (await tools.run('/usr/bin/open', ['-a', app, folder])) !== null;
  // Our own command line may run on Electron as Node; the editor must not.
  return (await tools.run(program, [folder], { ELECTRON_RUN_AS_NODE: '' })) !== null;
}
