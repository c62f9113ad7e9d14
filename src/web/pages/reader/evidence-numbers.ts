/** Numbers the evidence of a postmortem in the order in which the page refers to it, and sets the numbers into its prose. */
import type { Postmortem } from '../../../contract/postmortems.ts'
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
    .map((claim) => ({ claim, at: find(text, claim.sentence)?.end ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => a.at - b.at)
    .map(({ claim }) => claim)
}

/** Where a sentence stands in a text, however its lines are broken; null when it is not there. */
function find(text: string, sentence: string): { start: number; end: number } | null {
  const words = sentence
    .trim()
    .split(/\s+/u)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  const match = new RegExp(words.join(String.raw`\s+`), 'u').exec(text)
  return match === null ? null : { start: match.index, end: match.index + match[0].length }
}

/** One paragraph, list or fence of a section, with the evidence that its sentences carry. */
export interface Passage {
  /** Markdown; a number stands after each sentence with evidence, as a link to it. */
  readonly text: string
  readonly evidence: readonly Numbered[]
}

/** The section in passages, so that evidence can stand beside its sentence. */
export function passagesOf(
  postmortem: Postmortem,
  section: Claim['section'],
  numbers: ReadonlyMap<string, Numbered>,
): Passage[] {
  const text = postmortem.sections[section]?.trim() ?? ''
  if (text === '') return []
  const claims = claimsOf(postmortem, section)
  if (claims.length === 0) return [{ text, evidence: [] }]
  return blocksOf(text).map((block) => {
    let marked = block
    const evidence: Numbered[] = []
    for (const claim of claims) {
      const numbered = numbers.get(claim.evidenceId)
      const at = find(marked, claim.sentence)
      if (numbered === undefined || at === null) continue
      const end = at.end + (/^[.!?]/u.test(marked.slice(at.end)) ? 1 : 0)
      marked = `${marked.slice(0, end)}[${numbered.number}](#evidence-${numbered.number})${marked.slice(end)}`
      evidence.push(numbered)
    }
    return { text: marked, evidence }
  })
}

/** Blocks apart by blank lines; a fence, and a list with its gaps, stay whole. */
function blocksOf(text: string): string[] {
  const blocks: string[] = []
  let fence: string | null = null
  for (const part of text.split(/\n{2,}/u)) {
    const before = blocks.at(-1)
    const goesOn =
      before !== undefined && (fence !== null || (isList(before) && /^(?:\s|[-*+] |\d+[.)] )/u.test(part)))
    if (goesOn) blocks[blocks.length - 1] = `${before}\n\n${part}`
    else blocks.push(part)
    for (const [mark] of part.matchAll(/^ {0,3}(?:```|~~~)/gmu)) {
      fence = fence === null ? mark.trim() : mark.trim() === fence ? null : fence
    }
  }
  return blocks
}

const isList = (block: string): boolean => /^(?:[-*+] |\d+[.)] )/u.test(block)
