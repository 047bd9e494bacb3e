import type { WaitEstimate } from '../../../protocol/citizen-channel.ts';

/** An honest estimate in words: a range as the relay gives it, never a single promise. */
export function estimateEn(estimate: WaitEstimate): string {
  if (estimate === null) return 'We cannot estimate the wait at the moment.';
  const { low, high } = estimate;
  if (low >= 60) return 'Expect more than an hour.';
  if (high <= 1) return 'Expect less than a minute.';
  if (low === 0) return `Expect less than ${high} minutes.`;
  return low >= high ? `Expect about ${high} minutes.` : `Expect between ${low} and ${high} minutes.`;
}

export function positionEn(position: number): string {
  if (position === 1) return 'You are the next person.';
  const before = position - 1;
  const others = before === 1 ? 'one person is' : `${before} people are`;
  return `You are number ${position} in the queue: ${others} before you.`;
}
