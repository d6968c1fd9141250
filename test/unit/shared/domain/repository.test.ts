import { expect, it } from 'vitest';
import { toRepository } from '../../../../shared/domain/repository.ts';

it.each([
  ['/w/shop', '/w/shop'],
  ['/w/shop/.claude/worktrees/fix-1', '/w/shop'],
  ['/w/shop/.claude/worktrees/fix-1/src', '/w/shop'],
  ['/w/shop/.worktrees/fix', '/w/shop'],
  ['C:\\w\\shop\\.claude\\worktrees\\fix', 'C:\\w\\shop'],
  ['/w/worktrees', '/w/worktrees'],
  ['', ''],
])('the repository of %s is %s', (project, repository) => {
  expect(toRepository(project)).toBe(repository);
});
