/** What the help says about the options of the live view that another tool has. */
export const monitorHelp = {
  plan: 'the plan that blocks are held against (default: that of your settings)',
  customLimit: 'tokens of input and output that a block is held against under the plan custom',
  timeZone: 'time zone of days and times, such as Europe/Berlin; auto or local for that of your settings',
  timeFormat: 'how this call writes times; auto: as your settings say',
  resetHour: 'the hour at which the days of this call begin, 0 to 23',
  output:
    'json: with --once the object that claude-monitor prints, else one object per line, whenever something changes',
  writeState: 'keep that object in a file for other programs (~/.claude-monitor/state/latest.json unless named)',
  stateFile: 'the file that --write-state writes',
  compact: 'print one line and exit',
};
