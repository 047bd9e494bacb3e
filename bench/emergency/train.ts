/**
 * `node bench/emergency/train.ts` learns the weights from the phrases of all writers but the unseen and writes them into
 * protocol/emergency/weights.ts. The same phrases give the same file, byte for byte (`--check` says whether it does).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from '../../protocol/emergency/weigh.ts';
import { samplesOf } from './corpus.ts';
import { type Learnt, learn } from './learn.ts';
import { THRESHOLD } from './margins.ts';
import { mended, misjudged } from './mend.ts';
import { LEARNT, phrasesBy, UNSEEN, unlike } from './phrases.ts';

const WEIGHTS = join(import.meta.dirname, '../../protocol/emergency/weights.ts');

function written({ cuts, step, bias }: Learnt): string {
  return `/** Written by bench/emergency/train.ts: not to be edited. */
// biome-ignore format: one string
export const PACKED = '${pack(cuts)}';
export const BIAS = ${Number(((bias - THRESHOLD) / step).toFixed(3))};
`;
}

/** All phrases that may be learnt. */
export function learnable(): ReturnType<typeof phrasesBy> {
  return unlike(LEARNT.flatMap(phrasesBy), UNSEEN.flatMap(phrasesBy));
}

function main(): void {
  const samples = samplesOf(learnable());
  const learnt = mended(learn(samples), samples);
  const wrong = misjudged(learnt);
  if (wrong.length > 0)
    throw new Error(`not written, these plain sentences are misjudged: ${wrong.join(' | ')}`);
  const text = written(learnt);
  if (!process.argv.includes('--check')) writeFileSync(WEIGHTS, text);
  else if (readFileSync(WEIGHTS, 'utf8') !== text)
    throw new Error('the weights are not those of the phrases');
}

if (import.meta.main) main();
