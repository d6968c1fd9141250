import { expect, it } from 'vitest';
import { toFailureText } from '../../../../renderer/bridge/host.ts';
import { CallError } from '../../../../shared/domain/call-failure.ts';

it('tells a user who followed a link to an unknown agent what to do, without the names for scripts', () => {
  const failure = { kind: 'unknown-source', source: 'no\u202eva', known: ['claude-code', 'codex'] } as const;
  const text = toFailureText(new CallError(failure, 'no source has this id'));
  expect(text).toBe(
    'Fuelgauge knows no agent called “nova”. Check the link; if it is from a newer version, update Fuelgauge.',
  );
});
