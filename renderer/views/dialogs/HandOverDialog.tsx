import { LifeBuoy, LogOut } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { HandOver } from '../../../protocol/desk-channel.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { OfflineNote } from '../../components/OfflineNote.tsx';
import { RelayButton } from '../../components/RelayButton.tsx';
import { useBusy } from '../../components/useBusy.ts';
import { findHead, heldBy } from '../../stores/heads.ts';
import { useDesk, useSelf, useText, useView } from '../provider.ts';
import { shortcutFor } from '../shortcuts.ts';
import { useDialogText } from './useDialogText.ts';

/** Everything into other hands, by mouse: relief now, or the end of the shift. */
export function HandOverDialog({ onClose }: { readonly onClose: () => void }) {
  const { dialogs, shell } = useText();
  const { handOver: text } = dialogs;
  const desk = useDesk();
  const self = useSelf();
  const { busy, run } = useBusy();
  const count = useView((view) => heldBy(view.heads.open, self.officer).length);
  // Without a conversation only one's presence changes, which the relay may hear of later.
  const Act = count === 0 ? 'button' : RelayButton;
  const shown = useView((view) => findHead(view.heads, view.selection.current));
  const reference = shown?.holder?.officer === self.officer ? shown.reference : null;
  const first = useView((view) => heldBy(view.heads.open, self.officer)[0]?.conversation ?? null);
  const [about] = useState(reference === null ? first : (shown?.conversation ?? null));
  const [note, setNote] = useDialogText(about, 'hand-over');

  function go(why: HandOver['why']): void {
    run(async () => {
      // It goes along by itself, and not as something begun; refused, it is that again.
      if (about !== null) desk.typeInDialog(about, 'hand-over', '');
      if (await desk.handOver(why, note)) onClose();
      else setNote(note);
    });
  }

  // The desk's own chord, pressed here: what was typed goes along.
  const latest = useRef(go);
  latest.current = go;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (shortcutFor(event, true) !== 'handOver') return;
      event.preventDefault();
      latest.current('relief');
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);

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
          <p id="hand-over-relief">
            {reference === null ? text.reliefNone : text.reliefHelp(reference, count - 1)}
          </p>
          <Act
            type="submit"
            className="button primary"
            aria-describedby="hand-over-relief"
            aria-keyshortcuts="Alt+Shift+S"
            disabled={busy}
          >
            <LifeBuoy size={16} />
            {text.relief}
          </Act>
          <p id="hand-over-shift">{text.shiftEndHelp}</p>
          <Act
            type="button"
            className="button"
            aria-describedby="hand-over-shift"
            disabled={busy}
            onClick={() => go('shift-end')}
          >
            <LogOut size={16} />
            {text.shiftEnd}
          </Act>
        </div>
        {count > 0 && <OfflineNote />}
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={onClose}>
            {shell.cancel}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
