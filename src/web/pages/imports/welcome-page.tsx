/** The second and third steps of the first run: bring in what you have, then read. */
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import type { ImportId } from '../../../domain/ids.ts'
import { ButtonLink } from '../../parts/button.tsx'
import { useMe } from '../../session.ts'
import { useTitle } from '../../title.ts'
import { Choose } from './choose.tsx'
import styles from './imports.module.css'
import { Report } from './report.tsx'

export function WelcomePage() {
  useTitle('First run')
  const me = useMe()
  const [importId, setImportId] = useState<ImportId | null>(null)
  return (
    <>
      <ol class={styles['steps']} aria-label="First run">
        <li>Who you are</li>
        <li {...(importId === null ? { 'aria-current': 'step' } : {})}>What you have</li>
        <li {...(importId === null ? {} : { 'aria-current': 'step' })}>What it became</li>
      </ol>
      {importId === null ? (
        <>
          <h1>Welcome, {me.person.name}. Which folder does nobody open?</h1>
          <p class={styles['lead']}>
            The postmortems {me.organisation.name} already has are the fastest way to see what comes back.
            Bring them in now, or <Link href="/">start empty</Link>.
          </p>
          <Choose onBegun={setImportId} />
        </>
      ) : (
        <>
          <h1 class="hide">What it became</h1>
          <Report
            importId={importId}
            after={
              <>
                <ButtonLink href="/library" kind="first">
                  Open your library
                </ButtonLink>
                <ButtonLink href="/trends">See the numbers</ButtonLink>
              </>
            }
          />
        </>
      )}
    </>
  )
}
