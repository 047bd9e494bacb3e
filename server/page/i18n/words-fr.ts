import type { WaitEstimate } from '../../../protocol/citizen-channel.ts';

/** An honest estimate in words: a range as the relay gives it, never a single promise. */
export function estimateFr(estimate: WaitEstimate): string {
  if (estimate === null) return 'Nous ne pouvons pas estimer l’attente pour le moment.';
  const { low, high } = estimate;
  if (low >= 60) return 'Comptez plus d’une heure.';
  if (high <= 1) return 'Comptez moins d’une minute.';
  if (low === 0) return `Comptez moins de ${high} minutes.`;
  return low >= high ? `Comptez environ ${high} minutes.` : `Comptez entre ${low} et ${high} minutes.`;
}

export function positionFr(position: number): string {
  if (position === 1) return 'Vous êtes la prochaine personne.';
  const before = position - 1;
  const others = before === 1 ? 'une personne' : `${before} personnes`;
  return `Vous êtes en ${position}ᵉ position : ${others} avant vous.`;
}
