import { type FormEvent, useState } from 'react';
import { DISPOSITIONS, type Disposition } from '../../../protocol/entry.ts';
import type { Head } from '../../../protocol/head.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { Choice } from '../../components/Choice.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useBusy } from '../../components/useBusy.ts';
import { focusPlace } from '../focus.ts';
import { useDesk, useSelf, useText, useView } from '../provider.ts';

type Properties = { readonly head: Head; readonly onClose: () => void };

/** Closing asks how it ended, always, and why when it is called abusive. */
export function CloseDialog({ head, onClose }: Properties) {
  const { dialogs, dispositions, shell } = useText();
  const { close: text } = dialogs;
  const desk = useDesk();
  const self = useSelf();
  const board = useView(({ selection }) => selection.view === 'board');
  const { busy, run } = useBusy();
  const [disposition, setDisposition] = useState<Disposition | null>(null);
  const [comment, setComment] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const { conversation, reference } = head;
  const commentNeeded = disposition === 'abusive';
  const mine = head.holder?.officer === self.officer;

  function problemWith(said: string): string | null {
    if (head.emergency === 'flagged') return text.emergencyFirst;
    if (disposition === null) return text.chooseFirst;
    return commentNeeded && said === '' ? text.commentFirst : null;
  }

  function close(next: boolean): void {
    const said = comment.trim();
    const wrong = problemWith(said);
    setProblem(wrong);
    if (wrong !== null || disposition === null) return;
    run(async () => {
      const act = next ? desk.closeAndNext : desk.close;
      if (!(await act(conversation, disposition, said === '' ? null : said))) return;
      onClose();
      if (next) focusPlace('composer');
    });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    close(false);
  }

  return (
    <Dialog title={text.title(reference)} onClose={onClose}>
      <form onSubmit={submit}>
        {head.emergency === 'flagged' && <p className="problem-line">{text.emergencyFirst}</p>}
        <Choice
          focused
          legend={text.disposition}
          name="disposition"
          value={disposition}
          options={DISPOSITIONS.map((value) => ({
            value,
            label: dispositions[value].name,
            detail: dispositions[value].help,
          }))}
          onChange={(value) => {
            setDisposition(value);
            setProblem(null);
          }}
        />
        <label className="field">
          <span>{commentNeeded ? text.commentRequired : text.comment}</span>
          <textarea
            rows={2}
            value={comment}
            maxLength={LIMITS.textCharacters}
            aria-required={commentNeeded}
            onChange={(event) => setComment(event.target.value)}
          />
        </label>
        <footer className="dialog-foot">
          <p className="form-problem" role="alert">
            {problem}
          </p>
          <button type="button" className="button" onClick={onClose}>
            {shell.cancel}
          </button>
          {mine && !board && (
            <button type="button" className="button" disabled={busy} onClick={() => close(true)}>
              {text.submitNext}
            </button>
          )}
          <button type="submit" className="button primary" disabled={busy}>
            {text.submit(reference)}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
