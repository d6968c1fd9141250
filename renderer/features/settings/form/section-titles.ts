import { messages } from '../../../messages.ts';

const { settings } = messages;

/** The sections of the settings: their titles, by the names that links have for them, in the order of the page. */
export const sectionTitles = {
  general: settings.general.title,
  appearance: settings.general.appearance,
  tray: settings.trayAndKeys.title,
  alerts: settings.alerts.title,
  'alert-timing': settings.timing.title,
  'alert-rules': settings.rules.title,
  'alert-channels': settings.channels.title,
  monitoring: settings.monitoring.title,
  activity: settings.activity.title,
  plan: settings.plan.title,
  'status-line': settings.statusline.title,
  cost: settings.cost.title,
  server: settings.server.title,
  sending: settings.sending.title,
  encryption: settings.encryption.title,
  backup: settings.changes.file.title,
  about: settings.about.title,
} as const;

export type SectionAnchor = keyof typeof sectionTitles;
