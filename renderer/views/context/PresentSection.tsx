import { Eye, MessageCircleQuestion, UserRound } from 'lucide-react';
import type { Head } from '../../../protocol/head.ts';
import { RelayButton } from '../../components/RelayButton.tsx';
import { useBusy } from '../../components/useBusy.ts';
import { useDesk, useSelf, useText, useView } from '../provider.ts';
import { mayChange } from './rights.ts';

type Face = { readonly officer: string; readonly rank: string; readonly alias: string };

const nameOf = ({ rank, alias }: Face) => `${rank} ${alias}`;

/** One colleague whose advice is asked, and the way to end it. */
function Consulted({
  head,
  face,
  here,
}: {
  readonly head: Head;
  readonly face: Face;
  readonly here: boolean;
}) {
  const { consult: text, present } = useText().colleagues;
  const desk = useDesk();
  const self = useSelf();
  const { busy, run } = useBusy();
  const { conversation } = head;
  const end = {
    kind: 'consult',
    conversation,
    colleague: face.officer,
    asked: false,
    note: null,
  } as const;
  return (
    <li>
      {here ? <Eye size={14} /> : <MessageCircleQuestion size={14} />}
      <span>
        {nameOf(face)} <span className="quiet">{here ? present.reads : text.waiting}</span>
      </span>
      {mayChange(head, self) && (
        <RelayButton
          className="button quiet-button small"
          aria-label={text.end(nameOf(face))}
          disabled={busy}
          onClick={() => run(() => desk.run(end))}
        >
          {text.endShort}
        </RelayButton>
      )}
    </li>
  );
}

/** Who holds it where that is somebody else, who reads it now, and whose advice is asked. */
export function PresentSection({ head }: { readonly head: Head }) {
  const { present: text, consult } = useText().colleagues;
  const desk = useDesk();
  const self = useSelf();
  const shown = useView((view) => view.readers);
  const roster = useView((view) => view.roster);
  const { conversation, holder, consulted = [] } = head;
  const readers = shown.conversation === conversation ? shown.readers : [];
  const isHere = (officer: string) => readers.some((reader) => reader.officer === officer);
  const others = readers.filter(
    ({ officer }) =>
      officer !== self.officer &&
      officer !== holder?.officer &&
      !consulted.some((each) => each.officer === officer),
  );
  const theirs = holder !== null && holder.officer !== self.officer ? holder : null;
  const lost =
    theirs !== null && roster.some((row) => row.officer === theirs.officer && row.presence === 'offline');
  const nobody = theirs === null && others.length === 0 && consulted.length === 0;
  return (
    <section aria-labelledby="present-title">
      <h3 id="present-title">{text.title}</h3>
      {nobody && <p className="quiet">{text.nobody}</p>}
      <ul className="present" aria-live="off">
        {theirs !== null && (
          <li>
            <UserRound size={14} />
            <span>
              {nameOf(theirs)} <span className="quiet">{lost ? text.unreachable : text.holds}</span>
            </span>
          </li>
        )}
        {others.map((reader) => (
          <li key={reader.officer}>
            <Eye size={14} />
            <span>
              {nameOf(reader)} <span className="quiet">{text.reads}</span>
            </span>
          </li>
        ))}
        {consulted
          .filter(({ officer }) => officer !== self.officer)
          .map((face) => (
            <Consulted key={face.officer} head={head} face={face} here={isHere(face.officer)} />
          ))}
      </ul>
      {holder !== null && mayChange(head, self) && (
        <RelayButton
          className="button small"
          onClick={() => desk.openPanel({ kind: 'consult', conversation })}
        >
          <MessageCircleQuestion size={14} />
          {consult.ask}
        </RelayButton>
      )}
    </section>
  );
}
