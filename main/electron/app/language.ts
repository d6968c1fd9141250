import { withClock } from '../../../shared/domain/clock-choice.ts';
import { resolveLocale } from '../../../shared/messages/resolve-locale.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import { speak } from '../../node/host/messages.ts';

/** What the language depends on. */
export interface LanguageOptions {
  readonly settings: { get(): Settings; onChange(listener: (settings: Settings) => void): unknown };
  /** The system's languages as BCP 47 tags, the preferred one first. */
  readonly systemLocales: readonly string[];
  /** Called when the messages have changed and everything that shows them must be redrawn. */
  readonly onChange: () => void;
  readonly onError: (error: unknown) => void;
}

/** Keeps the tray, its menu, notifications and dialogs in the language of the settings. */
export function followLanguage({ settings, systemLocales, onChange, onError }: LanguageOptions): void {
  let current: string | null = null;
  const follow = ({ language, calendar }: Settings): void => {
    const locale = withClock(resolveLocale(language, systemLocales), calendar.clock);
    if (locale === current) return;
    current = locale;
    speak(locale).then((isSpoken) => {
      if (isSpoken) onChange();
    }, onError);
  };
  follow(settings.get());
  settings.onChange(follow);
}
