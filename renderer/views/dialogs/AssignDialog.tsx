import { type FormEvent, useState } from 'react';
import type { Head } from '../../../protocol/head.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { OfflineNote } from '../../components/OfflineNote.tsx';
import { RelayButton } from '../../components/RelayButton.tsx';
import { Segments } from '../../components/Segments.tsx';
import { useBusy } from '../../components/useBusy.ts';
import type { Passing } from '../../stores/commands.ts';
import { useDesk, useSelf, useText, useView } from '../provider.ts';
import { ColleagueChoice } from './ColleagueChoice.tsx';
import { GroupChoice } from './GroupChoice.tsx';
import { useDialogText } from './useDialogText.ts';

type Properties = { readonly head: Head; readonly onClose: () => void };

const TARGETS = ['colleague', 'group'] as const;
type Target = (typeof TARGETS)[number];

function passing(conversation: string, target: Target, to: string, note: string | null): Passing {
  return target === 'group'
    ? { kind: 'transfer', conversation, group: to, note }
    : { kind: 'assign', conversation, to, note };
}

/** Passes a conversation on: to a colleague, or to a group where there are any. */
export function AssignDialog({ head, onClose }: Properties) {
  const { dialogs, shell, colleagues: words } = useText();
  const { assign: text } = dialogs;
  const desk = useDesk();
  const self = useSelf();
  const roster = useView((view) => view.roster);
  const hasGroups = useView((view) => view.groups.length > 0);
  const { busy, run } = useBusy();
  const [target, setTarget] = useState<Target>('colleague');
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useDialogText(head.conversation, 'assign');
  const [problem, setProblem] = useState<string | null>(null);
  const supervisor = self.role === 'supervisor';
  const group = target === 'group';
  const colleagues = roster
    .filter((row) => row.presence !== 'offline' && row.officer !== head.holder?.officer)
    .filter((row) => supervisor || row.officer !== self.officer);

  function choose(value: string | null): void {
    setTo(value);
    setProblem(null);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (to === null) {
      setProblem(group ? words.pass.chooseGroup : text.chooseFirst);
      return;
    }
    const said = note.trim();
    run(async () => {
      if (await desk.passOn(passing(head.conversation, target, to, said === '' ? null : said))) onClose();
    });
  }

  return (
    <Dialog
      title={hasGroups ? words.pass.title(head.reference) : text.title(head.reference)}
      onClose={onClose}
    >
      <form onSubmit={submit}>
        {hasGroups && (
          <Segments
            className="pass-target"
            label={words.pass.where}
            value={target}
            options={TARGETS.map((value) => ({ value, label: words.pass.targets[value] }))}
            onChange={(value) => {
              setTarget(value);
              choose(null);
            }}
          />
        )}
        {group ? (
          <GroupChoice value={to} onChange={choose} />
        ) : (
          <ColleagueChoice colleagues={colleagues} value={to} onChange={choose} />
        )}
        <label className="field">
          <span>{group ? words.pass.note : text.note}</span>
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
          <RelayButton
            type="submit"
            className="button primary"
            disabled={busy || (!group && colleagues.length === 0)}
          >
            {group ? words.pass.submitGroup : text.submit}
          </RelayButton>
        </footer>
      </form>
    </Dialog>
  );
}
