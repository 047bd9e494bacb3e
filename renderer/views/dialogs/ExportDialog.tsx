import { TriangleAlert } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { RequestReference } from '../../../protocol/entry.ts';
import type { Head } from '../../../protocol/head.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { OfflineNote } from '../../components/OfflineNote.tsx';
import { RelayButton } from '../../components/RelayButton.tsx';
import { useBusy } from '../../components/useBusy.ts';
import { longDate } from '../../format/time.ts';
import { useDesk, useLanguage, useText } from '../provider.ts';
import { useDialogText } from './useDialogText.ts';

type Properties = { readonly head: Head; readonly onClose: () => void };

/** A copy of the whole journal outside the service: why, what it escapes, and then where to. */
export function ExportDialog({ head, onClose }: Properties) {
  const { dialogs, shell } = useText();
  const { exporting: text } = dialogs;
  const language = useLanguage();
  const desk = useDesk();
  const { busy, run } = useBusy();
  const [reason, setReason] = useDialogText(head.conversation, 'export');
  const [asked, setAsked] = useState(false);
  const valid = RequestReference.safeParse(reason.trim()).success;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (!valid) return;
    run(async () => {
      if (await desk.exportJournal(head, reason.trim())) onClose();
    });
  }

  return (
    <Dialog title={text.title(head.reference)} onClose={onClose}>
      <form onSubmit={submit}>
        <p>{text.what}</p>
        <p className="dialog-warning" role="note">
          <TriangleAlert size={18} />
          <span>{text.warning(longDate(head.purgeAt, language))}</span>
        </p>
        <label className="field">
          <span>{text.reason}</span>
          <input
            value={reason}
            maxLength={60}
            autoComplete="off"
            spellCheck={false}
            aria-describedby="export-reason"
            aria-invalid={asked && !valid}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <p id="export-reason" className={asked && !valid ? 'problem-line' : 'quiet'}>
          {asked && !valid ? text.reasonProblem : text.reasonHelp}
        </p>
        <OfflineNote />
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={onClose}>
            {shell.cancel}
          </button>
          <RelayButton type="submit" className="button primary" disabled={busy}>
            {busy ? text.busy : text.submit}
          </RelayButton>
        </footer>
      </form>
    </Dialog>
  );
}
