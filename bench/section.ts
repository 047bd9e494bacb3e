import type { Figure, SectionResult } from './report/figure.ts';
import { Scope } from './scope.ts';

/** What a section is given, and where it puts what it measured: figures stay even when it fails later. */
export type Context = {
  /** Few clients and short rounds: the whole bench within 50 seconds. */
  readonly quick: boolean;
  readonly scope: Scope;
  /** Where to leave processor profiles of the relay; null for none. */
  readonly profile: string | null;
  readonly add: (figure: Figure) => void;
  readonly note: (text: string) => void;
  /** Progress, on the error output. */
  readonly say: (text: string) => void;
};

export type Section = {
  readonly name: string;
  /** The longest it may take, in seconds; it is ended then. */
  readonly seconds: { readonly quick: number; readonly usual: number };
  /** Too long for a quick run of everything: it runs there only when it is named. */
  readonly alone?: true;
  readonly run: (context: Context) => Promise<void>;
};

export type SectionOptions = {
  readonly quick: boolean;
  readonly profile: string | null;
  /** At most this long, whatever the section allows itself; seconds. */
  readonly left: number;
  readonly onScope: (scope: Scope) => void;
};

/** Runs one section within its time and gives back all it opened. Never rejects. */
export async function runSection(section: Section, options: SectionOptions): Promise<SectionResult> {
  const { quick, profile } = options;
  const start = performance.now();
  const figures: Figure[] = [];
  const notes: string[] = [];
  const scope = new Scope();
  options.onScope(scope);
  const seconds = Math.min(options.left, quick ? section.seconds.quick : section.seconds.usual);
  const say = (text: string) => {
    const at = ((performance.now() - start) / 1000).toFixed(1);
    process.stderr.write(`[${section.name} ${at} s] ${text}\n`);
  };
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error(`stopped after ${Math.round(seconds)} s, its limit`)),
    Math.max(0, seconds) * 1000,
  );
  let failure: string | null = null;
  try {
    const done = section.run({
      quick,
      scope,
      profile,
      add: (figure) => void figures.push(figure),
      note: (text) => void notes.push(text),
      say,
    });
    // A section that was stopped fails a second time when its servers go: that is no news.
    done.catch(() => undefined);
    await Promise.race([done, late]);
  } catch (error) {
    failure = oneLine(error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
    await scope.close();
  }
  return {
    section: section.name,
    figures: [...figures],
    notes: [...notes],
    failure,
    seconds: (performance.now() - start) / 1000,
  };
}

/** A process that did not start brings its whole complaint along: what failed and why is enough, on one line. */
function oneLine(message: string): string {
  const [first = '', ...rest] = message.split('\n').map((line) => line.trim());
  const cause = rest.find((line) => /^\w*Error\b/.test(line)) ?? rest.find((line) => line !== '');
  return cause === undefined || first.includes(cause) ? first : `${first} ${cause}`;
}
