/** A bound from DESIGN.md, in the figure's unit. `more` only says how the bound reads ("the peer + 0"). */
export type Budget = { readonly sense: 'at-most' | 'at-least' | 'below' | 'above'; readonly limit: number };

/** One measured value. */
export type Figure = {
  readonly what: string;
  readonly value: number;
  /** `ms`, `KB` (1,000 bytes), `/s`, `×`, or nothing for a count. */
  readonly unit: string;
  /** How many samples stand behind it. */
  readonly samples?: number;
  readonly budget?: Budget;
};

/** What a section has to say. A section that could not measure says why, and is never counted as met. */
export type SectionResult = {
  readonly section: string;
  readonly figures: readonly Figure[];
  /** What a reader must know to read the figures: load, warm-up, doubts. */
  readonly notes: readonly string[];
  /** Not measured, or stopped on the way, and why; null when all went well. */
  readonly failure: string | null;
  readonly seconds: number;
};

export type Verdict = { readonly met: boolean; readonly text: string };

/** Whether a figure keeps its budget, and by how much of the budget it is missed. */
export function judge(value: number, budget: Budget): Verdict {
  const { limit, sense } = budget;
  const met =
    sense === 'at-most'
      ? value <= limit
      : sense === 'below'
        ? value < limit
        : sense === 'above'
          ? value > limit
          : value >= limit;
  if (met) return { met, text: 'met' };
  const away = Math.abs(value - limit);
  return { met, text: limit === 0 ? `MISSED by ${round(away)}` : `MISSED by ${percent(away / limit)}` };
}

function percent(share: number): string {
  return `${share < 0.01 ? '<1' : Math.round(share * 100)} %`;
}

/** Three significant digits, and whole numbers above that: a bench does not know more. */
export function round(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-GB');
  return String(Number(value.toPrecision(3)));
}

const SIGNS = { 'at-most': '≤', below: '<', 'at-least': '≥', above: '>' } as const;

export function budgetText(budget: Budget, unit: string): string {
  return `${SIGNS[budget.sense]} ${round(budget.limit)}${unit === '' ? '' : ` ${unit}`}`;
}
