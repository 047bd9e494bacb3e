import type { Identifier, SimpleSupportStatement, SupportStatement } from '@mdn/browser-compat-data';
import { bcd } from './data.ts';

/** The engines promised: Chromium, Firefox, Safari, on a desk and on a telephone. */
const BROWSERS = ['chrome', 'chrome_android', 'firefox', 'firefox_android', 'safari', 'safari_ios'] as const;
type Browser = (typeof BROWSERS)[number];

/** The oldest version of each browser that still must work. */
export type Floors = Readonly<Record<Browser, string>>;

/** The promise: every version of the last two years. */
export const YEARS = 2;

/** The version that was current `YEARS` before a day: whoever updated nothing since has it. */
export function floorsAt(now: Date): Floors {
  const then = new Date(now);
  then.setFullYear(then.getFullYear() - YEARS);
  const day = then.toISOString().slice(0, 10);
  const floor = (browser: Browser): string => {
    const releases = Object.entries(bcd.browsers[browser].releases)
      .flatMap(([version, { release_date: date }]) => (date === undefined ? [] : [{ version, date }]))
      .filter(({ date }) => date <= day)
      .sort((one, other) => one.date.localeCompare(other.date) || compare(one.version, other.version));
    const newest = releases.at(-1);
    if (newest === undefined) throw new Error(`nothing is known of ${browser} before ${day}`);
    return newest.version;
  };
  return Object.fromEntries(BROWSERS.map((browser) => [browser, floor(browser)])) as Floors;
}

function compare(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

/** Whether one statement says that a version has the feature, under its own name and without a switch. */
function holds(statement: SimpleSupportStatement, floor: string): boolean {
  const { version_added: added, version_removed: removed } = statement;
  if (statement.flags !== undefined || statement.prefix !== undefined) return false;
  if (statement.alternative_name !== undefined) return false;
  if (added === false || added === 'preview') return false;
  const since = added.replace(/^≤/, '');
  return compare(since, floor) <= 0 && removed === undefined;
}

function supported(statement: SupportStatement | undefined, floor: string): boolean {
  if (statement === undefined) return false;
  const all = Array.isArray(statement) ? statement : [statement];
  return all.some((each) => holds(each, floor));
}

/** The browsers of the promise that lack a feature; null when nothing is known of it. */
export function lacking(feature: Identifier | undefined, floors: Floors): readonly string[] | null {
  const support = feature?.__compat?.support;
  if (support === undefined) return null;
  return BROWSERS.filter((browser) => !supported(support[browser], floors[browser])).map(
    (browser) => `${browser} ${floors[browser]}`,
  );
}
