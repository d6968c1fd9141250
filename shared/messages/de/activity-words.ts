import type { ActivityCategory } from '../../domain/activity.ts';

/** What sites and apps are for. */
export const activityCategoryNames: Readonly<Record<ActivityCategory, string>> = {
  chat: 'Chat',
  code: 'Code',
  search: 'Suche',
  image: 'Bild',
  video: 'Video',
  audio: 'Audio',
  api: 'API',
  local: 'Lokal',
};
