/** A part of a page whose code is fetched once what stands above it is drawn. */
import type { ComponentChildren, ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Skeleton } from './parts/skeleton.tsx'

/** Makes such a part: `const Below = later(async () => (await import('./below.tsx')).Below)`; `waiting` holds its place. */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  waiting: ComponentChildren = <Skeleton lines={6} />,
): ComponentType<P> {
  return function Later(props: P) {
    const [Loaded, show] = useState<ComponentType<P> | null>(null)
    useEffect(() => {
      void load().then((component) => show(() => component))
    }, [])
    return Loaded === null ? <>{waiting}</> : <Loaded {...props} />
  }
}
