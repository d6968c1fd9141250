import { describe, expect, it } from 'vitest';
import { createProblem } from '../../../../shared/domain/problem.ts';

describe('createProblem', () => {
  it('is an error when numbers are missing or wrong, otherwise a warning', () => {
    expect(createProblem('ledger-busy', { folder: '/x' })).toEqual({
      id: 'ledger-busy',
      severity: 'error',
      parameters: { folder: '/x' },
    });
    expect(createProblem('no-tray', {})).toEqual({ id: 'no-tray', severity: 'warning', parameters: {} });
  });
});
