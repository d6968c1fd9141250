/** How Claude Code, and therefore ccusage, names a project: its folder with everything but letters and digits as `-`. */
export function toProjectName(folder: string | null): string {
  return folder === null ? 'unknown' : folder.replaceAll(/[^a-zA-Z0-9]/g, '-');
}
