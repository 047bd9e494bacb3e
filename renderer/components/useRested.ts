import { useEffect, useState } from 'react';

/** A value as it stood when it last stayed the same for `after` milliseconds. */
export function useRested<Value>(value: Value, after: number): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), after);
    return () => clearTimeout(timer);
  }, [value, after]);
  return rested;
}
