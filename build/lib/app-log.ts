/** A rectangle on the screen, in device-independent pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the app's log says about a run. */
export interface AppRun {
  /** Where the popover first appeared in each run, and where the icon was; null where the system does not say. */
  readonly placements: readonly { readonly popover: Place; readonly icon: Place | null }[];
  readonly errors: readonly string[];
}

/** Reads the app's log: lines of time, level and text. */
export function readAppLog(log: string): AppRun {
  const lines = log.split(/\r?\n/);
  const placements = lines.flatMap((line) => {
    const json = / placement:(\{.*\})$/.exec(line)?.[1];
    return json === undefined ? [] : [JSON.parse(json) as AppRun['placements'][number]];
  });
  return { placements, errors: lines.filter((line) => /^\S+ error /.test(line)) };
}

/** What is wrong with a run in which the popover was opened so many times; nothing if the list is empty. */
export function findFaultsOfRun(
  { placements, errors }: AppRun,
  wanted: { readonly openings: number; readonly isIconKnown: boolean },
): readonly string[] {
  const faults = [...errors];
  if (placements.length < wanted.openings) {
    faults.push(`the popover was placed in ${placements.length} of ${wanted.openings} runs`);
  }
  for (const { popover, icon } of placements) {
    if (popover.width < 100 || popover.height < 100) faults.push(`a popover of ${popover.width} x ${popover.height}`);
    if (wanted.isIconKnown && icon === null) faults.push('the place of the icon is not known');
    if (icon !== null && overlap(popover, icon)) faults.push('the popover covers the icon');
  }
  return faults;
}

function overlap(a: Place, b: Place): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
