import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '../../../protocol/ipc.ts';
import type { OfficerSelf } from '../../../protocol/officer.ts';
import { createDesk, type Desk } from '../../stores/desk.ts';
import { ContextColumn } from '../context/ContextColumn.tsx';
import { ConversationPane } from '../conversation/ConversationPane.tsx';
import { DeskContext, SelfContext } from '../provider.ts';
import { rehearsalSample } from './sample.ts';

/** Leads nowhere: what is rehearsed is neither asked nor said. */
const DEAF: Bridge = {
  request: () => new Promise<never>(() => undefined),
  onEvent: () => () => undefined,
};

/**
 * Each in a frame of its own, some 1.5 s for all. The first costs most, what the second still finds cold is the way from one
 * to another, and the engine goes on compiling what every switch runs (twelve left the first real one 2 to 3 ms slower).
 */
const SWITCHES = 40;

/** What an officer's hands say first: they need the machine for themselves. */
const HANDS = ['keydown', 'pointerdown'] as const;

/**
 * Goes from one conversation to another a few times, where nobody sees, hears or reaches it, and takes it away again:
 * the officer's first switch then finds style, letters and code that have been used before. Ends early when they begin.
 */
export function rehearse(desk: Desk, self: OfficerSelf): void {
  const stage = document.createElement('div');
  stage.className = 'rehearsal';
  stage.inert = true;
  stage.setAttribute('aria-hidden', 'true');
  document.body.append(stage);
  const double = createDesk({ bridge: DEAF, sounds: { play: () => undefined } });
  const root = createRoot(stage);
  const { view, conversations } = rehearsalSample(desk.store.getState(), self, Date.now());
  double.store.setState(view, true);
  flushSync(() =>
    root.render(
      <DeskContext value={double}>
        <SelfContext value={self}>
          <div className="desk">
            <ConversationPane />
            <ContextColumn />
          </div>
        </SelfContext>
      </DeskContext>,
    ),
  );

  let begun = false;
  const begin = () => {
    begun = true;
  };
  for (const type of HANDS) window.addEventListener(type, begin, { capture: true, once: true });

  function show(index: number): void {
    if (begun || index === SWITCHES) {
      for (const type of HANDS) window.removeEventListener(type, begin, { capture: true });
      root.unmount();
      stage.remove();
      return;
    }
    flushSync(() => double.select(conversations[index % 2 === 0 ? 0 : 1]));
    // Once it was drawn.
    requestAnimationFrame(() => requestAnimationFrame(() => show(index + 1)));
  }
  requestAnimationFrame(() => show(0));
}
