/**
 * Recall and false alarms of emergency detection (rule M1), beside those of the hand-written rules it replaced, on the
 * same phrases. What counts is a first sight: a writer of whom nothing was learnt. The last line is one JSON object.
 * `--quick` judges the shipped weights on the writers who are never learnt, and nothing else.
 */
import { performance } from 'node:perf_hooks';
import { detectEmergency } from '../../protocol/emergency.ts';
import { samplesOf } from './corpus.ts';
import { learn } from './learn.ts';
import { marginIn, THRESHOLD } from './margins.ts';
import { mended } from './mend.ts';
import { LEARNT, type Phrase, phrasesBy, STRANGERS, UNSEEN, unlike } from './phrases.ts';

export type Score = {
  readonly emergencies: number;
  /** Share of emergencies found; null when there are none. */
  readonly recall: number | null;
  readonly others: number;
  /** Share of non-emergencies flagged; null when there are none. */
  readonly falseAlarms: number | null;
};

/** A phrase and how far beyond the threshold it was put by weights that had not seen it. */
type Judged = { readonly phrase: Phrase; readonly margin: number };

/** Writers are left out several at a time: so many times is learnt. */
const TURNS = 5;

export function score(set: readonly Judged[], flags: (judged: Judged) => boolean): Score {
  const share = (of: readonly Judged[]) =>
    of.length === 0 ? null : Number((of.filter(flags).length / of.length).toFixed(4));
  const emergencies = set.filter(({ phrase }) => phrase.emergency);
  const others = set.filter(({ phrase }) => !phrase.emergency);
  return {
    emergencies: emergencies.length,
    recall: share(emergencies),
    others: others.length,
    falseAlarms: share(others),
  };
}

const byRules = ({ phrase }: Judged) => phrase.rules;
const byWeights = ({ margin }: Judged) => margin > 0;

/** Judges phrases by weights learnt from all others that are not nearly the same. */
function leftOut(all: readonly Phrase[], isOut: (phrase: Phrase) => boolean): readonly Judged[] {
  const out = all.filter(isOut);
  const kept = all.filter((phrase) => !isOut(phrase));
  const samples = samplesOf(unlike(kept, out));
  const learnt = mended(learn(samples), samples);
  return out.map((phrase) => ({ phrase, margin: marginIn(learnt, phrase.text) - THRESHOLD }));
}

/** Each writer who saw neither rules nor the other writers, judged by weights that saw nothing of theirs. */
function byWriter(all: readonly Phrase[]): readonly Judged[] {
  return Array.from({ length: TURNS }, (_, turn) => {
    const out = new Set<string>(STRANGERS.filter((_name, at) => at % TURNS === turn));
    return leftOut(all, ({ writer }) => out.has(writer));
  }).flat();
}

/** Everyday messages, a quarter at a time. */
function everyday(all: readonly Phrase[]): readonly Judged[] {
  const set = all.filter(({ writer, batch }) => writer === 'own' && batch === 'everyday');
  return Array.from({ length: 4 }, (_, turn) => {
    const out = new Set(set.filter((_phrase, at) => at % 4 === turn));
    return leftOut(all, (phrase) => out.has(phrase));
  }).flat();
}

function shipped(phrases: readonly Phrase[]): readonly Judged[] {
  return phrases.map((phrase) => ({ phrase, margin: detectEmergency(phrase.text).length > 0 ? 1 : -1 }));
}

const out = (text: string) => process.stdout.write(`${text}\n`);
const percent = (value: number | null) =>
  (value === null ? '–' : `${(value * 100).toFixed(1)} %`).padStart(7);

function report(name: string, set: readonly Judged[]): Record<string, Record<string, Score>> {
  const rows: Record<string, Record<string, Score>> = {};
  const sides = [
    ['', byWeights],
    [', the rules before', byRules],
  ] as const;
  for (const [side, flags] of sides) {
    const groups: Record<string, Score> = { all: score(set, flags) };
    for (const language of ['fr', 'en']) {
      groups[language] = score(
        set.filter(({ phrase }) => phrase.language === language),
        flags,
      );
    }
    for (const [group, { recall, emergencies, falseAlarms, others }] of Object.entries(groups)) {
      out(
        `${`${name}${side}`.padEnd(44)} ${group.padEnd(4)} recall ${percent(recall)} (of ${emergencies})  false alarms ${percent(falseAlarms)} (of ${others})`,
      );
    }
    rows[`${name}${side}`] = groups;
  }
  return rows;
}

/** What another threshold would give. */
function curve(name: string, set: readonly Judged[]): void {
  const margins = set.filter(({ phrase }) => phrase.emergency).map(({ margin }) => margin);
  margins.sort((one, other) => other - one);
  for (const recall of [0.97, 0.95, 0.9, 0.85, 0.8]) {
    const least = margins[Math.ceil(recall * margins.length) - 1] ?? 0;
    const { falseAlarms } = score(set, ({ margin }) => margin >= least);
    out(
      `${name}: recall ${percent(recall)} costs false alarms ${percent(falseAlarms)} (threshold ${(THRESHOLD + least).toFixed(2)})`,
    );
  }
}

function microsecondsEach(phrases: readonly Phrase[]): number {
  const begin = performance.now();
  for (const { text } of phrases) detectEmergency(text);
  return Math.round(((performance.now() - begin) * 1000) / phrases.length);
}

function main(): void {
  const unseen = shipped(UNSEEN.flatMap(phrasesBy));
  let scores = report('never learnt', unseen);
  for (const name of UNSEEN) {
    scores = {
      ...scores,
      ...report(
        `“${name}”`,
        unseen.filter(({ phrase }) => phrase.writer === name),
      ),
    };
  }
  if (!process.argv.includes('--quick')) {
    const all = LEARNT.flatMap(phrasesBy);
    const strangers = byWriter(all);
    scores = { ...scores, ...report('a writer left out', strangers) };
    for (const name of STRANGERS) {
      const own = strangers.filter(({ phrase }) => phrase.writer === name);
      scores = { ...scores, ...report(`“${name}” left out`, own) };
    }
    curve('a writer left out', strangers);
    scores = { ...scores, ...report('everyday messages left out', everyday(all)) };
  }
  out(
    JSON.stringify({
      bench: 'emergency',
      phrases: unseen.length,
      microsecondsEach: microsecondsEach(unseen.map(({ phrase }) => phrase)),
      scores,
    }),
  );
}

if (import.meta.main) main();
