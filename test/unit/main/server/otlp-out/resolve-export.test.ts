import { describe, expect, it } from 'vitest';
import { resolveExport } from '../../../../../main/server/otlp-out/resolve-export.ts';
import { defaultExportSettings, type ExportSettings } from '../../../../../shared/settings/otlp-export.ts';

function resolve(
  variables: Record<string, string>,
  settings: Partial<ExportSettings> = {},
  secret: string | null = null,
) {
  return resolveExport({ ...defaultExportSettings, ...settings }, variables, secret);
}
const on = { FUELGAUGE_OTLP_EXPORT: '1' };
const own = { endpoint: 'http://127.0.0.1:4318' };

describe('where metrics are sent', () => {
  it('is nowhere until the person says so, whatever other programs are told', () => {
    expect(resolve({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_ENDPOINT: 'c:4317' })).toEqual({
      ok: true,
      value: null,
    });
    expect(resolve({ FUELGAUGE_OTLP_EXPORT: '0' }, { isOn: true, ...own })).toEqual({ ok: true, value: null });
    expect(resolve(on)).toEqual({ ok: false, error: { kind: 'no-endpoint' } });
  });

  it.each([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'https://c.example/x/' }, 'http/protobuf', 'https://c.example/x/v1/metrics'],
    [{ OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 'https://c.example/m' }, 'http/protobuf', 'https://c.example/m'],
    [{ OTEL_ENDPOINT: 'c.example:4317' }, 'grpc', 'https://c.example:4317'],
    [{ OTEL_ENDPOINT: 'c.example:4317', OTEL_INSECURE: 'true' }, 'grpc', 'http://c.example:4317'],
    [{ OTEL_ENDPOINT: 'http://localhost:4317' }, 'grpc', 'http://localhost:4317'],
    [
      { OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json', OTEL_ENDPOINT: 'http://[::1]:9' },
      'http/json',
      'http://[::1]:9/v1/metrics',
    ],
  ])('is as %o says', (variables, protocol, url) => {
    expect(resolve({ ...on, ...variables })).toMatchObject({ ok: true, value: { protocol, url } });
  });

  it('needs TLS beyond this machine', () => {
    const variables = { ...on, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://10.0.0.1:4318' };
    expect(resolve(variables)).toEqual({ ok: false, error: { kind: 'insecure', url: 'http://10.0.0.1:4318' } });
    expect(resolve({ ...variables, OTEL_EXPORTER_OTLP_INSECURE: 'true' }).ok).toBe(true);
  });

  it('has the headers of the settings, of the token, and of the environment, which has the last word', () => {
    const settings = { ...own, headers: { 'x-scope': 'a' } };
    const headers = { 'x-scope': 'a', authorization: 'Bearer kept' };
    expect(resolve(on, settings, 'kept')).toMatchObject({ value: { headers } });
    const variables = { ...on, OTEL_BEARER_TOKEN: 'given', OTEL_EXPORTER_OTLP_HEADERS: 'x-scope=b%20c,broken,k=%zz' };
    const given = { 'x-scope': 'b c', k: '%zz', authorization: 'Bearer given' };
    expect(resolve(variables, settings, 'kept')).toMatchObject({ value: { headers: given } });
  });

  it('reads temporality, interval and resource', () => {
    const variables = {
      OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: 'Delta',
      OTEL_METRIC_EXPORT_INTERVAL: '1500',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment=home',
      OTEL_SERVICE_NAME: 'mine',
    };
    const resource = { 'deployment.environment': 'home', 'service.name': 'mine' };
    expect(resolve({ ...on, ...variables }, own)).toMatchObject({
      value: { temporality: 'delta', intervalMs: 1_500, resource },
    });
    expect(resolve({ ...on, OTEL_METRIC_EXPORT_INTERVAL: 'soon' }, own)).toMatchObject({
      value: { intervalMs: 60_000 },
    });
  });

  it.each([
    [{ FUELGAUGE_OTLP_EXPORT: 'perhaps' }, 'FUELGAUGE_OTLP_EXPORT'],
    [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'smoke' }, 'OTEL_EXPORTER_OTLP_PROTOCOL'],
    [
      { OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: 'lowmemory' },
      'OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE',
    ],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'https://ada:secret@c.example' }, 'endpoint'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'ftp://c.example' }, 'endpoint'],
  ])('says what is wrong with %o', (variables, name) => {
    expect(resolve({ ...on, ...variables }, own)).toMatchObject({ ok: false, error: { kind: 'invalid', name } });
  });
});
