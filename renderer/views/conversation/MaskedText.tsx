import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Entry } from '../../../protocol/entry.ts';
import { type PersonalPart, personalParts } from '../../../protocol/personal.ts';
import type { MaskedItem } from '../../stores/revealed.ts';
import { isRevealed } from '../../stores/revealing.ts';
import { useDesk, useText, useView } from '../provider.ts';

type ItemPart = Extract<PersonalPart, { kind: 'item' }>;

/** One item: a button that says what it covers, or the item itself and what covers it again. */
function Item({ entry, part }: { readonly entry: Entry; readonly part: ItemPart }) {
  const { personal: text } = useText();
  const desk = useDesk();
  const { kind } = part.item;
  const masked: MaskedItem = {
    conversation: entry.conversation,
    message: entry.id,
    item: kind,
    position: part.position,
  };
  const shown = useView((view) => isRevealed(view, masked));
  const button = useRef<HTMLButtonElement>(null);
  const pressed = useRef(false);
  // One button takes the other's place: the keyboard stays where it was.
  useEffect(() => {
    if (pressed.current) button.current?.focus();
    pressed.current = false;
  });
  const press = (act: () => void) => () => {
    pressed.current = true;
    act();
  };
  if (!shown) {
    return (
      <button ref={button} type="button" className="mask" onClick={press(() => void desk.reveal(masked))}>
        <Eye size={14} />
        <span>{text.show(text.masked[kind])}</span>
      </button>
    );
  }
  return (
    <span className="revealed">
      {part.text}
      <button
        ref={button}
        type="button"
        className="mask-again"
        aria-label={text.hide(text.names[kind])}
        title={text.hide(text.names[kind])}
        onClick={press(() => desk.conceal(masked))}
      >
        <EyeOff size={14} />
      </button>
    </span>
  );
}

/** Looked for once as long as the window holds the entry: a conversation is come back to many times in a shift. */
const found = new WeakMap<Entry, { readonly text: string; readonly parts: readonly PersonalPart[] }>();

function partsOf(entry: Entry, text: string): readonly PersonalPart[] {
  const known = found.get(entry);
  if (known?.text === text) return known.parts;
  const parts = personalParts(text);
  found.set(entry, { text, parts });
  return parts;
}

/** What a citizen wrote, with the personal data in it covered: what is covered is not in the document at all. */
export function MaskedText({ entry, text }: { readonly entry: Entry; readonly text: string }) {
  return partsOf(entry, text).map((part) =>
    part.kind === 'clear' ? part.text : <Item key={part.position} entry={entry} part={part} />,
  );
}
