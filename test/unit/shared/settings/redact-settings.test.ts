import { expect, it } from 'vitest';
import { defaultSettings } from '../../../../shared/settings/defaults.ts';
import { redactSettings } from '../../../../shared/settings/redact-settings.ts';

it('shows numbers, switches and choices, and nothing that a person has named', () => {
  const redacted = redactSettings({
    ...defaultSettings,
    theme: 'dark',
    plan: 'zebrafish-plan',
    thresholdsPercent: [50, 75],
    extraLogFolders: [{ source: 'codex', path: '/home/ada/zebrafish' }],
    modelAliases: [{ model: 'zebrafish', pricedAs: 'x' }],
    otlpExport: {
      ...defaultSettings.otlpExport,
      isOn: true,
      endpoint: 'https://zebrafish.example',
      headers: { zebrafish: 'x' },
    },
    errorReports: { dsn: 'https://zebrafish@host/1' },
  });
  expect(JSON.stringify(redacted)).not.toMatch(/zebrafish|ada/);
  expect(redacted).toMatchObject({
    theme: 'dark',
    plan: '(set)',
    thresholdsPercent: [50, 75],
    extraLogFolders: { length: 1 },
    otlpExport: { isOn: true, endpoint: '(set)', headers: { length: 1 } },
    errorReports: { dsn: '(set)' },
  });
});
