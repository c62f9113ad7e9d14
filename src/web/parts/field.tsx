/** Form fields: a label, the control, a hint, and what was wrong with the last answer. */
import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'
import styles from './field.module.css'

interface Around {
  readonly label: string
  readonly hint?: ComponentChildren
  /** What was wrong with the last answer, as the server said it. */
  readonly problem?: string | undefined
  /** The label is for a screen reader only, where a heading above says it to the eye. */
  readonly bare?: boolean
}

interface Tied {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
  readonly class: string
}

function Field({
  label,
  hint,
  problem,
  bare = false,
  children,
}: Around & { children: (tied: Tied) => ComponentChildren }) {
  const id = useId()
  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`]
    .filter(Boolean)
    .join(' ')
  const tied: Tied = {
    id,
    class: styles['input'] ?? '',
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(problem === undefined ? {} : { 'aria-invalid': true }),
  }
  return (
    <div class={styles['field']}>
      <label class={bare ? 'hide' : styles['label']} for={id}>
        {label}
      </label>
      {children(tied)}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} class={styles['hint']}>
          {hint}
        </p>
      )}
      {problem === undefined ? null : (
        <p id={`${id}-problem`} class={styles['problem']}>
          {problem}
        </p>
      )}
    </div>
  )
}

type Input = Omit<JSX.InputHTMLAttributes, 'onInput' | 'class' | 'label'>

interface TextProps extends Around, Input {
  readonly value: string
  readonly onText: (text: string) => void
}

export function TextField({ label, hint, problem, bare = false, value, onText, ...rest }: TextProps) {
  return (
    <Field label={label} hint={hint} problem={problem} bare={bare}>
      {(tied) => (
        <input {...rest} {...tied} value={value} onInput={(event) => onText(event.currentTarget.value)} />
      )}
    </Field>
  )
}

interface LongTextProps extends Around {
  readonly value: string
  readonly onText: (text: string) => void
  readonly required?: boolean
  readonly maxLength?: number
}

export function LongTextField({ label, hint, problem, value, onText, ...rest }: LongTextProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(tied) => (
        <textarea {...rest} {...tied} value={value} onInput={(event) => onText(event.currentTarget.value)} />
      )}
    </Field>
  )
}

interface SelectProps extends Around {
  readonly value: string
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly onChoose: (value: string) => void
}

export function SelectField({ label, hint, problem, bare = false, value, options, onChoose }: SelectProps) {
  return (
    <Field label={label} hint={hint} problem={problem} bare={bare}>
      {(tied) => (
        <select {...tied} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
          {options.map(([one, words]) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface CheckProps {
  readonly label: ComponentChildren
  readonly hint?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

export function CheckField({ label, hint, checked, onChange }: CheckProps) {
  return (
    <label class={styles['check']}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {label}
        {hint === undefined ? null : <small>{hint}</small>}
      </span>
    </label>
  )
}
