import { runStatusline } from './run-statusline.ts';

// A program of its own, in one file: `fuelgauge statusline install` enters it into the agent's settings.
void runStatusline(process.argv.slice(2), Date.now());
