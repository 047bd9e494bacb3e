import type { WaitEstimate } from '../../../protocol/citizen-channel.ts';
import { counting } from './format.ts';

export const countUk = counting('uk');

/** After "less than", "about" and "up to" Ukrainian puts minutes into the genitive. */
function minutes(count: number): string {
  return countUk(count, { one: '# хвилини', other: '# хвилин' });
}

/** An honest estimate in words: a range as the relay gives it, never a single promise. */
export function estimateUk(estimate: WaitEstimate): string {
  if (estimate === null) return 'Зараз ми не можемо оцінити час очікування.';
  const { low, high } = estimate;
  if (low >= 60) return 'Очікування – більше години.';
  if (high <= 1) return 'Очікування – менше хвилини.';
  if (low === 0) return `Очікування – менше ${minutes(high)}.`;
  return low >= high
    ? `Очікування – близько ${minutes(high)}.`
    : `Очікування – від ${low} до ${minutes(high)}.`;
}

export function positionUk(position: number): string {
  if (position === 1) return 'Ви – наступні.';
  const before = countUk(position - 1, {
    one: 'перед вами # особа',
    few: 'перед вами # особи',
    other: 'перед вами # осіб',
  });
  return `Ваше місце в черзі – ${position}: ${before}.`;
}
