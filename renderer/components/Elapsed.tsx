import { shortDuration, stopwatch } from '../format/time.ts';
import { isLate, OVERDUE_FACTOR } from '../stores/thresholds.ts';
import { useClock, useLanguage } from '../views/provider.ts';

type Properties = {
  /** By the relay's clock, in milliseconds. */
  readonly since: number;
  /** From when on it shows as late; never when absent. */
  readonly lateAfter?: number;
  /** To the second, for the one place where it matters; minutes elsewhere, so that lists stay still. */
  readonly seconds?: boolean;
};

/** Time gone by since an instant: the only element that renders again as time passes. */
export function Elapsed({ since, lateAfter, seconds = false }: Properties) {
  const language = useLanguage();
  const text = useClock((now) => (seconds ? stopwatch(now - since) : shortDuration(now - since, language)));
  const late = useClock((now) => lateAfter !== undefined && isLate(since, now, lateAfter));
  const overdue = useClock(
    (now) => lateAfter !== undefined && isLate(since, now, lateAfter * OVERDUE_FACTOR),
  );
  return <span className={overdue ? 'elapsed late overdue' : late ? 'elapsed late' : 'elapsed'}>{text}</span>;
}
