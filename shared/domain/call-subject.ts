/** What a call loads, in terms that a person knows; `action` is any call that changes something instead. */
export type CallSubject =
  | 'state'
  | 'usage'
  | 'session'
  | 'comparison'
  | 'limits'
  | 'processes'
  | 'apps'
  | 'prices'
  | 'alerts'
  | 'settings'
  | 'statusline'
  | 'action';
