import { describe, expect, it } from 'vitest';
import type { AlertIntent } from '../../../../shared/domain/alert-intent.ts';
import { noRedaction, redactFacts, redactProject } from '../../../../shared/domain/alert-redaction.ts';

const project = '/home/ada/clients/shop';

describe('redactFacts', () => {
  it('leaves out folders, names and money as asked', () => {
    const burn: AlertIntent<'burn'> = {
      ...{ kind: 'burn', key: 'burn:codex', source: 'codex' },
      parameters: { tokensPerHour: 9, typicalTokensPerHour: 3, project, sessionId: 's', pid: 7 },
    };
    expect(redactFacts(burn, noRedaction)).toEqual(burn.parameters);
    expect(redactFacts(burn, { ...noRedaction, paths: true })).toMatchObject({ project: 'shop', tokensPerHour: 9 });
    expect(redactFacts(burn, { ...noRedaction, names: true })).toMatchObject({ project: null });
    const digest: AlertIntent<'digest'> = {
      ...{ kind: 'digest', key: 'digest:day', source: null },
      parameters: { period: 'day', tokens: 1, responses: 1, costMicroUsd: 5 },
    };
    expect(redactFacts(digest, { ...noRedaction, money: true })).toMatchObject({ costMicroUsd: null, tokens: 1 });
  });
});

describe('redactFacts of an anomaly', () => {
  const of = (cause: 'project' | 'model', causeName: string): AlertIntent<'anomaly'> => ({
    ...{ kind: 'anomaly', key: 'anomaly:x', source: null },
    parameters: { anomaly: 'day', tokens: 9, usualTokens: 3, cause, causeName, causeShare: 0.9 },
  });

  it('treats a project that is the cause like any other, and names a model', () => {
    const paths = { ...noRedaction, paths: true };
    expect(redactFacts(of('project', project), paths)).toMatchObject({ causeName: 'shop' });
    expect(redactFacts(of('project', project), { ...paths, names: true })).toMatchObject({ causeName: null });
    expect(redactFacts(of('model', 'opus'), { ...paths, names: true })).toMatchObject({ causeName: 'opus' });
  });
});

describe('redactProject', () => {
  it('knows folders of any system, and none at all', () => {
    const paths = { ...noRedaction, paths: true };
    expect(redactProject('C:\\Users\\ada\\shop', paths)).toBe('shop');
    expect([redactProject(null, paths), redactProject(project, noRedaction)]).toEqual([null, project]);
  });
});
