import { fileURLToPath } from 'node:url';

/** The repository's root folder, without a trailing slash, wherever it was checked out. */
export const repositoryRoot: string = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
