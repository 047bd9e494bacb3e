import type { WaitEstimate } from '../../../protocol/citizen-channel.ts';
import { counting } from './format.ts';

export const countDe = counting('de');

/** An honest estimate in words: a range as the relay gives it, never a single promise. */
export function estimateDe(estimate: WaitEstimate): string {
  if (estimate === null) return 'Wir können die Wartezeit im Moment nicht schätzen.';
  const { low, high } = estimate;
  if (low >= 60) return 'Rechnen Sie mit mehr als einer Stunde.';
  if (high <= 1) return 'Rechnen Sie mit weniger als einer Minute.';
  if (low === 0) return `Rechnen Sie mit weniger als ${high} Minuten.`;
  return low >= high
    ? `Rechnen Sie mit etwa ${high} Minuten.`
    : `Rechnen Sie mit ${low} bis ${high} Minuten.`;
}

export function positionDe(position: number): string {
  if (position === 1) return 'Sie sind als Nächstes an der Reihe.';
  const before = countDe(position - 1, { one: 'eine Person ist', other: '# Personen sind' });
  return `Sie sind auf Platz ${position}: ${before} vor Ihnen.`;
}
