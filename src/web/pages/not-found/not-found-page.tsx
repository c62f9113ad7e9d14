/** Shown where no page lives. */
import { ButtonLink } from '../../parts/button.tsx'
import { EmptyState } from '../../parts/empty.tsx'
import { useTitle } from '../../title.ts'

export function NotFoundPage() {
  useTitle('Not here')
  return (
    <EmptyState
      level={1}
      title="There is nothing at this address."
      actions={
        <>
          <ButtonLink href="/library" kind="first">
            Search the library
          </ButtonLink>
          <ButtonLink href="/">To your desk</ButtonLink>
        </>
      }
    >
      It may have been withdrawn, or be open to fewer people. Search by its title or its number, as PM-204.
    </EmptyState>
  )
}
