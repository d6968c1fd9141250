import { statSync } from 'node:fs';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { run } from '../../../build/lib/run.ts';
import { provideBaseImages, type ImageOrigin } from './base-images.ts';
import { buildah } from './buildah.ts';

const name = 'fuelgauge:test';

/** What an image says about how it is started. */
export interface ImageConfig {
  readonly User: string;
  readonly WorkingDir: string;
  readonly Env: readonly string[];
  readonly Entrypoint: readonly string[];
  readonly Cmd: readonly string[];
  readonly Labels: Readonly<Record<string, string>>;
  readonly Volumes: Readonly<Record<string, object>>;
  readonly ExposedPorts: Readonly<Record<string, object>>;
  readonly Healthcheck: { readonly Test: readonly string[] };
}

/** A built image, with its files in a folder. */
export interface ContainerImage {
  readonly origin: ImageOrigin;
  readonly root: string;
  readonly config: ImageConfig;
  /** All files, and of these the part that is not of the base image, in bytes. */
  readonly bytes: { readonly all: number; readonly own: number };
  remove(): Promise<void>;
}

/** Builds the image of the repository's Dockerfile, as `docker build .` does. */
export async function buildImage(): Promise<ContainerImage> {
  const origin = await provideBaseImages();
  await buildah('bud', '--isolation', 'chroot', '--pull-never', '--format', 'docker', '--tag', name, repositoryRoot);
  const inspected = await run('buildah', [...buildah.options, 'inspect', '--type', 'image', name]);
  const { Docker } = JSON.parse(inspected.stdout) as { Docker: { config: ImageConfig } };
  const container = await buildah('from', '--pull-never', name);
  const root = await buildah('mount', container);
  return {
    origin,
    root,
    config: Docker.config,
    bytes: { all: await measure(root), own: await measure(`${root}/app`) },
    async remove() {
      await buildah('umount', container);
      await buildah('rm', container);
    },
  };
}

async function measure(folder: string): Promise<number> {
  if (!statSync(folder).isDirectory()) return 0;
  return Number(/^\d+/.exec((await run('du', ['--summarize', '--bytes', folder])).stdout)?.[0]);
}
