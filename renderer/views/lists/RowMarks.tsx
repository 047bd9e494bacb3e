import {
  Check,
  DoorOpen,
  HandHelping,
  KeyboardOff,
  LifeBuoy,
  MessageCircleQuestion,
  RotateCcw,
  Siren,
  Users,
  WifiOff,
  Zap,
} from 'lucide-react';
import type { Head } from '../../../protocol/head.ts';
import { useText, useView } from '../provider.ts';

/** A row's small marks: an icon where the eye needs it, its words for those who hear or hover. */
export function RowMarks({ head }: { readonly head: Head }) {
  const { lists, colleagues, silence } = useText();
  const given = useView((view) => view.given.has(head.conversation));
  const left =
    head.left === 'quick-exit' && head.mayReturn
      ? `${lists.left[head.left]}, ${silence.mayReturn}`
      : lists.left[head.left ?? 'silent'];
  return (
    <span className="marks">
      <abbr className="language" title={lists.languages[head.language]}>
        {lists.languageMarks[head.language]}
      </abbr>
      {head.emergency !== 'none' && (
        <span className={`mark emergency-${head.emergency}`} title={lists.emergency[head.emergency]}>
          <Siren size={14} />
          {head.emergency === 'acknowledged' && <Check size={14} />}
          <span className="hidden">{lists.emergency[head.emergency]}</span>
        </span>
      )}
      {given && (
        <span className="mark given" title={lists.mine.given}>
          <HandHelping size={14} />
          <span className="hidden">{lists.mine.given}</span>
        </span>
      )}
      {head.silent && (
        <span className="mark silent" title={silence.mark}>
          <KeyboardOff size={14} />
          <span className="hidden">{silence.mark}</span>
        </span>
      )}
      {head.needsSupervisor && (
        <span className="mark needs-supervisor" title={lists.queue.needsSupervisor}>
          <LifeBuoy size={14} />
          <span className="hidden">{lists.queue.needsSupervisor}</span>
        </span>
      )}
      {head.forGroup !== undefined && (
        <span className="mark for-group" title={colleagues.reserved(head.forGroup.name)}>
          <Users size={14} />
          <span className="hidden">{colleagues.forGroup(head.forGroup.name)}</span>
        </span>
      )}
      {head.consulted !== undefined && (
        <span className="mark" title={colleagues.consult.mark}>
          <MessageCircleQuestion size={14} />
          <span className="hidden">{colleagues.consult.mark}</span>
        </span>
      )}
      {head.returned && !head.needsSupervisor && head.forGroup === undefined && (
        <span className="mark" title={lists.queue.returned}>
          <RotateCcw size={14} />
          <span className="hidden">{lists.queue.returned}</span>
        </span>
      )}
      {head.left !== null && (
        <span className="mark" title={left}>
          {head.left === 'quick-exit' ? <Zap size={14} /> : <DoorOpen size={14} />}
          <span className="hidden">{left}</span>
        </span>
      )}
      {head.left === null && head.status !== 'closed' && !head.citizenOnline && head.form === undefined && (
        <span className="mark" title={lists.citizen.offline}>
          <WifiOff size={14} />
          <span className="hidden">{lists.citizen.offline}</span>
        </span>
      )}
    </span>
  );
}
