import { type FormEvent, useState } from 'react';
import { LIFT_REASONS, type LiftReason, type ShownBlock } from '../../../protocol/abuse.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { OfflineNote } from '../../components/OfflineNote.tsx';
import { RelayButton } from '../../components/RelayButton.tsx';
import { useBusy } from '../../components/useBusy.ts';
import { shortStamp } from '../../format/time.ts';
import { useClock, useDesk, useLanguage, useText, useView } from '../provider.ts';

const NONE: readonly ShownBlock[] = [];

type OfBlock = { readonly block: ShownBlock; readonly onClose: () => void };

/** Lifting is one act with its reason; the relay's word of it takes the line away, here and at every other desk. */
function Lifting({ block: { conversation, reference } }: Pick<OfBlock, 'block'>) {
  const { blocks: text } = useText().personal;
  const desk = useDesk();
  const { busy, run } = useBusy();
  const [reason, setReason] = useState<LiftReason | null>(null);
  const [asked, setAsked] = useState(false);

  function lift(event: FormEvent): void {
    event.preventDefault();
    setAsked(reason === null);
    if (reason !== null) run(() => desk.run({ kind: 'unblock', conversation, reason }));
  }

  return (
    <form className="block-lift" onSubmit={lift}>
      <select
        aria-label={text.reason(reference)}
        aria-required
        value={reason ?? ''}
        onChange={({ target }) => {
          setReason(LIFT_REASONS.find((each) => each === target.value) ?? null);
          setAsked(false);
        }}
      >
        <option value="">{text.choose}</option>
        {LIFT_REASONS.map((each) => (
          <option key={each} value={each}>
            {text.reasons[each]}
          </option>
        ))}
      </select>
      <RelayButton type="submit" className="button" aria-label={text.liftNamed(reference)} disabled={busy}>
        {text.lift}
      </RelayButton>
      <p className="form-problem" role="alert">
        {asked && text.reasonFirst}
      </p>
    </form>
  );
}

function BlockLine({ block, onClose }: OfBlock) {
  const { abuse, blocks: text } = useText().personal;
  const language = useLanguage();
  const desk = useDesk();
  const holds = useClock((now) => block.until > now);
  if (!holds) return null;
  const { reference, conversation, what, reason, by, until } = block;
  return (
    <li className="block-line">
      <div className="block-facts">
        <p>
          <button
            type="button"
            className="link"
            aria-label={text.open(reference)}
            onClick={() => {
              onClose();
              desk.changeSelection({ view: 'desk' });
              desk.select(conversation);
            }}
          >
            {reference}
          </button>
          <strong>{text.targets[what]}</strong> {text.until(shortStamp(until, language))}
        </p>
        <p className="quiet">
          {abuse.reasons[reason]} · {by === null ? text.byNobody : text.by(`${by.rank} ${by.alias}`)}
        </p>
      </div>
      <Lifting block={block} />
    </li>
  );
}

/** To whom the chat is closed for a time, for supervisors (rule V8): never an address. */
export function BlocksDialog({ onClose }: { readonly onClose: () => void }) {
  const { blocks: text } = useText().personal;
  const blocks = useView((view) => view.state?.blocks ?? NONE);
  const inForce = useClock((now) => blocks.filter(({ until }) => until > now).length);
  return (
    <Dialog title={text.title} onClose={onClose} wide>
      <p className="quiet">{text.help}</p>
      <OfflineNote />
      <p role="status">{inForce === 0 ? text.none : text.count(inForce)}</p>
      {inForce > 0 && (
        <ul className="block-lines">
          {blocks.map((block) => (
            <BlockLine key={block.block} block={block} onClose={onClose} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}
