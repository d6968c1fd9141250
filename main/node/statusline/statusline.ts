import { isDrawing } from './is-drawing.ts';
import { runStatusline } from './run-statusline.ts';

// A program of its own, in one file. The settings of an agent start it alone, `fuelgauge statusline` by its name.
const [program, script = '', ...args] = process.argv;
const isNamed = isDrawing(args);
void runStatusline({
  args: isNamed ? args.slice(1) : args,
  again: [program ?? process.execPath, ...process.execArgv, script, ...(isNamed ? ['statusline'] : [])],
  nowMs: Date.now(),
});
