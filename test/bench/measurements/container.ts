import { once } from 'node:events';
import { chownSync, rmSync } from 'node:fs';
import { PlainFailure } from '../../../build/lib/plain-failure.ts';
import { findContainerObstacle } from '../../support/container/buildah.ts';
import { buildImage, type ContainerImage } from '../../support/container/container-image.ts';
import { runContainer } from '../../support/container/run-container.ts';
import { toFigure, toSpreadFigure } from '../lib/figure.ts';
import type { Bench, Measurement } from '../lib/measurement.ts';
import { toSpread } from '../lib/statistics.ts';

const nonRoot = 65_532;

/** How large the container's image is, and how long it takes to serve. */
export const container: Measurement = {
  name: 'container',
  title: 'the image of the Dockerfile: its size, and from its start, without data, to its address',
  needsDesktop: false,
  async measure(bench) {
    const obstacle = await findContainerObstacle();
    if (obstacle !== null) throw new PlainFailure(`The measurement cannot run here: ${obstacle}.`);
    const image = await buildImage();
    try {
      bench.say(`base images: ${image.origin}`);
      const startMs: number[] = [];
      for (let run = 0; run < bench.runs; run += 1) startMs.push(await start(bench, image));
      return [
        toFigure('all files of the image', 'bytes', image.bytes.all),
        toFigure('of these, Fuelgauge', 'bytes', image.bytes.own),
        toSpreadFigure('start to the address', 'ms', toSpread(startMs)),
      ];
    } finally {
      await image.remove();
    }
  },
};

async function start(bench: Bench, image: ContainerImage): Promise<number> {
  const data = bench.newFolder();
  chownSync(data, nonRoot, nonRoot);
  const env = { FUELGAUGE_TOKEN: 'only-the-bench-knows-this-one', FUELGAUGE_DB_KEY: 'none' };
  const startedAtMs = performance.now();
  const { child, output } = runContainer(image, { env, mounts: [{ from: data, to: '/data' }] });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout!, 'data'), ended]);
  const ms = performance.now() - startedAtMs;
  child.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
  if (!output().includes('"address"')) throw new Error(`the container did not serve: ${output()}`);
  return ms;
}
