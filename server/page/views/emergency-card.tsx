import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from './context.ts';
import { Icon } from './icons.tsx';

/** 17, 112 and 114 as soon as something said looks like an emergency. It covers nothing and blocks nothing. */
export function EmergencyCard({
  shown,
  onHide,
}: {
  readonly shown: boolean;
  readonly onHide: () => void;
}): JSX.Element {
  const { emergency } = usePage().texts;
  const card = useRef<HTMLDivElement>(null);
  // Only where there is too little height for it to be in view already; the focus stays where it is.
  useEffect(() => {
    if (shown) card.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  return (
    <div role="alert" class="emergency-alert">
      {shown && (
        <div class="emergency-card" ref={card}>
          <p class="emergency-card-title">
            <Icon name="alert" /> {emergency.cardTitle}
          </p>
          <p>{emergency.cardText}</p>
          <p class="emergency-card-numbers">
            <a href="tel:17">{emergency.cardCall17}</a>
            <a href="tel:112">{emergency.cardCall112}</a>
            <a href="sms:114">{emergency.cardText114}</a>
          </p>
          <p class="emergency-card-who">{emergency.cardWho}</p>
          <button type="button" class="quiet" onClick={onHide}>
            {emergency.cardHide}
          </button>
        </div>
      )}
    </div>
  );
}
