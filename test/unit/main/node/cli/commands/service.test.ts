import { describe, expect, it } from 'vitest';
import { createFakeEngine, runWith } from '../../../../../fakes/cli-host.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

describe('service', () => {
  it.each([
    [null, '--yes'],
    ['n', 'Nothing was changed'],
  ])('shows what it would write, and changes nothing after the answer %j', async (answer, said) => {
    const terminal = answer === null ? null : { columns: 80, rows: 20, answer };
    const args = ['service', 'install', '--port', '8123', '--data', makeFolder(), '--timezone', 'Asia/Tokyo'];
    const { exitCode, stdout, stderr } = await runWith(createFakeEngine(), args, terminal);
    expect(exitCode).toBe(1);
    for (const word of ['8123', 'serve', 'Asia/Tokyo']) expect(stdout).toContain(word);
    expect(stderr).toContain(said);
  });

  it('names the variables that it does not get, which the data folder is none of', async () => {
    const data = makeFolder();
    const variables = { FUELGAUGE_DATA: data, FUELGAUGE_HOST: '0.0.0.0', PLAN: '' };
    const { stderr } = await runWith(createFakeEngine(), ['service', 'install', '--data', data], { variables });
    expect(stderr).toContain('variables of this shell: FUELGAUGE_HOST. ');
  });

  it('has nothing to remove where nothing was installed', async () => {
    const args = ['service', 'uninstall', '--yes', '--data', makeFolder()];
    const { exitCode, stderr } = await runWith(createFakeEngine(), args);
    expect([exitCode, stderr]).toEqual([
      1,
      'fuelgauge: The service is not installed, so there is nothing to remove.\n',
    ]);
  });

  it.each(['install', 'status', 'uninstall'])('%s refuses a port that is none', async (name) => {
    expect((await runWith(createFakeEngine(), ['service', name, '--port', 'x'])).exitCode).toBe(2);
  });
});
