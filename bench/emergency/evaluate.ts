/**
 * Recall and false alarms of the emergency rules (rule M1) on the labelled phrases beside this file.
 *
 * `tune` is what the rules were written against. `check` was written before any rule, by the same hand, and
 * was only ever counted. `fresh` was written last, when the rules stood: it is the nearest to what a stranger
 * will write, and the figure to believe. Nobody looks at which phrases of `check` or `fresh` fail in order to
 * mend them: `--failures` lists those of `tune` alone. The last line is one JSON object.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as z from 'zod';
import { detectEmergency } from '../../protocol/emergency.ts';

const HALVES = ['tune', 'check', 'fresh', 'stranger-tune', 'stranger-held'] as const;

export const Phrase = z.strictObject({
  text: z.string().min(1).max(4000),
  language: z.enum(['fr', 'en']),
  emergency: z.boolean(),
  category: z.string(),
  half: z.enum(HALVES),
});
export type Phrase = z.infer<typeof Phrase>;

export const phrases: readonly Phrase[] = z
  .array(Phrase)
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'phrases.json'), 'utf8')));

export type Score = {
  readonly emergencies: number;
  readonly found: number;
  /** Share of emergencies found; null when there are none. */
  readonly recall: number | null;
  readonly others: number;
  readonly flagged: number;
  /** Share of non-emergencies flagged; null when there are none. */
  readonly falseAlarms: number | null;
};

export function score(set: readonly Phrase[]): Score {
  const emergencies = set.filter(({ emergency }) => emergency);
  const others = set.filter(({ emergency }) => !emergency);
  const count = (of: readonly Phrase[]) => of.filter(({ text }) => detectEmergency(text).length > 0).length;
  const found = count(emergencies);
  const flagged = count(others);
  const share = (part: number, whole: number) => (whole === 0 ? null : Number((part / whole).toFixed(4)));
  return {
    emergencies: emergencies.length,
    found,
    recall: share(found, emergencies.length),
    others: others.length,
    flagged,
    falseAlarms: share(flagged, others.length),
  };
}

function percent(value: number | null): string {
  return value === null ? '     –' : `${(value * 100).toFixed(1).padStart(5)} %`;
}

function line(name: string, { emergencies, found, recall, others, flagged, falseAlarms }: Score): string {
  const left = `recall ${percent(recall)} (${found}/${emergencies})`;
  return `${name.padEnd(28)} ${left.padEnd(28)} false alarms ${percent(falseAlarms)} (${flagged}/${others})`;
}

function microsecondsEach(): number {
  const rounds = 3;
  const begin = performance.now();
  for (let round = 0; round < rounds; round += 1) for (const { text } of phrases) detectEmergency(text);
  return Math.round(((performance.now() - begin) * 1000) / (rounds * phrases.length));
}

const out = (text: string) => process.stdout.write(`${text}\n`);

function report(set: readonly Phrase[]): Record<string, Score> {
  const rows: Record<string, Score> = { all: score(set) };
  for (const language of ['fr', 'en']) rows[language] = score(set.filter((p) => p.language === language));
  for (const category of new Set(set.map((phrase) => phrase.category))) {
    rows[category] = score(set.filter((phrase) => phrase.category === category));
  }
  for (const [name, row] of Object.entries(rows)) out(line(`  ${name}`, row));
  return rows;
}

function listFailures(set: readonly Phrase[]): void {
  for (const { text, emergency, category } of set) {
    const rules = detectEmergency(text);
    if (emergency === rules.length > 0) continue;
    out(`${emergency ? 'missed' : `flagged ${rules.join(',')}`} [${category}] ${text}`);
  }
}

function main(): void {
  const scores: Record<string, Record<string, Score>> = {};
  for (const half of HALVES) {
    const set = phrases.filter((phrase) => phrase.half === half);
    if (set.length === 0) continue;
    out(`\n${half} (${set.length} phrases)`);
    scores[half] = report(set);
  }
  if (process.argv.includes('--failures'))
    listFailures(phrases.filter(({ half }) => half === 'tune' || half === 'stranger-tune'));
  out('');
  out(
    JSON.stringify({
      bench: 'emergency',
      phrases: phrases.length,
      microsecondsEach: microsecondsEach(),
      scores,
    }),
  );
}

if (import.meta.main) main();
