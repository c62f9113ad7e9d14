/** The severity scale, gravest first: each level's code, meaning, and whether leaders read it. */
import type { Organisation } from '../../../contract/organisation.ts'
import { Button } from '../../parts/button.tsx'
import { CheckField, TextField } from '../../parts/field.tsx'
import styles from './settings.module.css'

type Level = Organisation['severityScale'][number]

interface Props {
  readonly scale: readonly Level[]
  readonly onScale: (scale: Level[]) => void
}

const MOST = 8

export function ScaleEditor({ scale, onScale }: Props) {
  const change = (at: number, level: Partial<Level>) =>
    onScale(scale.map((one, index) => (index === at ? { ...one, ...level } : one)))
  return (
    <fieldset class={styles['group']}>
      <legend>Severity scale, gravest first</legend>
      {scale.map((level, at) => (
        <div key={at} class={styles['level']}>
          <TextField
            bare
            label={`Code of level ${at + 1}`}
            required
            pattern="[A-Z][A-Z0-9\-]{0,9}"
            value={level.code}
            onText={(code) => change(at, { code: code.toUpperCase() })}
          />
          <TextField
            bare
            label={`Meaning of ${level.code}`}
            maxLength={300}
            value={level.meaning}
            onText={(meaning) => change(at, { meaning })}
          />
          <CheckField
            label="Leaders read it"
            checked={level.leadershipRead}
            onChange={(leadershipRead) => change(at, { leadershipRead })}
          />
          <Button
            kind="quiet"
            disabled={scale.length === 1}
            aria-label={`Remove ${level.code}`}
            onClick={() => onScale(scale.filter((_, index) => index !== at))}
          >
            Remove
          </Button>
        </div>
      ))}
      {scale.length < MOST ? (
        <div>
          <Button
            onClick={() =>
              onScale([...scale, { code: `SEV${scale.length + 1}`, meaning: '', leadershipRead: false }])
            }
          >
            Add a level
          </Button>
        </div>
      ) : null}
    </fieldset>
  )
}
