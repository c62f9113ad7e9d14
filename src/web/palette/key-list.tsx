/** The keys that work on every page, in one place. */
import { Fragment } from 'preact'
import { Dialog } from '../parts/dialog.tsx'
import styles from './key-list.module.css'
import { KEYS } from './keys-everywhere.ts'

export function KeyList({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" open onClose={onClose}>
      <KeyTable />
    </Dialog>
  )
}

/** Each key and what it does. */
export function KeyTable() {
  return (
    <dl class={styles['list']}>
      {KEYS.map(([keys, words]) => (
        <Fragment key={words}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{words}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
