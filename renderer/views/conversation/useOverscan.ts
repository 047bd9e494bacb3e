import { useEffect, useState } from 'react';

/** Rows kept ready out of sight on either side, and how many of them a switch waits for. */
const OVERSCAN = 4;
const OVERSCAN_FIRST = 1;
/** The other ones are drawn when there is nothing else to do, and no later than this; milliseconds. */
const DRAWN_WITHIN = 500;

/** What is in sight first, what a turn of the wheel will need once that is on screen. */
export function useOverscan(): number {
  const [overscan, setOverscan] = useState(OVERSCAN_FIRST);
  useEffect(() => {
    const idle = requestIdleCallback(() => setOverscan(OVERSCAN), { timeout: DRAWN_WITHIN });
    return () => cancelIdleCallback(idle);
  }, []);
  return overscan;
}
