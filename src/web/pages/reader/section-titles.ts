/** Headings that say what was found, made from the numbers; plain names where the numbers are not known. */
import type { Postmortem } from '../../../contract/postmortems.ts'
import { capital, numberOf, numberWord } from '../../number-words.ts'
import { minutesWords } from '../../words.ts'
import { missingOf } from './decision-information.ts'
import { mainIncident } from './flood-of.ts'

/** `Nine minutes to notice, 20 without a fact that was on record` */
export function timelineTitle(postmortem: Postmortem): string {
  const durations = mainIncident(postmortem)?.durations
  const detect = durations?.detect ?? null
  const mitigate = durations?.mitigate ?? null
  const longest = Math.max(0, ...missingOf(postmortem).map((one) => one.minutes ?? 0))
  const parts = [
    detect === null || detect < 1 ? '' : `${span(detect)} to notice`,
    longest >= 1 ? `${span(longest, detect !== null && detect >= 1)} without a fact that someone had` : '',
    longest < 1 && mitigate !== null && mitigate >= 1
      ? `${span(mitigate, detect !== null && detect >= 1)} to mitigate`
      : '',
  ].filter(Boolean)
  return parts.length === 0 ? 'Timeline' : capital(parts.join(', '))
}

/** `nine minutes`, or the bare number after another span in minutes; `2 h 14 min` when long. */
function span(minutes: number, bare = false): string {
  const whole = Math.round(minutes)
  if (whole >= 120) return minutesWords(minutes)
  return bare ? numberWord(whole) : numberOf(whole, 'minute')
}

/** `Seven protective layers were met. Three held.` */
export function layersTitle(postmortem: Postmortem): string {
  const met = postmortem.layersMet.length
  const held = postmortem.layersMet.filter((one) => one.outcome === 'held').length
  if (met === 0) return 'Protective layers'
  const heldWords = held === met ? 'All held' : held === 0 ? 'None held' : `${capital(numberWord(held))} held`
  return `${capital(numberOf(met, 'protective layer'))} ${met === 1 ? 'was' : 'were'} in its way. ${met === 1 ? (held === 1 ? 'It held' : 'It did not hold') : heldWords}.`
}

/** `Five actions: one verified, two under way, two not yet agreed.` */
export function actionsLead(actions: Postmortem['actions']): string {
  const count = (...states: Postmortem['actions'][number]['state'][]) =>
    actions.filter((action) => states.includes(action.state)).length
  const parts = [
    [count('verified'), 'verified'],
    [count('claimed_done'), 'awaiting a check'],
    [count('committed', 'in_progress'), 'under way'],
    [count('proposed', 'handed_back'), 'not yet agreed'],
    [count('not_effective'), 'not effective'],
    [count('dropped'), 'dropped'],
  ] as const
  const words = parts.filter(([n]) => n > 0).map(([n, what]) => `${numberWord(n)} ${what}`)
  return `${capital(numberOf(actions.length, 'action'))}: ${words.join(', ')}.`
}
