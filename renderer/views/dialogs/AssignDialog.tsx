import { type FormEvent, useState } from 'react';
import type { Head } from '../../../protocol/head.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import type { RosterRow } from '../../../protocol/officer.ts';
import { Choice } from '../../components/Choice.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useBusy } from '../../components/useBusy.ts';
import { useDesk, useSelf, useText, useView } from '../provider.ts';

type Properties = { readonly head: Head; readonly onClose: () => void };

function byRoom(a: RosterRow, b: RosterRow): number {
  const available = Number(b.presence === 'available') - Number(a.presence === 'available');
  if (available !== 0) return available;
  return b.capacity - b.active - (a.capacity - a.active);
}

/** Hands a conversation over: the colleagues who are free first, with what each already carries. */
export function AssignDialog({ head, onClose }: Properties) {
  const { dialogs, shell } = useText();
  const { assign: text } = dialogs;
  const desk = useDesk();
  const self = useSelf();
  const roster = useView((view) => view.roster);
  const { busy, run } = useBusy();
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const supervisor = self.role === 'supervisor';
  const colleagues = roster
    .filter((row) => row.presence !== 'offline' && row.officer !== head.holder?.officer)
    .filter((row) => supervisor || row.officer !== self.officer)
    .toSorted(byRoom);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (to === null) {
      setProblem(text.chooseFirst);
      return;
    }
    const said = note.trim();
    run(async () => {
      const done = await desk.run({
        kind: 'assign',
        conversation: head.conversation,
        to,
        note: said === '' ? null : said,
      });
      if (done) onClose();
    });
  }

  return (
    <Dialog title={text.title(head.reference)} onClose={onClose}>
      <form onSubmit={submit}>
        {colleagues.length === 0 ? (
          <p>{text.nobody}</p>
        ) : (
          <Choice
            focused
            legend={text.who}
            name="colleague"
            value={to}
            options={colleagues.map((row) => ({
              value: row.officer,
              label: `${row.rank} ${row.alias}`,
              detail: [
                shell.presence.names[row.presence],
                text.load(row.active, row.capacity),
                ...(row.active >= row.capacity ? [text.full] : []),
              ].join(' · '),
            }))}
            onChange={(value) => {
              setTo(value);
              setProblem(null);
            }}
          />
        )}
        <label className="field">
          <span>{text.note}</span>
          <textarea
            rows={2}
            value={note}
            maxLength={LIMITS.textCharacters}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        <footer className="dialog-foot">
          <p className="form-problem" role="alert">
            {problem}
          </p>
          <button type="button" className="button" onClick={onClose}>
            {shell.cancel}
          </button>
          <button type="submit" className="button primary" disabled={busy || colleagues.length === 0}>
            {text.submit}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
