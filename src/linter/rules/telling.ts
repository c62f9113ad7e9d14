/** Tells a lapse in passing on news from other lapses. */
import type { Act } from '../acts/act.ts'
import { setOf } from '../words/list.ts'

const TELLING = setOf(
  'tell inform notify warn communicate announce explain share mention alert disclose coordinate document reply answer respond escalate report',
)

export const isTelling = (act: Act): boolean =>
  (act.kind === 'did-not' || act.kind === 'failed') && TELLING.has(act.verb)
