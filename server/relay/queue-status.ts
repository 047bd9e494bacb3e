import type { WaitEstimate } from '../../protocol/citizen-channel.ts';
import { compareQueue, isThere } from '../../protocol/head.ts';
import { estimateWait, forecast, type Pace } from '../domain/estimate.ts';
import { encode } from './encode.ts';
import type { Live } from './live.ts';

/** Gives everyone who waits their place, by one sort; answers those for whom something changed. */
export function placeQueue(waiting: ReadonlySet<Live>, pace: Pace): Live[] {
  const order = [...waiting]
    .filter(({ state }) => isThere(state))
    .sort((a, b) => compareQueue(a.state, b.state));
  const changed: Live[] = [];
  for (const [index, live] of order.entries()) {
    const position = index + 1;
    const estimate = estimateWait(position, pace);
    // What is forecast at the arrival is what the wait is compared with at its end.
    if (live.position === 0) live.forecast = forecast(position, pace);
    if (live.position === position && isSame(live.estimate, estimate)) continue;
    live.position = position;
    live.estimate = estimate;
    changed.push(live);
  }
  return changed;
}

function isSame(a: WaitEstimate, b: WaitEstimate): boolean {
  return a?.low === b?.low && a?.high === b?.high;
}

export function statusFrame(live: Live, officerOnline: boolean): string {
  const { status, holder } = live.state;
  const waits = status === 'waiting';
  return encode({
    type: 'status',
    status,
    position: waits && live.position > 0 ? live.position : null,
    estimate: waits ? live.estimate : null,
    officer: holder === null ? null : { rank: holder.rank, alias: holder.alias },
    officerOnline,
  });
}
