import type { Id } from '../../../protocol/ids.ts';
import { Choice } from '../../components/Choice.tsx';
import { onDutyOf } from '../../stores/colleagues.ts';
import { useText, useView } from '../provider.ts';

type Properties = { readonly value: Id | null; readonly onChange: (value: Id) => void };

/** One of the groups, with how many of each are on duty. */
export function GroupChoice({ value, onChange }: Properties) {
  const { pass: text } = useText().colleagues;
  const groups = useView((view) => view.groups);
  const roster = useView((view) => view.roster);
  return (
    <>
      <Choice
        focused
        legend={text.group}
        name="group"
        value={value}
        options={groups.map((group) => {
          const onDuty = onDutyOf(group, roster);
          return {
            value: group.group,
            label: group.name,
            detail: onDuty === 0 ? text.groupNobody : text.groupOnDuty(onDuty, group.members.length),
          };
        })}
        onChange={onChange}
      />
      <p className="quiet">{text.groupHelp}</p>
    </>
  );
}
