import { toDrawingOptions } from './is-drawing.ts';
import { runStatus } from './run-status.ts';
import { runStatusline } from './run-statusline.ts';
import { parseStatusOptions } from './status-options.ts';

// A program of its own, in one file. The settings of an agent start it alone, `fuelgauge statusline` and `fuelgauge status`
// by their names.
const [program, script = '', ...args] = process.argv;
const status = parseStatusOptions(args);
if (status !== null) {
  runStatus(status, Date.now());
} else {
  const named = toDrawingOptions(args);
  void runStatusline({
    args: named ?? args,
    again: [program ?? process.execPath, ...process.execArgv, script, ...(named === null ? [] : ['statusline'])],
    nowMs: Date.now(),
  });
}
