import type { FormEvent } from 'react';
import type { Head } from '../../../protocol/head.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { OfflineNote } from '../../components/OfflineNote.tsx';
import { RelayButton } from '../../components/RelayButton.tsx';
import { useBusy } from '../../components/useBusy.ts';
import { useDesk, useText } from '../provider.ts';
import { useDialogText } from './useDialogText.ts';

type Properties = { readonly head: Head; readonly onClose: () => void };

/** Gives a conversation back to the head of the queue, or to the answers owed by e-mail, with a word for whoever takes it. */
export function ReleaseDialog({ head, onClose }: Properties) {
  const { deferred, dialogs, requests, shell } = useText();
  const { note: noteLabel } = dialogs.release;
  const elsewhere = head.deferral == null ? dialogs.release : deferred.release;
  const text = head.form === undefined ? elsewhere : requests.release;
  const desk = useDesk();
  const { busy, run } = useBusy();
  const [note, setNote] = useDialogText(head.conversation, 'release');

  function submit(event: FormEvent): void {
    event.preventDefault();
    const said = note.trim();
    const command = {
      kind: 'release',
      conversation: head.conversation,
      note: said === '' ? null : said,
    } as const;
    run(async () => {
      if (await desk.run(command)) onClose();
    });
  }

  return (
    <Dialog title={text.title(head.reference)} onClose={onClose}>
      <form onSubmit={submit}>
        <p>{text.text}</p>
        <label className="field">
          <span>{noteLabel}</span>
          <textarea
            rows={3}
            value={note}
            maxLength={LIMITS.textCharacters}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        <OfflineNote />
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={onClose}>
            {shell.cancel}
          </button>
          <RelayButton type="submit" className="button primary" disabled={busy}>
            {text.submit}
          </RelayButton>
        </footer>
      </form>
    </Dialog>
  );
}
