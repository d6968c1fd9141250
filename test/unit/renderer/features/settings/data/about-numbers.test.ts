import { afterEach, describe, expect, it, vi } from 'vitest';
import { toAbsentText, toDiagnosisViews } from '../../../../../../renderer/features/settings/data/about-numbers.ts';
import type { SourceDiagnosis } from '../../../../../../shared/domain/doctor-report.ts';
import { makeDiagnosis } from '../../../../../fakes/cli-host.ts';
import { ownBudget } from '../../../../../../shared/processes/own-cost.ts';

function toDoctor(...sources: readonly SourceDiagnosis[]) {
  const own = {
    processes: 1,
    cpuRatio: null,
    sinceMs: 0,
    rssBytes: 1,
    pssBytes: null,
    writtenBytes: null,
    wakeUpsPerSecond: null,
  };
  const head = { generatedAtMs: 0, dataFolder: '/data', pricesDatedOn: '2026-05-02', problems: [] };
  return { ...head, own, ownBudget, foldedLabels: [], sources };
}

const absent = makeDiagnosis({ source: 'amp', label: 'Amp', events: 0, files: 0 });

afterEach(() => vi.unstubAllGlobals());

describe('the diagnosis in the settings', () => {
  it('describes the agents that were found and only names the others', () => {
    const doctor = toDoctor(makeDiagnosis(), absent);
    expect(toDiagnosisViews(doctor).map(({ label }) => label)).toEqual(['Claude Code']);
    expect(toAbsentText(doctor)).toBe('Not found: Amp.');
    expect(toAbsentText(toDoctor(makeDiagnosis()))).toBeNull();
  });

  it('says first what the logs do not hold', () => {
    const root = { path: '/home/ada/crush', origin: 'default', state: 'found', files: 3, bytes: 10 } as const;
    const lines = (kind: 'partial' | 'none', files: number) =>
      toDiagnosisViews(toDoctor(makeDiagnosis({ coverage: { kind, gap: 'only costs' }, roots: [root], files })))[0]
        ?.lines;
    expect(lines('partial', 3)?.[0]).toBe('Counted in part: only costs.');
    expect(lines('none', 3)?.[0]).toBe('Not counted: only costs.');
  });

  it('says what sources say about themselves in the language of the page', async () => {
    vi.resetModules();
    vi.stubGlobal('document', { documentElement: {} });
    vi.stubGlobal('navigator', { languages: ['fr'] });
    const page = await import('../../../../../../renderer/features/settings/data/about-numbers.ts');
    const counts = { skips: { synthetic: 3, 'not-json': 2 }, unloggedCalls: { title: 4, nap: 1 } };
    const gap = 'only the cost of each session, no tokens';
    const doctor = toDoctor(makeDiagnosis({ ...counts, coverage: { kind: 'partial', gap } }));
    expect(page.toDiagnosisViews(doctor)[0]?.lines).toEqual(
      expect.arrayContaining([
        'Compté en partie\u00a0: seulement le coût de chaque session, sans tokens.',
        'Ignorés\u00a0: 3 produits par l’agent lui-même, donc rien n’a été facturé\u00a0; 2 pas du JSON.',
        'Appels dont l’agent n’enregistre pas l’utilisation\u00a0: 4 titres de session\u00a0; 1 nap.',
      ]),
    );
  });
});
