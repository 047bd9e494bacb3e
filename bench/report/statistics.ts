/** What a list of samples says: every percentile is exact, taken over all samples, nothing is binned. */
export type Summary = {
  readonly count: number;
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly maximum: number;
};

/**
 * The smallest sample that at least `share` (0 < share ≤ 1) of the samples do not exceed (nearest rank).
 * `sorted` in rising order. Throws RangeError for no samples: a percentile of nothing is not a figure.
 */
export function percentile(sorted: readonly number[] | Float64Array, share: number): number {
  if (!(share > 0 && share <= 1)) throw new RangeError(`a percentile's share is in (0, 1], not ${share}`);
  // The tolerance keeps 0.07 × 100, which is 7.000000000000001 in binary, at rank 7.
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)];
  if (value === undefined) throw new RangeError('a percentile of no samples');
  return value;
}

/** Throws RangeError for no samples. */
export function summarize(samples: readonly number[]): Summary {
  const sorted = Float64Array.from(samples).sort();
  let sum = 0;
  for (const sample of sorted) sum += sample;
  return {
    count: sorted.length,
    mean: sum / sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    maximum: percentile(sorted, 1),
  };
}

/** The middle sample, or the mean of the middle two. Throws RangeError for no samples. */
export function median(samples: readonly number[]): number {
  const sorted = Float64Array.from(samples).sort();
  const high = sorted[sorted.length >> 1];
  const low = sorted[(sorted.length - 1) >> 1];
  if (high === undefined || low === undefined) throw new RangeError('a median of no samples');
  return (low + high) / 2;
}

export type Point = { readonly x: number; readonly y: number };

/**
 * How much `y` rises per `x`, by least squares. One subtraction of two memory readings measures mostly what the
 * allocator happened to keep; a line through several measures the growth. Throws RangeError without two
 * different `x`.
 */
export function slope(points: readonly Point[]): number {
  const mean = (pick: (point: Point) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const meanX = mean((point) => point.x);
  const meanY = mean((point) => point.y);
  let above = 0;
  let below = 0;
  for (const { x, y } of points) {
    above += (x - meanX) * (y - meanY);
    below += (x - meanX) ** 2;
  }
  if (!(below > 0)) throw new RangeError('a slope needs two different x');
  return above / below;
}
