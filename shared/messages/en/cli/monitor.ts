/** What the help says about the options of the live view that another tool has. */
export const monitorHelp = {
  plan: 'the plan that blocks are held against (default: that of your settings)',
  customLimit: 'tokens of input and output that a block is held against under the plan custom',
  timeZone: 'time zone of days and times, such as Europe/Berlin; auto or local for that of your settings',
  timeFormat: 'accepted, and without effect: the clock has 24 hours',
  resetHour: 'accepted, and without effect: days begin at midnight',
  output: 'json prints one object per line, whenever something changes',
  compact: 'print one line and exit',
};
