/** The passages of a prose section, the numbers of evidence set at the ends of their sentences. */
import type { Postmortem } from '../../../contract/postmortems.ts'
import { findSentence } from '../../../domain/sentence.ts'
import type { Section } from '../../../domain/vocabulary.ts'
import { claimsOf, type Numbered } from './evidence-numbers.ts'

/** One paragraph, list or fence of a section, with the evidence that its sentences carry. */
export interface Passage {
  /** Markdown; a number stands after each sentence with evidence, as a link to it. */
  readonly text: string
  readonly evidence: readonly Numbered[]
  /** The passage as it is written, and where in the section it begins. */
  readonly written: string
  readonly from: number
}

/** The section in passages, so that evidence can stand beside its sentence. */
export function passagesOf(
  postmortem: Postmortem,
  section: Section,
  numbers: ReadonlyMap<string, Numbered>,
): Passage[] {
  const whole = postmortem.sections[section] ?? ''
  const text = whole.trim()
  if (text === '') return []
  const claims = claimsOf(postmortem, section)
  if (claims.length === 0) return [{ text, evidence: [], written: whole, from: 0 }]
  let end = 0
  return blocksOf(text).map((block) => {
    const from = Math.max(whole.indexOf(block, end), end)
    end = from + block.length
    let marked = block
    const evidence: Numbered[] = []
    for (const claim of claims) {
      const numbered = numbers.get(claim.evidenceId)
      const at = findSentence(marked, claim.sentence)
      if (numbered === undefined || at === null) continue
      const end = at.end + (/^[.!?]/u.test(marked.slice(at.end)) ? 1 : 0)
      marked = `${marked.slice(0, end)}[${numbered.number}](#evidence-${numbered.number})${marked.slice(end)}`
      evidence.push(numbered)
    }
    return { text: marked, evidence, written: block, from }
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
