import { isDrawing } from './is-drawing.ts';
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
  const isNamed = isDrawing(args);
  void runStatusline({
    args: isNamed ? args.slice(1) : args,
    again: [program ?? process.execPath, ...process.execArgv, script, ...(isNamed ? ['statusline'] : [])],
    nowMs: Date.now(),
  });
}
