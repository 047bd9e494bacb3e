/** From phrases to what is learnt: each alone, amid everyday words, and beside something harmless. */
import { ELSEWHERE, EVERYDAY } from './everyday.ts';
import { chance, type Sample, sampleOf } from './learn.ts';
import type { Phrase, Writer } from './phrases.ts';
import { PLAIN, PLAINLY_NOT } from './plain.ts';

/** How much a phrase counts: `first` was written with the old rules in mind, and nobody chats like the help centre. */
const LESS: readonly Writer[] = ['first', 'help'];
const HALF = 0.5;
/** An emergency missed is worse than one too many. */
const MISSED = 1.5;
const AMID = 0.3;
const BESIDE = 0.2;
const EVERY = 0.5;
const PLAINLY = 3;
/** How often a plain cry is said amid everyday words. */
const OFTEN = 3;

type Language = keyof typeof EVERYDAY;

function picked(from: readonly string[], random: () => number): string {
  return from[Math.floor(random() * from.length)] ?? '';
}

function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function amid(text: string, language: Language, random: () => number): string {
  const some = () =>
    Array.from({ length: Math.floor(random() * 4) }, () => picked(EVERYDAY[language], random));
  return [...some(), ended(text), ...some()].join(' ');
}

function beside(text: string, other: string, random: () => number): string {
  return random() < 0.5 ? `${ended(text)} ${other}` : `${ended(other)} ${text}`;
}

function plainSamples(random: () => number): readonly Sample[] {
  const cries = PLAIN.flatMap((text) => [
    sampleOf(text, true, PLAINLY),
    ...Array.from({ length: OFTEN }, (_, at) =>
      sampleOf(amid(text, at % 2 === 0 ? 'fr' : 'en', random), true, 1),
    ),
  ]);
  return [...cries, ...PLAINLY_NOT.map((text) => sampleOf(text, false, PLAINLY))];
}

export function samplesOf(phrases: readonly Phrase[], seed = 7): readonly Sample[] {
  const random = chance(seed);
  const harmless: Record<Language, string[]> = { fr: [], en: [] };
  for (const { text, language, emergency } of phrases) if (!emergency) harmless[language].push(text);
  const samples = phrases.flatMap(({ text, language, emergency, writer }) => {
    const weight = (LESS.includes(writer) ? HALF : 1) * (emergency ? MISSED : 1);
    return [
      sampleOf(text, emergency, weight),
      sampleOf(amid(text, language, random), emergency, weight * AMID),
      sampleOf(beside(text, picked(harmless[language], random), random), emergency, weight * BESIDE),
    ];
  });
  const every = [...EVERYDAY.fr, ...EVERYDAY.en, ...ELSEWHERE].map((text) => sampleOf(text, false, EVERY));
  return [...samples, ...every, ...plainSamples(random)];
}
