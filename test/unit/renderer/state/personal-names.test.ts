import { expect, it } from 'vitest';
import { isPersonal } from '../../../../renderer/state/personal-names.ts';

it('knows which rows have names that tell about a person', () => {
  const keys = ['session', 'project', 'repository', 'branch', 'account', 'model', 'source', 'day', 'week', 'month'];
  expect(keys.filter(isPersonal)).toEqual(['session', 'project', 'repository', 'branch', 'account']);
});
