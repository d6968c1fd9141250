import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findFaultsOfRun, readAppLog } from './lib/app-log.ts';

// For the workflow platforms.yml: node build/check-app-log.ts LOG --openings N [--icon]. Fails when the popover was not
// placed in N runs, when the icon's place must be known (--icon) and is not, or when there are errors.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { openings: { type: 'string', default: '1' }, icon: { type: 'boolean', default: false } },
});
const run = readAppLog(readFileSync(positionals[0] ?? '', 'utf8'));
console.log(JSON.stringify(run.placements));
const faults = findFaultsOfRun(run, { openings: Number(values.openings), isIconKnown: values.icon });
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
