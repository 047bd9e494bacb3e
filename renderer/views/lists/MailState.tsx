import { type Head, mailThatCameBack } from '../../../protocol/head.ts';
import { countCameBack } from '../../stores/heads.ts';
import { useText } from '../provider.ts';

/** How the latest answer by e-mail stands; where it did not leave or did not arrive, why, in words. */
export function MailState({ head }: { readonly head: Head }) {
  const { deferred } = useText();
  const back = mailThatCameBack(head);
  if (back !== null) {
    return (
      <span className="row-problem came-back" title={deferred.entry.outcome(back.state, back.reason)}>
        {deferred.why(back.state, back.reason)}
      </span>
    );
  }
  const mail = head.deferral?.mail ?? null;
  return mail === null ? null : <span className="row-mail">{deferred.states[mail.state]}</span>;
}

/** Beside a list's count: how many answers of it came back, whoever was told. */
export function CameBackCount({ heads }: { readonly heads: readonly Head[] }) {
  const { deferred } = useText();
  const count = countCameBack(heads);
  if (count === 0) return null;
  return (
    <span className="count full">
      <span aria-hidden="true">{deferred.cameBack(count)}</span>
      <span className="hidden">{deferred.cameBackSpoken(count)}</span>
    </span>
  );
}
