/** Tells a lapse in passing on news from other lapses. */
import type { Act } from '../acts/act.ts'
import { bases } from '../words/list.ts'

/** Passing on news. Base forms. */
export const TELLING = bases(
  'alert announce answer communicate coordinate disclose document escalate explain inform mention ' +
    'notify reply report respond share tell warn',
)

export const isTelling = (act: Act): boolean =>
  (act.kind === 'did-not' || act.kind === 'failed') && TELLING.has(act.verb)
