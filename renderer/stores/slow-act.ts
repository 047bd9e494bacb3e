import { type DeskContext, notify, update } from './context.ts';
import { withoutKind } from './notices.ts';

/** A wire that answers at once needs no word; milliseconds. */
const SAID_AFTER = 300;

export type SlowAct<Input extends unknown[]> = {
  /** One at a time: asked again while it is going on, it is the same act. */
  readonly run: (...input: Input) => Promise<boolean>;
  readonly isGoing: () => boolean;
  /** Resolves when none is going on. */
  readonly isOver: () => Promise<unknown>;
};

/** An act that may take a while: the officer is told so, until it is over. */
export function slowAct<Input extends unknown[]>(
  context: DeskContext,
  kind: 'handing-over' | 'signing-out',
  act: (...input: Input) => Promise<boolean>,
): SlowAct<Input> {
  let going: Promise<boolean> | null = null;

  async function run(...input: Input): Promise<boolean> {
    if (going !== null) return going;
    const saying = setTimeout(() => notify(context, { kind }), SAID_AFTER);
    going = act(...input);
    try {
      return await going;
    } finally {
      going = null;
      clearTimeout(saying);
      update(context, (view) => ({ ...view, notices: withoutKind(view.notices, kind) }));
    }
  }

  return { run, isGoing: () => going !== null, isOver: async () => going };
}
