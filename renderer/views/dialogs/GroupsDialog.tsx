import { Trash2, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Group } from '../../../protocol/group.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { OfflineNote } from '../../components/OfflineNote.tsx';
import { RelayButton } from '../../components/RelayButton.tsx';
import { useBusy } from '../../components/useBusy.ts';
import { useDesk, useOnline, useText, useView } from '../provider.ts';

type OfGroup = { readonly group: Group };

/** A group's officers: those it has, each to be taken out, and one to be added. */
function Members({ group }: OfGroup) {
  const { groups: text } = useText().colleagues;
  const desk = useDesk();
  const roster = useView((view) => view.roster);
  const online = useOnline();
  const { busy, run } = useBusy();
  const known = new Map(roster.map((row) => [row.officer, `${row.rank} ${row.alias}`]));
  const others = roster.filter(({ officer }) => !group.members.includes(officer));
  return (
    <>
      <ul className="tags">
        {group.members.map((officer) => {
          const name = known.get(officer) ?? text.unknown;
          return (
            <li key={officer} className="tag">
              {name}
              <RelayButton
                className="icon-button"
                aria-label={text.leave(name, group.name)}
                disabled={busy}
                onClick={() => run(() => desk.changeGroup({ kind: 'leave', group: group.group, officer }))}
              >
                <X size={14} />
              </RelayButton>
            </li>
          );
        })}
      </ul>
      {others.length > 0 && (
        <select
          aria-label={text.addMember(group.name)}
          value=""
          disabled={busy}
          aria-disabled={!online || undefined}
          onChange={({ target: { value: officer } }) => {
            if (!online) desk.refuseOffline();
            else if (officer !== '')
              run(() => desk.changeGroup({ kind: 'join', group: group.group, officer }));
          }}
        >
          <option value="">{text.choose}</option>
          {others.map(({ officer, rank, alias }) => (
            <option key={officer} value={officer}>{`${rank} ${alias}`}</option>
          ))}
        </select>
      )}
    </>
  );
}

/** Deleting asks once more: what waits for the group becomes anybody's. */
function Removal({ group }: OfGroup) {
  const { colleagues, shell } = useText();
  const { groups: text } = colleagues;
  const desk = useDesk();
  const { busy, run } = useBusy();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <button
        type="button"
        className="button small"
        aria-label={text.removeNamed(group.name)}
        onClick={() => setAsked(true)}
      >
        <Trash2 size={14} />
        {text.remove}
      </button>
    );
  }
  return (
    <span className="group-sure" role="alert">
      {text.removeSure}
      <RelayButton
        className="button small"
        aria-label={text.removeNamed(group.name)}
        disabled={busy}
        onClick={() => run(() => desk.changeGroup({ kind: 'remove', group: group.group }))}
      >
        {text.remove}
      </RelayButton>
      <button type="button" className="button small" onClick={() => setAsked(false)}>
        {shell.cancel}
      </button>
    </span>
  );
}

function GroupLine({ group }: OfGroup) {
  const { groups: text } = useText().colleagues;
  const desk = useDesk();
  const { busy, run } = useBusy();
  const [name, setName] = useState(group.name);
  const changed = name.trim() !== '' && name.trim() !== group.name;

  function rename(event: FormEvent): void {
    event.preventDefault();
    if (changed) run(() => desk.changeGroup({ kind: 'rename', group: group.group, name: name.trim() }));
  }

  return (
    <li className="group-line">
      <div className="group-head">
        <form className="inline-form" onSubmit={rename}>
          <input
            aria-label={text.rename(group.name)}
            value={name}
            maxLength={LIMITS.groupNameCharacters}
            onChange={(event) => setName(event.target.value)}
          />
          {changed && (
            <RelayButton type="submit" className="button small" disabled={busy}>
              {text.renameSubmit}
            </RelayButton>
          )}
        </form>
        <span className="quiet">{text.members(group.members.length)}</span>
        <Removal group={group} />
      </div>
      <Members group={group} />
    </li>
  );
}

/** A supervisor's groups of officers: every change holds at once, for everybody. */
export function GroupsDialog({ onClose }: { readonly onClose: () => void }) {
  const { groups: text } = useText().colleagues;
  const desk = useDesk();
  const groups = useView((view) => view.groups);
  const { busy, run } = useBusy();
  const [name, setName] = useState('');

  function add(event: FormEvent): void {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return;
    run(async () => {
      if (await desk.changeGroup({ kind: 'add', name: wanted })) setName('');
    });
  }

  return (
    <Dialog title={text.title} onClose={onClose} wide>
      <form className="field" onSubmit={add}>
        <label htmlFor="group-name">{text.add}</label>
        <span className="inline-form">
          <input
            id="group-name"
            value={name}
            maxLength={LIMITS.groupNameCharacters}
            onChange={(event) => setName(event.target.value)}
          />
          <RelayButton type="submit" className="button" disabled={busy || groups.length >= LIMITS.groups}>
            {text.addSubmit}
          </RelayButton>
        </span>
      </form>
      <OfflineNote />
      {groups.length === 0 && <p className="quiet">{text.none}</p>}
      <ul className="group-lines">
        {groups.map((group) => (
          <GroupLine key={`${group.group} ${group.name}`} group={group} />
        ))}
      </ul>
    </Dialog>
  );
}
