import type { Head } from '../../protocol/head.ts';
import type { Id } from '../../protocol/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { leftBy, type Viewer } from '../domain/reading.ts';
import { encode } from './encode.ts';
import type { Live, Registry } from './live.ts';
import { headOf, seesHead } from './views.ts';

/** Everything a desk may see, in as many frames as it takes: the first says "drop the rest", the last one that it is all. */
export function* allHeads(registry: Registry, viewer: Viewer): Generator<string> {
  const heads: Head[] = [];
  for (const live of registry.all()) if (seesHead(viewer, live.state)) heads.push(headOf(live));
  yield* headFrames(heads, [], true);
}

/** Rule Q6: what went out of this officer's hands without their looking at it. */
export function* leftFrames(lives: Iterable<Live>, viewer: Viewer, all: boolean): Generator<string> {
  const left = [...lives].flatMap(({ state, reference }) => {
    const how = leftBy(viewer, state);
    if (how === null) return [];
    const { conversation, status } = state;
    const why = how.unheard ? { unheard: true as const } : {};
    return [{ conversation, reference, open: status !== 'closed', ...why }];
  });
  let start = 0;
  do {
    const conversations = left.slice(start, start + LIMITS.leftPerFrame);
    yield encode({ type: 'left', all: all && start === 0, conversations });
    start += LIMITS.leftPerFrame;
  } while (start < left.length);
}

function* headFrames(heads: readonly Head[], gone: Id[], all: boolean): Generator<string> {
  let start = 0;
  do {
    const first = start === 0;
    const part = heads.slice(start, start + LIMITS.headsPerFrame);
    start += LIMITS.headsPerFrame;
    const more = start < heads.length ? ({ more: true } as const) : {};
    yield encode({ type: 'heads', all: all && first, heads: part, gone: first ? gone : [], ...more });
  } while (start < heads.length);
}

/**
 * What changed in one turn, as each desk may see it. Officers whose own conversations are not concerned all
 * get the same frame, and so do such supervisors: it is built once.
 */
export class HeadDelta {
  readonly #changes: { readonly live: Live; readonly head: Head; readonly shown: Live['shown'] }[] = [];
  readonly #concerned = new Set<Id>();
  readonly #shared = new Map<boolean, readonly string[]>();

  /** Takes note that these states are now shown. */
  constructor(changed: Iterable<Live>) {
    for (const live of changed) {
      const { state, shown } = live;
      this.#changes.push({ live, head: headOf(live), shown });
      const people = [state.holder, state.lastHolder, shown?.holder, shown?.lastHolder];
      for (const officer of [...people, ...state.consulted, ...(shown?.consulted ?? [])]) {
        if (officer) this.#concerned.add(officer.officer);
      }
      live.shown = live.removed ? null : state;
    }
  }

  frames(viewer: Viewer): readonly string[] {
    if (this.#concerned.has(viewer.officer)) return this.#build(viewer);
    const known = this.#shared.get(viewer.supervisor);
    if (known !== undefined) return known;
    const built = this.#build(viewer);
    this.#shared.set(viewer.supervisor, built);
    return built;
  }

  #build(viewer: Viewer): string[] {
    const heads: Head[] = [];
    const gone: Id[] = [];
    for (const { live, head, shown } of this.#changes) {
      if (!live.removed && seesHead(viewer, live.state)) heads.push(head);
      else if (shown !== null && seesHead(viewer, shown)) gone.push(head.conversation);
    }
    return heads.length + gone.length === 0 ? [] : [...headFrames(heads, gone, false)];
  }
}
