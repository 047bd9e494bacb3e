import { LifeBuoy, LogOut } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { HandOver } from '../../../protocol/desk-channel.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { useBusy } from '../../components/useBusy.ts';
import { findHead, heldBy } from '../../stores/heads.ts';
import { useDesk, useSelf, useText, useView } from '../provider.ts';

/** Everything into other hands, by mouse: relief now, or the end of the shift. */
export function HandOverDialog({ onClose }: { readonly onClose: () => void }) {
  const { dialogs, shell } = useText();
  const { handOver: text } = dialogs;
  const desk = useDesk();
  const self = useSelf();
  const { busy, run } = useBusy();
  const [note, setNote] = useState('');
  const count = useView((view) => heldBy(view.heads.open, self.officer).length);
  const shown = useView((view) => findHead(view.heads, view.selection.current));
  const reference = shown?.holder?.officer === self.officer ? shown.reference : null;

  function go(why: HandOver['why']): void {
    run(async () => {
      if (await desk.handOver(why, note)) onClose();
    });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    go('relief');
  }

  return (
    <Dialog title={text.title} onClose={onClose}>
      <form onSubmit={submit}>
        <p>{text.counts(count)}</p>
        <label className="field">
          <span>{text.note}</span>
          <textarea
            rows={2}
            value={note}
            maxLength={LIMITS.handOverNoteCharacters}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        <div className="hand-over-choices">
          <p id="hand-over-relief">{reference === null ? text.reliefNone : text.reliefHelp(reference)}</p>
          <button
            type="submit"
            className="button primary"
            aria-describedby="hand-over-relief"
            aria-keyshortcuts="Alt+Shift+S"
            disabled={busy}
          >
            <LifeBuoy size={16} />
            {text.relief}
          </button>
          <p id="hand-over-shift">{text.shiftEndHelp}</p>
          <button
            type="button"
            className="button"
            aria-describedby="hand-over-shift"
            disabled={busy}
            onClick={() => go('shift-end')}
          >
            <LogOut size={16} />
            {text.shiftEnd}
          </button>
        </div>
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={onClose}>
            {shell.cancel}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
