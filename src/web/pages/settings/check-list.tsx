/** Several of a list, ticked. */
import { CheckField } from '../../parts/field.tsx'
import styles from './settings.module.css'

interface Props<T extends string> {
  readonly label: string
  readonly options: readonly (readonly [value: T, words: string])[]
  readonly chosen: readonly T[]
  readonly onChoose: (chosen: readonly T[]) => void
}

export function CheckList<T extends string>({ label, options, chosen, onChoose }: Props<T>) {
  return (
    <fieldset class={styles['group']}>
      <legend>{label}</legend>
      <div class={styles['checks']}>
        {options.map(([value, words]) => (
          <CheckField
            key={value}
            label={words}
            checked={chosen.includes(value)}
            onChange={(checked) =>
              onChoose(checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
