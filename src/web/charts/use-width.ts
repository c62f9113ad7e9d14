/** The width that an element has on screen, for drawings that are made anew for their room. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** A ref for the element, and its width in CSS pixels; `first` until it is on screen. */
export function useWidth<T extends HTMLElement>(first = 720) {
  const element = useRef<T>(null)
  const [width, setWidth] = useState(first)
  useLayoutEffect(() => {
    const watched = element.current
    if (watched === null) return undefined
    const measure = () => {
      const now = Math.floor(watched.getBoundingClientRect().width)
      if (now > 0) setWidth(now)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(watched)
    return () => observer.disconnect()
  }, [])
  return [element, width] as const
}
