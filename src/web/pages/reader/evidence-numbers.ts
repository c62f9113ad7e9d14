/** Numbers the evidence of a postmortem in the order in which the page refers to it. */
import type { Postmortem } from '../../../contract/postmortems.ts'
import { findSentence } from '../../../domain/sentence.ts'
import { SECTIONS } from '../../../domain/vocabulary.ts'

export type Evidence = Postmortem['evidence'][number]

/** Evidence with the number by which the page calls it. */
export interface Numbered {
  readonly number: number
  readonly evidence: Evidence
}

/** By id, in order of the page: impact, prose by its sections, events, layers, factors, then whatever is left. */
export function numberEvidence(postmortem: Postmortem): ReadonlyMap<string, Numbered> {
  const prose = SECTIONS.flatMap((section) => claimsOf(postmortem, section).map((claim) => claim.evidenceId))
  const order = [
    ...postmortem.impacts.flatMap((one) => one.evidenceIds),
    ...prose,
    ...postmortem.timeline.flatMap((one) => one.evidenceIds),
    ...postmortem.layersMet.flatMap((one) => one.evidenceIds),
    ...postmortem.factors.flatMap((one) => one.evidenceIds),
    ...postmortem.evidence.map((one) => one.id),
  ]
  const all = new Map(postmortem.evidence.map((one) => [one.id as string, one]))
  const numbered = new Map<string, Numbered>()
  for (const id of order) {
    const evidence = all.get(id)
    if (evidence !== undefined && !numbered.has(id)) numbered.set(id, { number: numbered.size + 1, evidence })
  }
  return numbered
}

type Claim = Postmortem['claims'][number]

/** The claims of a section in the order of their sentences. */
export function claimsOf(postmortem: Postmortem, section: Claim['section']): Claim[] {
  const text = postmortem.sections[section] ?? ''
  return postmortem.claims
    .filter((claim) => claim.section === section)
    .map((claim) => ({ claim, at: findSentence(text, claim.sentence)?.end ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => a.at - b.at)
    .map(({ claim }) => claim)
}
