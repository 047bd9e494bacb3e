import type { WaitEstimate } from '../../../protocol/citizen-channel.ts';
import { counting } from './format.ts';

export const countAr = counting('ar');

/** Keeps a number, an address or a Latin name in its own direction among Arabic words. */
export function apart(text: string): string {
  return `\u2068${text}\u2069`;
}

function minutes(count: number): string {
  return countAr(count, {
    one: 'دقيقة واحدة',
    two: 'دقيقتين',
    few: '# دقائق',
    many: '# دقيقة',
    other: '# دقيقة',
  });
}

/** An honest estimate in words: a range as the relay gives it, never a single promise. */
export function estimateAr(estimate: WaitEstimate): string {
  if (estimate === null) return 'لا يمكننا تقدير مدة الانتظار حالياً.';
  const { low, high } = estimate;
  if (low >= 60) return 'الانتظار المتوقع أكثر من ساعة.';
  if (high <= 1) return 'الانتظار المتوقع أقل من دقيقة.';
  if (low === 0) return `الانتظار المتوقع أقل من ${minutes(high)}.`;
  return low >= high
    ? `الانتظار المتوقع حوالي ${minutes(high)}.`
    : `الانتظار المتوقع بين ${low} و ${minutes(high)}.`;
}

export function positionAr(position: number): string {
  if (position === 1) return 'أنت التالي.';
  const before = countAr(position - 1, {
    one: 'شخص واحد قبلك',
    two: 'شخصان قبلك',
    few: '# أشخاص قبلك',
    many: '# شخصاً قبلك',
    other: '# شخص قبلك',
  });
  return `ترتيبك ${position}: ${before}.`;
}
