/** A value once it has stopped changing, so that typing does not ask the server at every key. */
import { useEffect, useState } from 'preact/hooks'

/** The value as it was when it last held still for `ms` milliseconds. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
