import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCertificate } from '../../../../../main/server/tls/certificate.ts';
import { defaultServerSettings } from '../../../../../shared/settings/server-settings.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const nowMs = Date.parse('2026-05-01T00:00:00Z');
const dayMs = 86_400_000;
const open = (dataFolder: string, rest: Partial<Parameters<typeof openCertificate>[0]> = {}) =>
  openCertificate({ settings: defaultServerSettings, dataFolder, isLocal: false, nowMs, ...rest });

describe('the certificate', () => {
  it('is not needed on loopback', async () => {
    expect(await open(makeFolder(), { isLocal: true })).toEqual({ ok: true, value: null });
  });

  it('is made once, kept with its key, and made again before it ends', async () => {
    const folder = makeFolder();
    const first = await open(folder);
    if (!first.ok || first.value === null) throw new Error('no certificate');
    expect(first.value.endMs - nowMs).toBe(397 * dayMs);
    expect(first.value.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect(readFileSync(join(folder, 'server-certificate.pem'), 'utf8')).toBe(first.value.certificate);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'server-key.pem')).mode & 0o777).toBe(0o600);
    expect(await open(folder, { nowMs: nowMs + 300 * dayMs })).toEqual(first);
    const later = await open(folder, { nowMs: nowMs + 390 * dayMs });
    expect(later.ok && later.value?.fingerprint).not.toBe(first.value.fingerprint);
  });

  it('is valid under the names of the settings, and is made again only when those say more', async () => {
    const folder = makeFolder();
    const settings = {
      ...defaultServerSettings,
      host: '192.0.2.7',
      allowedHosts: ['Box.example', 'my_box', '192.0.2.9'],
    };
    const first = await open(folder, { settings });
    if (!first.ok || first.value === null) throw new Error('no certificate');
    const parsed = new X509Certificate(first.value.certificate);
    const valid = (name: string): boolean => parsed.checkHost(name) !== undefined || parsed.checkIP(name) !== undefined;
    expect(['localhost', '127.0.0.1', '::1', '192.0.2.7', 'box.example', 'my_box', '192.0.2.9'].map(valid)).toEqual(
      Array(7).fill(true),
    );
    expect(valid('192.0.2.8')).toBe(false);
    const same = { ...settings, host: '0.0.0.0', allowedHosts: ['box.example', 'no name'] };
    expect(await open(folder, { settings: same })).toEqual(first);
    const more = await open(folder, { settings: { ...same, allowedHosts: ['other.example'] } });
    expect(more.ok && more.value?.fingerprint).not.toBe(first.value.fingerprint);
  });

  it('is made where it cannot be kept', async () => {
    const file = join(makeFolder(), 'file');
    writeFileSync(file, '');
    expect(await open(file)).toMatchObject({ ok: true, value: { privateKey: expect.stringContaining('PRIVATE KEY') } });
  });

  it('is the own one, if both of its files can be used and belong together', async () => {
    const [folder, other] = [makeFolder(), makeFolder()];
    const made = await open(folder);
    await open(other);
    const pair = (certificateFile: string | null, privateKeyFile: string | null) =>
      open(makeFolder(), { isLocal: true, settings: { ...defaultServerSettings, certificateFile, privateKeyFile } });
    const files = [join(folder, 'server-certificate.pem'), join(folder, 'server-key.pem')] as const;
    expect(await pair(...files)).toEqual(made);
    expect((await pair(files[0], join(other, 'server-key.pem'))).ok).toBe(false);
    expect((await pair(files[0], null)).ok).toBe(false);
    writeFileSync(files[1], 'nonsense');
    expect((await pair(...files)).ok).toBe(false);
  });
});
