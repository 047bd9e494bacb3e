import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { readReference } from '../../../protocol/return-phrase.ts';
import type { PhraseWords } from '../i18n/phrase.ts';
import { usePage } from './context.ts';
import { Frame, Title } from './frame.tsx';
import { PhraseInput } from './phrase-form.tsx';

type Fault = 'referenceWrong' | 'phraseMissing' | 'refused' | 'over' | 'limited' | 'unreachable';

function faultOf(code: string): Fault {
  if (code === 'conversation-closed') return 'over';
  if (code === 'rate-limited') return 'limited';
  return code === 'return-refused' || code === 'malformed' ? 'refused' : 'unreachable';
}

/** Back after a quick exit: reference and words (rule S4). What is wrong with them is not said, by design. */
export function ReturnForm({ words }: { readonly words: PhraseWords['back'] }): JSX.Element {
  const { app } = usePage();
  const [typed, setTyped] = useState('');
  const [phrase, setPhrase] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const fields = { reference: useRef<HTMLInputElement>(null), phrase: useRef<HTMLInputElement>(null) };

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const reference = readReference(typed);
    if (reference === null || phrase.trim() === '') {
      setFault(reference === null ? 'referenceWrong' : 'phraseMissing');
      (reference === null ? fields.reference : fields.phrase).current?.focus();
      return;
    }
    setBusy(true);
    setFault(null);
    const code = await app.comeBack({ reference, phrase });
    setBusy(false);
    if (code !== null) setFault(faultOf(code));
  };

  return (
    <Frame>
      <Title>{words.title}</Title>
      <p class="lead">{words.lead}</p>
      <form class="defer-form" onSubmit={(event) => void submit(event)}>
        <div class="field">
          <label for={`${id}-reference`}>{words.reference}</label>
          <p id={`${id}-reference-help`} class="field-help">
            {words.referenceHelp}
          </p>
          <input
            id={`${id}-reference`}
            ref={fields.reference}
            type="text"
            value={typed}
            maxLength={16}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            dir="ltr"
            aria-describedby={`${id}-reference-help ${id}-fault`}
            aria-invalid={fault === 'referenceWrong'}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for={id}>{words.label}</label>
          <PhraseInput
            id={id}
            field={fields.phrase}
            value={phrase}
            fault={fault === 'phraseMissing'}
            onValue={setPhrase}
          />
          <p id={`${id}-fault`} class="field-fault" role="alert">
            {fault !== null && words[fault]}
          </p>
        </div>
        <button type="submit" class="primary wide" aria-disabled={busy}>
          {busy ? words.trying : words.submit}
        </button>
      </form>
      <button type="button" class="quiet" onClick={app.goHome}>
        {words.home}
      </button>
    </Frame>
  );
}
