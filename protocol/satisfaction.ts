import * as z from 'zod/mini';

/** Did you get what you needed? One tap after the end, nothing else (rule D9). */
export const SATISFACTIONS = ['yes', 'partly', 'no'] as const;
export const Satisfaction = z.enum(SATISFACTIONS);
export type Satisfaction = z.infer<typeof Satisfaction>;

const Count = z.int().check(z.nonnegative());
export const SatisfactionCounts = z.strictObject({ yes: Count, partly: Count, no: Count });
export type SatisfactionCounts = z.infer<typeof SatisfactionCounts>;

/** How many of each, today and over the last days; days are those of Paris. */
export const SatisfactionFigures = z.strictObject({ today: SatisfactionCounts, week: SatisfactionCounts });
export type SatisfactionFigures = z.infer<typeof SatisfactionFigures>;

/** `POST /api/conversation/satisfaction`: 204; 409 where it is not asked, or was answered already. */
export const SatisfactionAnswer = z.strictObject({ answer: Satisfaction });
