import type { CDPSession, Page } from '@playwright/test';
import { french } from '../../renderer/i18n/fr/index.ts';
import { buildDesk } from '../../scripts/build.ts';
import { closeAnswered, give, openBoard, PATIENCE } from '../desk/board.ts';
import { takeTurns } from '../desk/officer.ts';
import { preparedRuntime } from '../desk/opening.ts';
import { MONTHS, openWithPast } from '../desk/past.ts';
import { type OpenDesk, switchOn } from '../desk/workstation.ts';
import type { Citizen } from '../load/citizen.ts';
import { connectCitizens } from '../load/crowd.ts';
import type { Desk } from '../load/desk.ts';
import { textOf } from '../load/texts.ts';
import { type Point, slope } from '../report/statistics.ts';
import { type Scope, until } from '../scope.ts';
import type { Context, Section } from '../section.ts';
import { type Relay, startRelayProcess } from '../servers/relay-process.ts';

/** DESIGN.md, "Budgets". */
const RESIDENT_MB = 350;
const DRIFT = 0.05;

const HOURS = 8;
const LIVE = 10;
/** A conversation of 12 minutes: a message a minute from the citizen, and an answer to each. */
const USUAL = { generations: 5, turns: 12 };
const QUICK = { generations: 1, turns: 1 };
const NAMES = {
  lists: french.lists.region,
  journal: 'Journal de {reference}',
  sending: french.conversation.state.sending,
};

type Sample = {
  readonly hour: number;
  readonly heap: number;
  readonly nodes: number;
  readonly total: number;
  readonly parts: string;
};

type Live = { readonly citizen: Citizen; readonly reference: string };

/** Ten citizens come and are given to the officer. */
async function arrive(scope: Scope, relay: Relay, board: Desk): Promise<Live[]> {
  const citizens = await connectCitizens(scope, relay.port, LIVE, { parse: 'plain', hooks: () => ({}) });
  const live: Live[] = [];
  for (const citizen of citizens)
    live.push({ citizen, reference: await give(board, relay, citizen.conversation) });
  return live;
}

async function leave(board: Desk, live: readonly Live[]): Promise<void> {
  for (const { citizen } of live) {
    await closeAnswered(board, citizen.conversation);
    citizen.stop();
  }
}

/** What an officer does between two answers: looks for an old message, and through the prepared ones. */
async function lookAround(page: Page): Promise<void> {
  await page.keyboard.press('Alt+f');
  await page.getByRole('searchbox').fill('facture');
  await page.getByRole('list', { name: french.search.finds }).waitFor({ timeout: PATIENCE });
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached', timeout: PATIENCE });
  await page.keyboard.press('Alt+3');
  await page.keyboard.type('/v');
  await page.getByRole('listbox').getByRole('option').first().waitFor({ timeout: PATIENCE });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
}

async function sample(desk: OpenDesk, session: CDPSession, hour: number): Promise<Sample> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  const { total, parts } = desk.residentMegabytes();
  return { hour, heap: usedSize / 1e6, nodes, total, parts };
}

function tell({ add, note }: Context, samples: readonly Sample[]): void {
  const last = samples.at(-1);
  const first = samples[0];
  if (first === undefined || last === undefined) throw new Error('a shift without an hour');
  const growth = (pick: (one: Sample) => number) =>
    slope(samples.map((one): Point => ({ x: one.hour, y: pick(one) })));
  const figures: readonly (readonly [string, string, (one: Sample) => number])[] = [
    ['window’s heap after collection', 'MB', (one) => one.heap],
    ['window’s DOM nodes', '', (one) => one.nodes],
    ['all the desk’s processes, shared pages once', 'MB', (one) => one.total],
  ];
  for (const [what, unit, pick] of figures) {
    add({ what: `${what}, after hour 1`, value: pick(first), unit });
    add({ what: `${what}, after hour ${last.hour}`, value: pick(last), unit });
    add({ what: `${what}, growth an hour`, value: growth(pick), unit, samples: samples.length });
  }
  const total = (one: Sample) => one.total;
  const drift = (growth(total) * (last.hour - first.hour)) / total(first);
  add({
    what: 'all the desk’s processes, drift over the shift (share of hour 1)',
    value: Math.abs(drift),
    unit: '',
    budget: { sense: 'at-most', limit: DRIFT },
  });
  add({
    what: 'all the desk’s processes, largest reading',
    value: Math.max(...samples.map(total)),
    unit: 'MB',
    budget: { sense: 'below', limit: RESIDENT_MB },
  });
  note(`MB each has for itself after hour 1: ${first.parts}; after hour ${last.hour}: ${last.parts}`);
  const largest = samples.reduce((one, other) => (other.total > one.total ? other : one));
  note(`MB each has for itself at the largest, after hour ${largest.hour}: ${largest.parts}`);
  note(`by hour, MB of all processes: ${samples.map((one) => one.total.toFixed(0)).join(', ')}`);
  note(`by hour, MB of the window’s heap: ${samples.map((one) => one.heap.toFixed(1)).join(', ')}`);
}

/** A desk's memory over the traffic of eight hours, sent as fast as the desk follows. */
export const shift: Section = {
  name: 'shift',
  seconds: { quick: 30, usual: 2_400 },
  alone: true,
  run: async (context) => {
    const { quick, scope, note, say } = context;
    const runtime = await preparedRuntime(quick, say);
    await buildDesk();
    const { generations, turns } = quick ? QUICK : USUAL;
    const relay = await startRelayProcess(scope, { officers: 1, supervisors: 1 });
    const workstation = await switchOn(scope, runtime);
    const past = quick ? 0 : MONTHS;
    say(`opening the desk on ${past} conversations of three months`);
    const desk = await openWithPast(scope, workstation, relay, past);
    const board = await openBoard(scope, relay);
    const session = await desk.window.context().newCDPSession(desk.window);
    const samples: Sample[] = [];
    let said = 0;
    for (let hour = 1; hour <= HOURS; hour += 1) {
      for (let generation = 0; generation < generations; generation += 1) {
        const live = await arrive(scope, relay, board);
        for (let turn = 0; turn < turns; turn += 1) {
          for (const { citizen } of live) citizen.send(`${textOf(said++)} (${said})`);
          await until('the messages', PATIENCE, () => live.every((one) => one.citizen.unacknowledged === 0));
          const answers = live.map(({ reference }) => ({
            reference,
            text: `${textOf(said++)} (${said})`,
          }));
          await takeTurns(desk.window, answers, NAMES);
        }
        say(`hour ${hour}, ${(generation + 1) * LIVE} conversations`);
        await lookAround(desk.window);
        await leave(board, live);
      }
      samples.push(await sample(desk, session, hour));
      say(`hour ${hour} of ${HOURS}: ${samples.at(-1)?.total.toFixed(0)} MB`);
    }
    tell(context, samples);
    const conversations = HOURS * generations * LIVE;
    note(
      `simulated, on a cache of ${past} older conversations: ${HOURS} hours of ${LIVE} live conversations at a time, ${conversations} in all, each of ${turns} ` +
        `messages and ${turns} answers (${2 * conversations * turns} entries said), ${conversations * turns} switches, ` +
        `${HOURS * generations} searches and ${HOURS * generations} looks through the prepared answers, as fast as the ` +
        'desk follows; memory is read after each hour’s traffic and two forced collections of the window',
    );
    note('not simulated: eight hours of clock ticks, heartbeats, sounds and idle time; the machine’s sleep');
  },
};
