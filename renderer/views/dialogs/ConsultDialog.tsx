import { type FormEvent, useState } from 'react';
import { type Head, isConsulted } from '../../../protocol/head.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { OfflineNote } from '../../components/OfflineNote.tsx';
import { RelayButton } from '../../components/RelayButton.tsx';
import { useBusy } from '../../components/useBusy.ts';
import { useDesk, useSelf, useText, useView } from '../provider.ts';
import { ColleagueChoice } from './ColleagueChoice.tsx';
import { useDialogText } from './useDialogText.ts';

type Properties = { readonly head: Head; readonly onClose: () => void };

/** Asks a colleague to read along and whisper: the conversation stays its holder's. */
export function ConsultDialog({ head, onClose }: Properties) {
  const { dialogs, shell, colleagues: words } = useText();
  const { consult: text } = words;
  const desk = useDesk();
  const self = useSelf();
  const roster = useView((view) => view.roster);
  const { busy, run } = useBusy();
  const [colleague, setColleague] = useState<string | null>(null);
  const [note, setNote] = useDialogText(head.conversation, 'consult');
  const [problem, setProblem] = useState<string | null>(null);
  const { conversation } = head;
  const colleagues = roster.filter(
    (row) =>
      row.presence !== 'offline' &&
      row.officer !== self.officer &&
      row.officer !== head.holder?.officer &&
      !isConsulted(head, row.officer),
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (colleague === null) {
      setProblem(dialogs.assign.chooseFirst);
      return;
    }
    const said = note.trim();
    run(async () => {
      const done = await desk.run({
        kind: 'consult',
        conversation,
        colleague,
        asked: true,
        note: said === '' ? null : said,
      });
      if (done) onClose();
    });
  }

  return (
    <Dialog title={text.title(head.reference)} onClose={onClose}>
      <form onSubmit={submit}>
        <p>{text.help}</p>
        <ColleagueChoice
          colleagues={colleagues}
          value={colleague}
          onChange={(value) => {
            setColleague(value);
            setProblem(null);
          }}
        />
        <label className="field">
          <span>{text.note}</span>
          <textarea
            rows={2}
            value={note}
            maxLength={LIMITS.textCharacters}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        <OfflineNote />
        <footer className="dialog-foot">
          <p className="form-problem" role="alert">
            {problem}
          </p>
          <button type="button" className="button" onClick={onClose}>
            {shell.cancel}
          </button>
          <RelayButton type="submit" className="button primary" disabled={busy || colleagues.length === 0}>
            {text.submit}
          </RelayButton>
        </footer>
      </form>
    </Dialog>
  );
}
