import { expect, it } from 'vitest';
import { createManifest } from '../../../../build/extension/manifest.ts';
import { apiPatterns } from '../../../../shared/activity/api-patterns.ts';
import { splitDomain } from '../../../../shared/activity/match-site.ts';
import { sites } from '../../../../shared/activity/site-table.ts';

it('asks for the listed sites, the ten APIs and this machine, and for nothing else', () => {
  const manifest = createManifest('1.2.3') as Record<string, unknown>;
  const hosts = (manifest['host_permissions'] as string[]).map((origin) =>
    origin.replace(/^.*:\/\/(\*\.)?|\/\*$/g, ''),
  );
  const apis = apiPatterns.map(({ url_prefix }) => new URL(url_prefix).host);
  const expected = [...sites.map(({ domain }) => splitDomain(domain).host), ...apis, '127.0.0.1', 'localhost'];
  expect(new Set(hosts)).toEqual(new Set(expected));
  // No scripts in pages, no tabs, no history, no cookies.
  expect(manifest['permissions']).toEqual(['storage', 'alarms', 'idle', 'webRequest']);
  expect(manifest).not.toHaveProperty('content_scripts');
});
