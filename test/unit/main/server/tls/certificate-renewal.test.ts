import { once } from 'node:events';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { expect, it, onTestFinished } from 'vitest';
import { createCertificateRenewal } from '../../../../../main/server/tls/certificate-renewal.ts';
import { openCertificate } from '../../../../../main/server/tls/certificate.ts';
import { listen } from '../../../../../main/server/http/listen.ts';
import { defaultServerSettings } from '../../../../../shared/settings/server-settings.ts';
import { createServerUnderTest } from '../../../../support/server-app.ts';
import { createRecordingLogger } from '../../../../support/recording-logger.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const names = ['server-certificate.pem', 'server-key.pem'] as const;

/** A server with a certificate of its own, in files that are replaced as a renewal does. */
async function start(nowMs = Date.now()) {
  const folder = makeFolder();
  const make = async (target: string) => {
    await openCertificate({ settings: defaultServerSettings, dataFolder: target, isLocal: false, nowMs: Date.now() });
  };
  await make(folder);
  const [certificateFile, privateKeyFile] = names.map((name) => join(folder, name)) as [string, string];
  const settings = { ...defaultServerSettings, certificateFile, privateKeyFile };
  const open = () => openCertificate({ settings, dataFolder: folder, isLocal: true, nowMs });
  const first = await open();
  if (!first.ok || first.value === null) throw new Error('no certificate');
  const place = { host: '127.0.0.1', port: 0, certificate: first.value };
  const listening = await listen(createServerUnderTest().handlers, place);
  if (!listening.ok) throw new Error(listening.error);
  const { port, stop, useCertificate } = listening.value;
  onTestFinished(stop);
  const logger = createRecordingLogger();
  const renewal = createCertificateRenewal({
    ...{ first: first.value, open, use: useCertificate, logger },
    nowMs: () => nowMs,
  });
  return {
    first: first.value.fingerprint,
    renewal,
    lines: logger.lines,
    async replace(files: readonly (typeof names)[number][]) {
      const other = makeFolder();
      await make(other);
      for (const name of files) copyFileSync(join(other, name), join(folder, name));
    },
    async readFingerprint() {
      const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
      await once(socket, 'secureConnect');
      const { fingerprint256 } = socket.getPeerCertificate();
      socket.destroy();
      return fingerprint256;
    },
  };
}

it('serves with a certificate that replaced the first one, without a new start', async () => {
  const { first, renewal, lines, replace, readFingerprint } = await start();
  expect(await readFingerprint()).toBe(first);
  expect(renewal.fingerprint()).toBe(first);
  await renewal.refresh();
  expect(lines).toEqual([]);
  // Half of a renewal: the key is not there yet.
  await replace(['server-certificate.pem']);
  await renewal.refresh();
  expect(await readFingerprint()).toBe(first);
  expect(lines).toEqual([expect.stringContaining('cannot be used')]);
  await replace([...names]);
  await renewal.refresh();
  const next = await readFingerprint();
  expect(next).not.toBe(first);
  expect(lines.at(-1)).toContain(next);
  expect(renewal.fingerprint()).toBe(next);
});

it('says that a certificate has ended', async () => {
  const { renewal, lines } = await start(Date.now() + 400 * 86_400_000);
  expect(lines).toEqual([expect.stringContaining('The certificate has ended')]);
  await renewal.refresh();
  expect(lines).toHaveLength(2);
});
