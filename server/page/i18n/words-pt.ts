import type { WaitEstimate } from '../../../protocol/citizen-channel.ts';
import { counting } from './format.ts';

export const countPt = counting('pt');

/** An honest estimate in words: a range as the relay gives it, never a single promise. */
export function estimatePt(estimate: WaitEstimate): string {
  if (estimate === null) return 'Por agora não conseguimos estimar a espera.';
  const { low, high } = estimate;
  if (low >= 60) return 'Conte com mais de uma hora.';
  if (high <= 1) return 'Conte com menos de um minuto.';
  if (low === 0) return `Conte com menos de ${high} minutos.`;
  return low >= high ? `Conte com cerca de ${high} minutos.` : `Conte com ${low} a ${high} minutos.`;
}

export function positionPt(position: number): string {
  if (position === 1) return 'É a próxima pessoa.';
  const before = countPt(position - 1, {
    one: 'há uma pessoa antes de si',
    other: 'há # pessoas antes de si',
  });
  return `Está na posição ${position}: ${before}.`;
}
