/** Reads on when the end of a list comes near, with a button for whoever prefers one. */
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import styles from './library.module.css'

interface Props {
  readonly hasMore: boolean
  readonly loading: boolean
  readonly onMore: () => void
}

export function More({ hasMore, loading, onMore }: Props) {
  const mark = useRef<HTMLDivElement>(null)
  const more = useRef(onMore)
  more.current = onMore
  useEffect(() => {
    if (!hasMore || loading || mark.current === null) return undefined
    const seen = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) more.current()
      },
      { rootMargin: '400px' },
    )
    seen.observe(mark.current)
    return () => seen.disconnect()
  }, [hasMore, loading])
  if (!hasMore) return null
  return (
    <div ref={mark} class={styles['more']}>
      <Button busy={loading} onClick={onMore}>
        Show more
      </Button>
    </div>
  )
}
