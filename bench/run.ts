/** `npm run bench [section…] [-- --quick] [-- --profile=DIRECTORY]`: the budgets of DESIGN.md, measured. */
import { mkdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { SectionResult } from './report/figure.ts';
import { judge } from './report/figure.ts';
import { report, totals } from './report/table.ts';
import type { Scope } from './scope.ts';
import { runSection, type Section } from './section.ts';
import { desk } from './sections/desk.ts';
import { emergency } from './sections/emergency.ts';
import { estimate } from './sections/estimate.ts';
import { latency } from './sections/latency.ts';
import { memory } from './sections/memory.ts';
import { page } from './sections/page.ts';
import { purge } from './sections/purge.ts';
import { restart } from './sections/restart.ts';
import { sealing } from './sections/sealing.ts';
import { search } from './sections/search.ts';
import { shift } from './sections/shift.ts';
import { throughput } from './sections/throughput.ts';

const SECTIONS: readonly Section[] = [
  latency,
  throughput,
  memory,
  restart,
  page,
  desk,
  shift,
  emergency,
  estimate,
  sealing,
  purge,
  search,
];

/** All of `--quick`, in seconds, with room to end what runs and to print. */
const QUICK_SECONDS = 47;
/** What a quick section leaves at least to each later one, as a share of what that one may take. */
const QUICK_SHARE = 0.7;

/** Sections that run at the same time in a quick run: both mostly wait, for reconnections and for a slow line. */
const QUICK_TOGETHER: readonly Section[] = [restart, page];

/** The sections in the order of their turns, several in a turn where they run at the same time. */
function turnsOf(sections: readonly Section[], quick: boolean): Section[][] {
  const turns: Section[][] = [];
  for (const section of sections) {
    const last = turns.at(-1);
    const joins =
      quick && QUICK_TOGETHER.includes(section) && last?.every((one) => QUICK_TOGETHER.includes(one));
    if (joins === true) last?.push(section);
    else turns.push([section]);
  }
  return turns;
}

/** How long the first of `turns` may take, when the whole must end in `left` seconds. */
function allowance(turns: readonly (readonly Section[])[], left: number): number {
  const later = turns
    .slice(1)
    .reduce((sum, turn) => sum + Math.max(...turn.map(({ seconds }) => seconds.quick)), 0);
  return Math.max(1, left - QUICK_SHARE * later);
}

type Request =
  | { readonly sections: readonly Section[]; readonly quick: boolean; readonly profile: string | null }
  | { readonly problem: string };

function read(args: readonly string[]): Request {
  try {
    const { values, positionals } = parseArgs({
      args: args.filter((argument) => argument !== '--'),
      allowPositionals: true,
      options: { quick: { type: 'boolean', default: false }, profile: { type: 'string' } },
    });
    const unknown = positionals.filter((name) => !SECTIONS.some((section) => section.name === name));
    if (unknown.length > 0) return { problem: `no section ${unknown.join(', ')}` };
    const { quick } = values;
    const sections = SECTIONS.filter(({ name, alone }) =>
      positionals.length === 0 ? !(quick && alone === true) : positionals.includes(name),
    );
    const profile = values.profile === undefined ? null : resolve(values.profile);
    return { sections, quick, profile };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The last line: one JSON object with every figure, for programs. */
function json(results: readonly SectionResult[], quick: boolean, seconds: number, load: number): string {
  return JSON.stringify({
    quick,
    node: process.versions.node,
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    seconds: Math.round(seconds),
    /** What else the machine was doing when the bench began: above 0.5 or so, the figures are not the product's alone. */
    loadBefore: load,
    ...totals(results),
    sections: results.map(({ section, failure, figures }) => ({
      section,
      failure,
      figures: figures.map((figure) => ({
        ...figure,
        met: figure.budget === undefined ? null : judge(figure.value, figure.budget).met,
      })),
    })),
  });
}

async function main(): Promise<number> {
  const request = read(process.argv.slice(2));
  if ('problem' in request) {
    const names = SECTIONS.map((section) => section.name).join(', ');
    console.error(
      `${request.problem}\nnode bench/run.ts [section…] [--quick] [--profile=DIRECTORY]\n${names}`,
    );
    return 2;
  }
  const { sections, quick, profile } = request;
  if (profile !== null) mkdirSync(profile, { recursive: true });
  const [load = 0] = loadavg();
  const start = performance.now();
  const elapsed = () => (performance.now() - start) / 1000;
  const open: Scope[] = [];
  const giveUp = (exitCode: number) =>
    void Promise.all(open.map((scope) => scope.close())).finally(() => process.exit(exitCode));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => giveUp(130));
  process.on('uncaughtException', (error) => {
    console.error(error);
    giveUp(70);
  });
  const results: SectionResult[] = [];
  const turns = turnsOf(sections, quick);
  for (const [index, turn] of turns.entries()) {
    const left = quick ? allowance(turns.slice(index), QUICK_SECONDS - elapsed()) : Number.POSITIVE_INFINITY;
    const onScope = (scope: Scope) => void open.push(scope);
    const run = (section: Section) => runSection(section, { quick, profile, left, onScope });
    results.push(...(await Promise.all(turn.map(run))));
  }
  const { met, missed, failed } = totals(results);
  console.log(report(results));
  console.log(
    `\n${met} budgets met, ${missed} missed, ${failed} sections not fully measured; ` +
      `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(elapsed())} s; ` +
      `load average before the start ${load.toFixed(1)}${load > 0.5 ? ': OTHERS USED THIS MACHINE, these figures are worse than alone' : ''}`,
  );
  console.log(json(results, quick, elapsed(), load));
  return failed === 0 ? 0 : 1;
}

const code = await main();
// Client sockets and keep-alive agents of ended servers have nothing left to do.
process.exit(code);
