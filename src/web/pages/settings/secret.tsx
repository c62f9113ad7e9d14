/** Something shown once: a link or a token's secret, with a button that copies it. */
import { Button } from '../../parts/button.tsx'
import { say } from '../../parts/toast.tsx'
import styles from './settings.module.css'

export function Secret({ value }: { value: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    say('Copied.')
  }
  return (
    <div class={styles['secret']}>
      <code>{value}</code>
      <Button onClick={() => void copy()}>Copy</Button>
    </div>
  )
}
