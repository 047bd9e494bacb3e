import type { WaitEstimate } from '../../../protocol/citizen-channel.ts';
import { counting } from './format.ts';

export const countIt = counting('it');

/** An honest estimate in words: a range as the relay gives it, never a single promise. */
export function estimateIt(estimate: WaitEstimate): string {
  if (estimate === null) return 'Per ora non possiamo stimare l’attesa.';
  const { low, high } = estimate;
  if (low >= 60) return 'Calcoli più di un’ora.';
  if (high <= 1) return 'Calcoli meno di un minuto.';
  if (low === 0) return `Calcoli meno di ${high} minuti.`;
  return low >= high ? `Calcoli circa ${high} minuti.` : `Calcoli tra ${low} e ${high} minuti.`;
}

export function positionIt(position: number): string {
  if (position === 1) return 'Lei è la prossima persona.';
  const before = countIt(position - 1, {
    one: 'c’è una persona prima di lei',
    other: 'ci sono # persone prima di lei',
  });
  return `È in posizione ${position}: ${before}.`;
}
