/** One import and its report. */
import { Link } from 'wouter-preact'
import type { ImportId } from '../../../domain/ids.ts'
import { ButtonLink } from '../../parts/button.tsx'
import type { PageProps } from '../../page-route.ts'
import { useTitle } from '../../title.ts'
import styles from './imports.module.css'
import { Report } from './report.tsx'

export function ImportPage({ params }: PageProps) {
  useTitle('Import')
  return (
    <>
      <p class={styles['crumb']}>
        <Link href="/imports">Bring in old postmortems</Link>
      </p>
      <h1 class="hide">Import</h1>
      <Report
        importId={(params['importId'] ?? '') as ImportId}
        after={
          <>
            <ButtonLink href="/library" kind="first">
              Open the library
            </ButtonLink>
            <ButtonLink href="/imports">Bring in another folder</ButtonLink>
          </>
        }
      />
    </>
  )
}
