import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MemoryMain } from '../stores/desk.testkit.ts';
import { createDesk } from '../stores/desk.ts';
import { LATE, OVERDUE_FACTOR } from '../stores/thresholds.ts';
import { DeskContext } from '../views/provider.ts';
import { Elapsed } from './Elapsed.tsx';

/** How a wait of so many milliseconds is drawn. */
function drawn(waited: number, threshold: number): string {
  const now = 10_000_000_000;
  const desk = createDesk({
    bridge: new MemoryMain().bridge,
    sounds: { play: () => undefined },
    now: () => now,
  });
  return renderToStaticMarkup(
    <DeskContext value={desk}>
      <Elapsed since={now - waited} lateAfter={threshold} />
    </DeskContext>,
  );
}

test.each(Object.entries(LATE))(
  'waiting stands out at its threshold, and more at three times it: %s',
  (_, late) => {
    expect(drawn(late - 1, late)).toContain('class="elapsed"');
    expect(drawn(late, late)).toContain('class="elapsed late"');
    expect(drawn(late * OVERDUE_FACTOR - 1, late)).toContain('class="elapsed late"');
    expect(drawn(late * OVERDUE_FACTOR, late)).toContain('class="elapsed late overdue"');
  },
);
