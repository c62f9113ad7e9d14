/** The contents list beside the text: the sections there are, the one in view marked, and how long it takes to read. */
import { useEffect, useState } from 'preact/hooks'
import styles from './contents.module.css'

export interface Entry {
  readonly id: string
  readonly title: string
}

interface Props {
  readonly entries: readonly Entry[]
  readonly note: string
}

export function Contents({ entries, note }: Props) {
  const current = useInView(entries.map((entry) => entry.id))
  return (
    <nav class={styles['contents']} aria-label="Contents">
      {entries.map((entry) => (
        <a
          key={entry.id}
          href={`#${entry.id}`}
          {...(entry.id === current ? { 'aria-current': 'true' as const } : {})}
        >
          {entry.title}
        </a>
      ))}
      <p>{note}</p>
    </nav>
  )
}

/** The last of these whose top has passed under the bar. */
function useInView(ids: readonly string[]): string | undefined {
  const [current, setCurrent] = useState(ids[0])
  const key = ids.join(' ')
  useEffect(() => {
    const seen = new Map<Element, boolean>()
    const observer = new IntersectionObserver(
      (changes) => {
        for (const change of changes) seen.set(change.target, change.isIntersecting)
        const first = ids.find((id) => seen.get(document.getElementById(id) ?? document.body) === true)
        if (first !== undefined) setCurrent(first)
      },
      { rootMargin: '-72px 0px -55% 0px' },
    )
    for (const id of ids) {
      const element = document.getElementById(id)
      if (element !== null) observer.observe(element)
    }
    return () => observer.disconnect()
  }, [key])
  return current
}
