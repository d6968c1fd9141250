import type { ActivityCategory } from '../../domain/activity.ts';

/** What sites and apps are for. */
export const activityCategoryNames: Readonly<Record<ActivityCategory, string>> = {
  chat: 'Chat',
  code: 'Código',
  search: 'Búsqueda',
  image: 'Imagen',
  video: 'Vídeo',
  audio: 'Audio',
  api: 'API',
  local: 'Local',
};
