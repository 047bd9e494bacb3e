import type { ComponentProps } from 'react';
import { CATALOGUES } from '../i18n/languages.ts';
import type { View } from '../stores/view.ts';
import { useDesk, useView } from '../views/provider.ts';

/** The id of the sentence that says what waits for the relay: it stands in the band for as long as this is so. */
export const WAITS_FOR_RELAY = 'waits-for-relay';

/** Why nothing is decided now; null while the relay is in reach. One look at the view: there are many such buttons. */
function whyNot({ state, settings }: View): string | null {
  return state?.connection === 'online' ? null : CATALOGUES[settings.language].shell.connection.waits;
}

/**
 * A button for what is decided with the relay. Out of its reach it looks and says so, keeps its place in the order of the
 * Tab key, and when pressed tells the officer why nothing happens. A double click presses it once.
 */
export function RelayButton({ onClick, title, ...properties }: ComponentProps<'button'>) {
  const desk = useDesk();
  const why = useView(whyNot);
  if (why === null) {
    return (
      <button
        type="button"
        {...properties}
        title={title}
        onClick={(event) => {
          // The second half of a double click was never meant for what the answer to the first one put here.
          if (event.detail > 1) event.preventDefault();
          else onClick?.(event);
        }}
      />
    );
  }
  const described = properties['aria-describedby'];
  return (
    <button
      type="button"
      {...properties}
      title={why}
      aria-disabled
      aria-describedby={described === undefined ? WAITS_FOR_RELAY : `${described} ${WAITS_FOR_RELAY}`}
      onClick={(event) => {
        // Enter in a form presses its button: what is written there stays as it is.
        event.preventDefault();
        desk.refuseOffline();
      }}
    />
  );
}
