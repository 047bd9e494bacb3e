import { type FormEvent, useState } from 'react';
import { DISPOSITIONS, type Disposition } from '../../../protocol/entry.ts';
import type { Head } from '../../../protocol/head.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { Choice } from '../../components/Choice.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { OfflineNote } from '../../components/OfflineNote.tsx';
import { RelayButton } from '../../components/RelayButton.tsx';
import { useBusy } from '../../components/useBusy.ts';
import { focusPlace } from '../focus.ts';
import { useDesk, useSelf, useText, useView } from '../provider.ts';
import { AbuseFields, NO_ABUSE } from './AbuseFields.tsx';
import { useDialogText } from './useDialogText.ts';

type Properties = {
  readonly head: Head;
  /** Enter closes and goes on to the next one. */
  readonly next: boolean;
  readonly onClose: () => void;
};

/** Closing asks how it ended, always, and why when it is called abusive. */
export function CloseDialog({ head, next: toNext, onClose }: Properties) {
  const { dialogs, dispositions, shell } = useText();
  const { close: text } = dialogs;
  const desk = useDesk();
  const self = useSelf();
  const board = useView(({ selection }) => selection.view === 'board');
  const { busy, run } = useBusy();
  // What was said the last time, if it was undone then, or the relay did not take it.
  const kept = useView((view) => view.unclosed.get(head.conversation));
  const [disposition, setDisposition] = useState<Disposition | null>(kept?.disposition ?? null);
  const [subject, setSubject] = useDialogText(head.conversation, 'subject', head.subject ?? '');
  const [comment, setComment] = useDialogText(head.conversation, 'close', kept?.comment ?? '');
  const [abuse, setAbuse] = useState({ ...NO_ABUSE, reason: kept?.abuse ?? null });
  const [problem, setProblem] = useState<string | null>(null);
  const { conversation, reference } = head;
  const commentNeeded = disposition === 'abusive';
  const mine = head.holder?.officer === self.officer;
  const mayGoOn = mine && !board;
  const goesOn = toNext && mayGoOn;

  function problemWith(said: string): string | null {
    if (head.emergency === 'flagged') return text.emergencyFirst;
    if (disposition === null) return text.chooseFirst;
    if (subject.trim() === '') return text.subjectFirst;
    if (!commentNeeded) return null;
    if (abuse.reason === null) return text.reasonFirst;
    return said === '' ? text.commentFirst : null;
  }

  function close(next: boolean): void {
    const said = comment.trim();
    const wrong = problemWith(said);
    setProblem(wrong);
    if (wrong !== null || disposition === null) return;
    run(async () => {
      const about = subject.trim();
      if (about !== head.subject && !(await desk.run({ kind: 'subject', conversation, subject: about })))
        return;
      if (!(await end(disposition, said))) return;
      onClose();
      if (!next) return;
      if (await desk.showNext(conversation)) focusPlace('composer');
    });
  }

  /** A closure can be undone for a moment; one that closes the chat to somebody is decided at once. */
  async function end(how: Disposition, said: string): Promise<boolean> {
    const { reason, block } = how === 'abusive' ? abuse : NO_ABUSE;
    if (reason !== null && block !== null) {
      return desk.run({ kind: 'block', conversation, ...block, reason, comment: said });
    }
    const why = reason === null ? {} : { abuse: reason };
    desk.closeLater({ conversation, disposition: how, comment: said === '' ? null : said, ...why });
    return true;
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    close(goesOn);
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
          <span>{text.subject}</span>
          <input
            value={subject}
            maxLength={LIMITS.subjectCharacters}
            aria-required
            onChange={(event) => {
              setSubject(event.target.value);
              setProblem(null);
            }}
          />
        </label>
        {commentNeeded && (
          <AbuseFields
            value={abuse}
            mayBlock={head.form == null}
            onChange={(value) => {
              setAbuse(value);
              setProblem(null);
            }}
          />
        )}
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
        <OfflineNote />
        <footer className="dialog-foot">
          <p className="form-problem" role="alert">
            {problem}
          </p>
          <button type="button" className="button" onClick={onClose}>
            {shell.cancel}
          </button>
          {mayGoOn && (
            <RelayButton className="button" disabled={busy} onClick={() => close(!goesOn)}>
              {goesOn ? text.submit(reference) : text.submitNext}
            </RelayButton>
          )}
          <RelayButton type="submit" className="button primary" disabled={busy}>
            {goesOn ? text.submitNext : text.submit(reference)}
          </RelayButton>
        </footer>
      </form>
    </Dialog>
  );
}
