import { spawnSync } from 'node:child_process';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { toCommandTree } from '../../../../../../main/node/cli/completion/command-tree.ts';
import { writeManPage } from '../../../../../../main/node/cli/completion/man-page.ts';

function createPage(): string {
  const program = new Command('fuelgauge').description('about').option('--json', 'print JSON');
  program
    .command('report')
    .description('.sums\\of a-day')
    .option('--by <what>', 'key')
    .command('deep')
    .summary('deeper');
  return writeManPage(toCommandTree(program), { version: '1.2.3', date: '2026-05-01' });
}

describe('the manual page', () => {
  it('has every command with its own options, and those of all once', () => {
    const page = createPage();
    expect(page).toMatch(/^\.TH FUELGAUGE 1 "2026-05-01" "fuelgauge 1\.2\.3"\n/);
    expect(page).toContain('.B fuelgauge report\n');
    expect(page).toContain('.B fuelgauge report deep\n');
    expect(page.match(/\\-\\-json/g)).toHaveLength(1);
    expect(page).toContain('.B \\-\\-by <what>\nkey');
  });

  it('lets roff take no text for a request or an escape', () => {
    expect(createPage()).toContain('\n\\&.sums\\eof a\\-day\n');
  });

  it.skipIf(spawnSync('groff', ['--version']).status !== 0)('is read by groff without a warning', () => {
    const { status, stderr } = spawnSync('groff', ['-man', '-ww', '-z'], { input: createPage(), encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
