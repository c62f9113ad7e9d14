/** Runs the rules: over a chunk by itself, kept as long as its text and place are the same, and over the whole document. */
import { factsOf, type BlockFacts, type ChunkFacts, type SentenceFacts } from './facts.ts'
import type { Chunk } from './document/chunks.ts'
import {
  isTimedIn,
  outlineAt,
  roleIn,
  START,
  type Outline,
  type SectionRole,
} from './document/section-role.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { RosterIndex } from './roster.ts'
import { DOCUMENT_RULES, SENTENCE_RULES } from './rules/all-rules.ts'
import type { Hit, Place, PlacedBlock, Rule, SentenceRule } from './rules/rule.ts'

/** A hit with its rule, offsets from the start of the chunk. */
export interface RuleHit {
  readonly rule: Rule
  readonly start: number
  readonly end: number
  readonly hit: Hit
  readonly fingerprint: string
}

/** What a chunk yields in its place. */
interface ChunkResult {
  readonly hits: readonly RuleHit[]
  readonly roles: readonly SectionRole[]
  readonly after: Outline
}

/** A chunk's facts, and its results by the place it stood in. */
export interface KeptChunk {
  readonly facts: ChunkFacts
  readonly results: Map<string, ChunkResult>
}

export interface Checked {
  /** Offsets from the start of the document. */
  readonly hits: readonly RuleHit[]
  readonly kept: ReadonlyMap<string, KeptChunk>
  readonly placed: readonly PlacedBlock[]
}

/** Checks the chunks in order, taking from `before` what has not changed. */
export function checkChunks(
  chunks: readonly Chunk[],
  before: ReadonlyMap<string, KeptChunk>,
  roster: RosterIndex,
  isEnglish: boolean,
): Checked {
  const kept = new Map<string, KeptChunk>()
  const hits: RuleHit[] = []
  const placed: PlacedBlock[] = []
  let outline = START
  for (const chunk of chunks) {
    const one = kept.get(chunk.text) ??
      before.get(chunk.text) ?? { facts: factsOf(chunk.text, roster), results: new Map() }
    kept.set(chunk.text, one)
    const result = resultOf(one, outline, roster, isEnglish)
    for (const hit of result.hits)
      hits.push({ ...hit, start: hit.start + chunk.start, end: hit.end + chunk.start })
    place(placed, one.facts, result.roles, chunk.start)
    outline = result.after
  }
  hits.push(...documentHits(placed, roster, isEnglish))
  return { hits, kept, placed }
}

function resultOf(chunk: KeptChunk, outline: Outline, roster: RosterIndex, isEnglish: boolean): ChunkResult {
  const key = `${isEnglish}${outline.roles.map((one) => `${one.depth}${one.role ?? ''}${one.isTimed ? '@' : ''}`).join()}`
  const known = chunk.results.get(key)
  if (known !== undefined) return known
  const hits: RuleHit[] = []
  const roles: SectionRole[] = []
  let now = outline
  for (const blockFacts of chunk.facts.blocks) {
    const { block } = blockFacts
    now = outlineAt(now, block, chunk.facts.source)
    const role = roleIn(now)
    roles.push(role)
    if (isEnglish && !isPassedOver(blockFacts, role)) {
      for (const facts of blockFacts.sentences)
        hits.push(...sentenceHits(timed(facts, now), role, roster, chunk.facts.source))
    }
  }
  const result = { hits, roles, after: now }
  chunk.results.set(key, result)
  return result
}

/** Under a heading that is a time, everything is tied to it. */
const timed = (facts: SentenceFacts, outline: Outline): SentenceFacts =>
  isTimedIn(outline) && !facts.hasEvidence ? { ...facts, hasEvidence: true } : facts

/** Quotes, column heads, templates and lists of people are nobody's account of what happened. */
function isPassedOver({ block }: BlockFacts, role: SectionRole): boolean {
  return block.isQuote || block.cell?.isHead === true || role === 'template' || role === 'people'
}

/** How what a template asks for, left in, begins. */
const PROMPT =
  /^\W*(?:describe|list|explain|summari[sz]e|provide|include|fill|enter|insert|replace|e\.g\.|example:|for example:|what |how |which |who |why |was |were |did |is |are |[[<{])/i

function sentenceHits(
  facts: SentenceFacts,
  role: SectionRole,
  roster: RosterIndex,
  source: string,
): RuleHit[] {
  if (role !== 'actions' && PROMPT.test(facts.text.slice(0, 12)) && isPrompt(facts.text)) return []
  const hits: RuleHit[] = []
  const context = { role, roster, source }
  for (const rule of rulesIn(placesOf(facts, role))) {
    if (hits.length > 0 && isSaid(hits, rule)) continue
    const hit = rule.check(facts, context)[0]
    if (hit !== undefined) hits.push(located(rule, hit, facts.block.start, facts.text))
  }
  return hits
}

/** Rules that speak in places, by their names. */
const SPEAKING = new Map<string, readonly SentenceRule[]>()

function rulesIn(places: readonly Place[]): readonly SentenceRule[] {
  const key = places.join()
  const known = SPEAKING.get(key)
  if (known !== undefined) return known
  const rules = SENTENCE_RULES.filter((rule) => !places.some((place) => rule.silentIn.includes(place)))
  SPEAKING.set(key, rules)
  return rules
}

function placesOf({ block, tokens, hasEvidence }: SentenceFacts, role: SectionRole): readonly Place[] {
  const places: Place[] = [role]
  if (block.kind === 'heading') places.push('heading')
  if (tokens.at(-1)?.text === '?') places.push('question')
  if (hasEvidence) places.push('evidence')
  return places
}

/** Of what belongs to one category a sentence is told once. */
const isSaid = (hits: readonly RuleHit[], { category, yieldsTo }: SentenceRule): boolean =>
  hits.some(({ rule }) => rule.category === category || yieldsTo?.includes(rule.category) === true)

/** Longer than any prompt; it is not looked through. */
const LONGEST_PROMPT = 2_000

const isPrompt = (text: string): boolean => text.length < LONGEST_PROMPT && holdsPrompt(text)

const holdsPrompt = (text: string): boolean =>
  /\?\s*$/.test(text) ||
  /^\W*(?:describe|list|explain|summari[sz]e|provide|include|fill|enter|insert)\b/i.test(text) ||
  (text.length <= 1_000 && /^\W*[[<{][^\]>}]*[\]>}]\W*$/.test(text))

function located(rule: Rule, hit: Hit, origin: number, sentence: string): RuleHit {
  return {
    rule,
    start: hit.start + origin,
    end: hit.end + origin,
    hit,
    fingerprint: fingerprintOf(rule.id, sentence),
  }
}

function place(
  placed: PlacedBlock[],
  facts: ChunkFacts,
  roles: readonly SectionRole[],
  origin: number,
): void {
  for (const [index, one] of facts.blocks.entries()) {
    const isHeading = one.block.kind === 'heading'
    const section = isHeading ? placed.length : (placed.at(-1)?.section ?? -1)
    placed.push({
      block: one.block,
      sentences: one.sentences,
      role: roles[index] ?? 'other',
      origin,
      source: facts.source,
      section,
    })
  }
}

function documentHits(placed: readonly PlacedBlock[], roster: RosterIndex, isEnglish: boolean): RuleHit[] {
  return DOCUMENT_RULES.filter((rule) => isEnglish || rule.language === 'any').flatMap((rule) =>
    rule.check(placed, roster).map((hit) => {
      const { block, origin } = hit.placed
      return located(rule, hit, block.start + origin, block.text.slice(hit.start, hit.end))
    }),
  )
}
