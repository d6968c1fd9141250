import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './lib/paths.ts';
import { runMain } from './lib/plain-failure.ts';
import { dashboards } from './observability/panels.ts';
import { toDashboard } from './observability/to-dashboard.ts';

/** `npm run dashboards`: writes the dashboards for Grafana. */
await runMain(async () => {
  for (const plan of dashboards) {
    const file = join(repositoryRoot, 'build/observability/dashboards', `${plan.id}.json`);
    writeFileSync(file, `${JSON.stringify(toDashboard(plan), null, 2)}\n`);
  }
  return 0;
});
