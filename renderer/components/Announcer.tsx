import { useEffect, useRef, useState } from 'react';
import type { Head } from '../../protocol/head.ts';
import { covered } from '../format/masked.ts';
import type { Catalogue } from '../i18n/catalogue.ts';
import { flaggedOf, heldBy, queueOf } from '../stores/heads.ts';
import type { View } from '../stores/view.ts';
import { useDesk, useSelf, useText } from '../views/provider.ts';

/** News is gathered for this long and said once, in milliseconds. */
const GATHER = 1_200;
const MAX_SPOKEN = 200;

type Known = {
  readonly spoken: ReadonlyMap<string, number>;
  readonly flagged: ReadonlySet<string>;
  readonly waiting: number;
};

function look(view: View, officer: string): Known {
  return {
    spoken: new Map(heldBy(view.heads.open, officer).map((head) => [head.conversation, head.lastCitizenSeq])),
    flagged: new Set(flaggedOf(view.heads.open).map((head) => head.conversation)),
    waiting: queueOf(view.heads.open).length,
  };
}

function spokenText(view: View, head: Head, text: Catalogue): string | null {
  const entry = view.journals
    .get(head.conversation)
    ?.entries.findLast(({ body, author }) => body.kind === 'message' && author.role === 'citizen');
  if (entry?.body.kind !== 'message') return null;
  return text.conversation.announce.message(
    head.reference,
    covered(entry.body.text, text).slice(0, MAX_SPOKEN),
  );
}

/** What changed since the last announcement, as one line; empty when nothing is worth saying. Pure. */
export function newsSince(before: Known, view: View, officer: string, text: Catalogue): string {
  const { announce } = text.conversation;
  const lines = flaggedOf(view.heads.open)
    .filter((head) => !before.flagged.has(head.conversation))
    .map((head) => announce.emergency(head.reference));
  const elsewhere: string[] = [];
  for (const head of heldBy(view.heads.open, officer)) {
    const shown = head.conversation === view.selection.current && view.selection.view === 'desk';
    // Held only since the last announcement: what is on screen is being read, what is unread elsewhere is news.
    const heard = before.spoken.get(head.conversation) ?? (shown ? head.lastCitizenSeq : head.officerRead);
    if (head.lastCitizenSeq <= heard) continue;
    const spoken = shown ? spokenText(view, head, text) : null;
    if (spoken === null) elsewhere.push(head.reference);
    else lines.push(spoken);
  }
  if (elsewhere.length > 0) lines.push(announce.elsewhere(elsewhere.join(', ')));
  const waiting = queueOf(view.heads.open).length;
  if (waiting > before.waiting) lines.push(announce.queue(waiting));
  return lines.join('. ');
}

/** Says news once, politely, gathered: the only live region that speaks of conversations. */
export function Announcer() {
  const desk = useDesk();
  const self = useSelf();
  const text = useText();
  const [line, setLine] = useState('');
  const known = useRef<Known | null>(null);
  useEffect(() => {
    known.current ??= look(desk.store.getState(), self.officer);
    let timer: ReturnType<typeof setTimeout> | null = null;
    const say = () => {
      timer = null;
      const view = desk.store.getState();
      if (known.current !== null) {
        const news = newsSince(known.current, view, self.officer, text);
        if (news !== '') setLine(news);
      }
      known.current = look(view, self.officer);
    };
    const stop = desk.store.subscribe((view, before) => {
      if (view.heads !== before.heads) timer ??= setTimeout(say, GATHER);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [desk, self.officer, text]);
  return (
    <div className="hidden" aria-live="polite" aria-atomic="true" data-react-aria-top-layer="true">
      {line}
    </div>
  );
}
