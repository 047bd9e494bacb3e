import type { WaitEstimate } from '../../../protocol/citizen-channel.ts';
import { counting } from './format.ts';

export const countEs = counting('es');

/** An honest estimate in words: a range as the relay gives it, never a single promise. */
export function estimateEs(estimate: WaitEstimate): string {
  if (estimate === null) return 'No podemos calcular la espera en este momento.';
  const { low, high } = estimate;
  if (low >= 60) return 'Calcule más de una hora.';
  if (high <= 1) return 'Calcule menos de un minuto.';
  if (low === 0) return `Calcule menos de ${high} minutos.`;
  return low >= high ? `Calcule unos ${high} minutos.` : `Calcule entre ${low} y ${high} minutos.`;
}

export function positionEs(position: number): string {
  if (position === 1) return 'Usted es la siguiente persona.';
  const before = countEs(position - 1, {
    one: 'hay una persona antes que usted',
    other: 'hay # personas antes que usted',
  });
  return `Está en el puesto ${position}: ${before}.`;
}
