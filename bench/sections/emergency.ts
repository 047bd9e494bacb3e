import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Figure } from '../report/figure.ts';
import type { Section } from '../section.ts';

const EVALUATE = fileURLToPath(new URL('../emergency/evaluate.ts', import.meta.url));

/** The longest the evaluation may take; milliseconds. */
const PATIENCE = { quick: 8_000, usual: 480_000 } as const;

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

const Score = z.object({
  emergencies: z.number(),
  others: z.number(),
  recall: z.nullable(z.number()),
  falseAlarms: z.nullable(z.number()),
});
const Evaluation = z.object({
  microsecondsEach: z.number(),
  /** By what was left out and by side (weights, the rules before), then by language. */
  scores: z.record(z.string(), z.record(z.string(), Score)),
});

function figures({ scores, microsecondsEach }: z.infer<typeof Evaluation>): Figure[] {
  // By set, then the whole of it and each language.
  const found = Object.entries(scores).flatMap(([half, groups]) =>
    Object.entries(groups).flatMap(([group, { recall, emergencies, falseAlarms, others }]): Figure[] => {
      const of = group === 'all' ? half : `${half}, ${group}`;
      const share = (what: string, value: number | null, samples: number): Figure[] =>
        value === null ? [] : [{ what: `${what}, ${of}`, value: value * 100, unit: '%', samples }];
      return [
        ...share('emergencies found', recall, emergencies),
        ...share('false alarms', falseAlarms, others),
      ];
    }),
  );
  return [...found, { what: 'time a phrase', value: microsecondsEach, unit: 'µs' }];
}

/** How well emergencies are told from everything else at first sight, beside the rules before: evaluate.ts's figures. */
export const emergency: Section = {
  name: 'emergency',
  seconds: { quick: 1, usual: 300 },
  run: async ({ quick, scope, add, note }) => {
    if (!existsSync(EVALUATE)) throw new Error('there is no bench/emergency/evaluate.ts');
    const output = await new Promise<string>((done, failed) => {
      const child = execFile(
        process.execPath,
        [EVALUATE, ...(quick ? ['--quick'] : [])],
        {
          timeout: quick ? PATIENCE.quick : PATIENCE.usual,
          killSignal: 'SIGKILL',
          maxBuffer: 16 * 1024 * 1024,
        },
        (error, stdout, stderr) => {
          // It may judge its own figures by its exit code; they are shown all the same.
          if (error !== null && stdout === '') failed(new Error(stderr.slice(-500) || error.message));
          else done(stdout);
        },
      );
      scope.defer(() => void child.kill('SIGKILL'));
    });
    const read = Evaluation.safeParse(JSON.parse(lastLine(output)));
    if (!read.success) throw new Error('the evaluation did not end with the JSON object that was expected');
    for (const figure of figures(read.data)) add(figure);
    note(
      'nothing was learnt from what is left out, nor from what is nearly the same; bench/emergency/README.md',
    );
  },
};
