import { useEffect, useState } from 'react';

function looksOn(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

/** Whether the officer has the journal's end before their eyes: the window in front, scrolled to its end. */
export function useReading(atEnd: boolean): boolean {
  const [looking, setLooking] = useState(looksOn);
  useEffect(() => {
    const look = () => setLooking(looksOn());
    window.addEventListener('focus', look);
    window.addEventListener('blur', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      window.removeEventListener('blur', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return looking && atEnd;
}
