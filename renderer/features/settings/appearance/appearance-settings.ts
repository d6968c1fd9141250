import { dataColorScales, densities, themes } from '../../../../shared/settings/appearance-choices.ts';
import { messages } from '../../../messages.ts';
import { toOptions } from '../../../ui/options.ts';

const words = messages.settings.general;

export const themeOptions = toOptions(themes, words.themes);
export const densityOptions = toOptions(densities, words.densities);
export const dataColorOptions = toOptions(dataColorScales, words.dataColorScales);
