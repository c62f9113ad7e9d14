/** A value kept outside any one part of the page, which parts watch and redraw from. */
import { useEffect, useState } from 'preact/hooks'

export interface Kept<T> {
  /** The value now; setting it redraws whoever watches. */
  value: T
  /** Calls back on each change; returns how to stop. */
  readonly watch: (onChange: () => void) => () => void
}

/** Keeps a value. */
export function kept<T>(first: T): Kept<T> {
  const watchers = new Set<() => void>()
  let now = first
  return {
    get value() {
      return now
    },
    set value(next) {
      if (Object.is(next, now)) return
      now = next
      for (const watcher of watchers) watcher()
    },
    watch: (onChange) => {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
  }
}

/** The value, redrawn as it changes. */
export function useKept<T>(one: Kept<T>): T {
  const [, redraw] = useState(0)
  const drawn = one.value
  useEffect(() => {
    const change = () => redraw((count) => count + 1)
    // It may have changed between drawing and watching.
    if (!Object.is(one.value, drawn)) change()
    return one.watch(change)
  }, [one])
  return drawn
}
