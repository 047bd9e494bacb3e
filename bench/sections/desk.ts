import { french } from '../../renderer/i18n/fr/index.ts';
import { buildDesk } from '../../scripts/build.ts';
import { give, leaveClosed, openBoard } from '../desk/board.ts';
import { tellBundle } from '../desk/bundle.ts';
import { preparedRuntime } from '../desk/opening.ts';
import { MONTHS, openWithPast } from '../desk/past.ts';
import { type Switch, type Target, timeSwitches, whenListed } from '../desk/switching.ts';
import { timeKeys, timeStrokes } from '../desk/typing.ts';
import { type OpenDesk, openDesk, switchOn, type Workstation } from '../desk/workstation.ts';
import type { Citizen } from '../load/citizen.ts';
import { connectCitizens } from '../load/crowd.ts';
import { textOf } from '../load/texts.ts';
import { median, summarize } from '../report/statistics.ts';
import { inParallel, pause, type Scope, until } from '../scope.ts';
import type { Context, Section } from '../section.ts';
import { type Relay, startRelayProcess } from '../servers/relay-process.ts';

/** DESIGN.md, "Budgets". */
const COLD_START = 1_500;
const SWITCH_P95 = 16;
const RESIDENT_MB = 350;

/** Within this after the first frame the window has rehearsed; milliseconds. */
const REHEARSED = 5_000;

const LIVE = 10;
/** What a shift has closed by its end besides: the relay lists it for twelve hours, and so does the desk. */
const CLOSED = { count: 400, each: 12 } as const;
const LABELS = { lists: french.lists.region, journal: 'Journal de {reference}' };

type Filled = {
  readonly citizens: readonly Citizen[];
  /** Each conversation's newest text. */
  readonly newest: ReadonlyMap<string, string>;
};

/** Ten conversations of so many messages each, waiting on the relay. */
async function fill(scope: Scope, relay: Relay, each: number): Promise<Filled> {
  const citizens = await connectCitizens(scope, relay.port, LIVE, { parse: 'plain', hooks: () => ({}) });
  const newest = new Map<string, string>();
  await inParallel(citizens, LIVE, async (citizen, index) => {
    for (let number = 1; number <= each; number += 1) {
      const isLast = number === each;
      const text = isLast ? `Dernier message de la conversation ${index}.` : `${textOf(number)} (${number})`;
      if (isLast) newest.set(citizen.conversation, text);
      citizen.send(text);
      if (number % 32 === 0 || isLast) {
        await until('the messages', 20_000, () => citizen.unacknowledged === 0);
      }
    }
  });
  return { citizens, newest };
}

function tellSwitches({ add, note }: Context, label: string, switches: readonly Switch[]): void {
  const { count: samples, p50, p95, maximum } = summarize(switches.map((one) => one.milliseconds));
  add({ what: `switch conversation ${label}, p50`, value: p50, unit: 'ms', samples });
  const budget = { sense: 'below', limit: SWITCH_P95 } as const;
  add({ what: `switch conversation ${label}, p95`, value: p95, unit: 'ms', samples, budget });
  add({ what: `switch conversation ${label}, slowest`, value: maximum, unit: 'ms', samples });
  const first = switches.filter((one) => one.frames === 1).length;
  note(`${first} of ${samples} switches ${label} were painted in the very frame of the click`);
}

/** Letters of an answer, typed while the ten citizens go on writing. */
const TYPED = 'Bonjour, nous avons bien lu votre message et nous vous repondons tout de suite. ';
/** A citizen's pace while the officer types; milliseconds. */
const SPEAKS_EVERY = 2_000;

async function typing(context: Context, desk: OpenDesk, citizens: readonly Citizen[]): Promise<void> {
  const { add, quick, scope } = context;
  const speaking = citizens.map((citizen, index) =>
    setInterval(() => citizen.send(textOf(index)), SPEAKS_EVERY + index * 37),
  );
  scope.defer(() => {
    for (const each of speaking) clearInterval(each);
  });
  const text = TYPED.repeat(quick ? 1 : 4);
  const strokes = await timeStrokes(desk.window, text);
  const { count: samples, p50, p95, maximum } = summarize(strokes.map((one) => one.milliseconds));
  add({ what: 'keystroke to paint, 10 live conversations, p50', value: p50, unit: 'ms', samples });
  const budget = { sense: 'below', limit: SWITCH_P95 } as const;
  add({ what: 'keystroke to paint, 10 live conversations, p95', value: p95, unit: 'ms', samples, budget });
  add({ what: 'keystroke to paint, slowest', value: maximum, unit: 'ms', samples });
  const keys = summarize(await timeKeys(desk.window, text));
  add({
    what: 'key received to paint, the wait for the next refresh included, p95',
    value: keys.p95,
    unit: 'ms',
    samples: keys.count,
  });
  for (const each of speaking) clearInterval(each);
}

async function memory({ add, note }: Context, desk: OpenDesk): Promise<void> {
  const session = await desk.window.context().newCDPSession(desk.window);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  add({ what: 'window’s heap after collection', value: usedSize / 1e6, unit: 'MB' });
  const { total, window, parts } = desk.residentMegabytes();
  note(`MB each process has for itself: ${parts}`);
  add({ what: 'window’s process, resident', value: window, unit: 'MB' });
  const budget = { sense: 'below', limit: RESIDENT_MB } as const;
  add({ what: 'all the desk’s processes, shared pages once', value: total, unit: 'MB', budget });
}

/** Lets the desk go through everything that its cache is to hold. */
async function fillCache(context: Context, workstation: Workstation, relay: Relay, each: number) {
  const { scope, say, quick } = context;
  const board = await openBoard(scope, relay);
  if (!quick) say(`${MONTHS} conversations of three months, ${CLOSED.count} of today`);
  const desk = await openWithPast(scope, workstation, relay, quick ? 0 : MONTHS);
  if (!quick) {
    const followed = (reference: string) => whenListed(desk.window, [reference]);
    await leaveClosed(scope, relay, board, { ...CLOSED, followed });
  }
  say(`${LIVE} conversations of ${each} messages`);
  const { citizens, newest } = await fill(scope, relay, each);
  const targets: Target[] = [];
  for (const [conversation, text] of newest)
    targets.push({ reference: await give(board, relay, conversation), newest: text });
  board.stop();
  const references = targets.map((target) => target.reference);
  await whenListed(desk.window, references);
  await timeSwitches(desk.window, targets, LABELS);
  return { desk, citizens, targets, references };
}

/** The desk in real Electron, as an officer meets it on a Monday morning and all day long. */
export const desk: Section = {
  name: 'desk',
  seconds: { quick: 15, usual: 600 },
  run: async (context) => {
    const { quick, scope, add, note, say } = context;
    const runtime = await preparedRuntime(quick, say);
    await buildDesk();
    const each = quick ? 100 : 1_000;
    const relay = await startRelayProcess(scope, { officers: 1, supervisors: 1 });
    const url = `http://127.0.0.1:${relay.port}`;
    const workstation = await switchOn(scope, runtime);
    say('filling the cache');
    const first = await fillCache(context, workstation, relay, each);
    const { citizens, targets, references } = first;
    await pause(500);
    say('closing');
    await first.desk.close();

    const starts: number[] = [];
    let open: OpenDesk | null = null;
    for (let run = 0; run < (quick ? 1 : 5); run += 1) {
      await open?.close();
      say(`cold start ${run + 1}`);
      open = await openDesk(scope, workstation, url);
      starts.push((await whenListed(open.window, references)) - open.startedAt);
    }
    add({
      what: 'cold start to the conversations on screen, cached',
      value: median(starts),
      unit: 'ms',
      samples: starts.length,
      budget: { sense: 'below', limit: COLD_START },
    });
    if (open === null) return;
    say('switching');
    // An officer's first click comes after the idle moment in which the window rehearses a switch.
    await pause(quick ? 0.7 * REHEARSED : REHEARSED);
    // First visits of this start read the cache; later ones find the journal in the window's memory.
    const visits = await timeSwitches(open.window, targets, LABELS);
    const rounds = Array.from({ length: quick ? 1 : 20 }, () => targets).flat();
    const again = await timeSwitches(open.window, rounds, LABELS);
    // The budget is for switches whatever they are; of ten first visits a 95th percentile is the slowest.
    tellSwitches(context, 'of either kind', [...visits, ...again]);
    tellSwitches(context, 'first visit', visits);
    tellSwitches(context, 'again', again);
    say('typing');
    await typing(context, open, citizens);
    await memory(context, open);
    tellBundle(context);
    note(
      `${LIVE} live conversations of ${each} messages, ${quick ? 'none closed' : `${CLOSED.count} closed today and ${MONTHS} before`}, cached, encrypted with the session’s keychain; Electron ` +
        `${runtime.version}${runtime.trial ? ', the OLD TRIAL RUNTIME with its cache on Node 24, under Xvfb without a graphics card: not what is shipped' : ', under Xvfb'}`,
    );
    note('a cold start runs from the program’s start; the operating system has its files in memory');
  },
};
