import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPackageName, type AgentPackages } from './lib/agent-packages.ts';
import { repositoryRoot } from './lib/paths.ts';
import { PlainFailure, runMain } from './lib/plain-failure.ts';
import { run } from './lib/run.ts';

const file = join(repositoryRoot, 'test', 'agents', 'versions.json');

/**
 * `npm run agents:bump [-- agent…]`: sets the real agents of the tests to their newest versions. Then run
 * `npm test -- --only agents-all`: a test that turns red shows that a format has changed.
 */
await runMain(async () => {
  const wanted = process.argv.slice(2);
  const table = JSON.parse(readFileSync(file, 'utf8')) as Record<string, AgentPackages>;
  const unknown = wanted.filter((id) => !(id in table));
  if (unknown.length > 0) throw new PlainFailure(`${unknown.join(', ')}: no such agent in ${file}`);
  const bumped: [string, AgentPackages][] = [];
  for (const [id, packages] of Object.entries(table)) {
    bumped.push([id, wanted.length === 0 || wanted.includes(id) ? await bump(id, packages) : packages]);
  }
  writeFileSync(file, toText(bumped));
  return 0;
});

async function bump(id: string, packages: AgentPackages): Promise<AgentPackages> {
  const entries: [string, string][] = [];
  for (const [name, before] of Object.entries(packages)) {
    const { code, stdout, stderr } = await run('npm', ['view', toPackageName(name), 'version']);
    const version = stdout.trim();
    if (code !== 0 || version === '') throw new PlainFailure(`${id}: ${stderr.trim()}`);
    console.log(`${id}: ${name} ${before === version ? `${version} is the newest` : `${before} → ${version}`}`);
    entries.push([name, version]);
  }
  return Object.fromEntries(entries);
}

/** One agent a line. */
function toText(table: readonly (readonly [string, AgentPackages])[]): string {
  const lines = table.map(([id, packages]) => {
    const entries = Object.entries(packages).map(([name, version]) => `${JSON.stringify(name)}: "${version}"`);
    return `  ${JSON.stringify(id)}: { ${entries.join(', ')} }`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}
