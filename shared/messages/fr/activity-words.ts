import type { ActivityCategory } from '../../domain/activity.ts';

/** What sites and apps are for. */
export const activityCategoryNames: Readonly<Record<ActivityCategory, string>> = {
  chat: 'Discussion',
  code: 'Code',
  search: 'Recherche',
  image: 'Image',
  video: 'Vidéo',
  audio: 'Audio',
  api: 'API',
  local: 'Local',
};
