/** Replaces the folder of every hidden project, on every surface and in every format. */
export const hiddenProject = '(hidden)';
