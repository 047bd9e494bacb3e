import type { WaitEstimate } from '../../../protocol/citizen-channel.ts';

/** An honest estimate in words: a range as the relay gives it, never a single promise. */
export function estimateZh(estimate: WaitEstimate): string {
  if (estimate === null) return '目前无法估计等待时间。';
  const { low, high } = estimate;
  if (low >= 60) return '预计等待一小时以上。';
  if (high <= 1) return '预计等待不到一分钟。';
  if (low === 0) return `预计等待不到 ${high} 分钟。`;
  return low >= high ? `预计等待约 ${high} 分钟。` : `预计等待 ${low} 到 ${high} 分钟。`;
}

export function positionZh(position: number): string {
  if (position === 1) return '您是下一位。';
  return `您排在第 ${position} 位：前面还有 ${position - 1} 人。`;
}
