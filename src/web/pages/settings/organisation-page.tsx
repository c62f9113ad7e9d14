/** The organisation: its name, zone, currency, working days and severity scale. */
import { useState } from 'preact/hooks'
import type { Organisation } from '../../../contract/organisation.ts'
import { send, useAnswer } from '../../answers.ts'
import { Button } from '../../parts/button.tsx'
import { CheckField, SelectField, TextField } from '../../parts/field.tsx'
import { ProblemNotice, problemOf } from '../../parts/problem-notice.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { say } from '../../parts/toast.tsx'
import { useSaving } from '../../saving.ts'
import { useMay } from '../../session.ts'
import { zoneOptions } from '../imports/zones.ts'
import { ScaleEditor } from './scale-editor.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import styles from './settings.module.css'

export function OrganisationPage() {
  const answer = useAnswer('GET /organisation')
  return (
    <SettingsFrame
      title="Organisation"
      lead="The severity scale decides which incidents reach leaders; the zone and working days decide when things fall due."
    >
      {answer.problem !== null ? (
        <ProblemNotice problem={answer.problem} onAgain={answer.again} />
      ) : answer.data === undefined ? (
        <Skeleton lines={8} />
      ) : (
        <OrganisationForm key={answer.data.version} organisation={answer.data} />
      )}
    </SettingsFrame>
  )
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

function OrganisationForm({ organisation }: { organisation: Organisation }) {
  const mayWrite = useMay('settings.write')
  const [form, setForm] = useState(organisation)
  const saving = useSaving()
  const set = (change: Partial<Organisation>) => setForm((now) => ({ ...now, ...change }))
  const submit = async (event: Event) => {
    event.preventDefault()
    const { name, timeZone, currency, workingDays, severityScale, version } = form
    const body = { name, timeZone, currency, workingDays, severityScale }
    if (await saving.run(() => send('PATCH /organisation', { body, ifMatch: version }))) say('Saved.')
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <fieldset class={styles['form']} disabled={!mayWrite}>
        <legend class="hide">Organisation</legend>
        <TextField
          label="Name"
          required
          maxLength={120}
          value={form.name}
          problem={problemOf(saving.problem, 'name')}
          onText={(name) => set({ name })}
        />
        <div class={styles['two']}>
          <SelectField
            label="Time zone"
            value={form.timeZone}
            options={zoneOptions([form.timeZone])}
            onChoose={(timeZone) => set({ timeZone })}
          />
          <TextField
            label="Currency"
            hint="Three letters, as EUR."
            required
            pattern="[A-Z]{3}"
            value={form.currency}
            problem={problemOf(saving.problem, 'currency')}
            onText={(currency) => set({ currency: currency.toUpperCase() })}
          />
        </div>
        <fieldset class={styles['group']}>
          <legend>Working days</legend>
          <div class={styles['days']}>
            {DAYS.map((day, at) => (
              <CheckField
                key={day}
                label={day}
                checked={form.workingDays.includes(at + 1)}
                onChange={(checked) =>
                  set({
                    workingDays: DAYS.map((_, n) => n + 1).filter((n) =>
                      n === at + 1 ? checked : form.workingDays.includes(n),
                    ),
                  })
                }
              />
            ))}
          </div>
        </fieldset>
        <ScaleEditor scale={form.severityScale} onScale={(severityScale) => set({ severityScale })} />
        {saving.problem === null ? null : <ProblemNotice problem={saving.problem} />}
        {mayWrite ? (
          <div>
            <Button kind="first" type="submit" busy={saving.busy}>
              Save
            </Button>
          </div>
        ) : (
          <p class="soft">An administrator can change this.</p>
        )}
      </fieldset>
    </form>
  )
}
