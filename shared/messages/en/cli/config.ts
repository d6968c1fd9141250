/** What the help says about what can be done with settings. */
export const configHelp = {
  check: 'checks the settings, as "fuelgauge serve" would use them',
  export: 'prints what differs from the defaults, as a file to keep',
  exportDetails:
    'prints what differs from the defaults, as a file to keep or to take to another machine. Secrets, headers, webhooks, ntfy ' +
    'topics and programs are left out',
  import: 'imports settings from a file, after showing what would change',
  importDetails:
    'imports settings from a file that export or the settings page has written, after showing what would change. What ' +
    'cannot be used is named and left unchanged; the exit code is then 1',
  file: 'a file of settings',
  yes: 'do not ask',
};
