/** The sentences that tell when the incident was: those of the lead, the summary and the impact. */
import type { Block } from '../blocks/block.ts'
import { plain } from '../blocks/inline.ts'
import type { Section } from '../sections/section.ts'
import { isOther, isTitle } from './select.ts'
import type { Stamp } from '../time/stamp.ts'
import { findDuration, type WrittenDuration } from '../time/duration.ts'
import { stampsIn } from './written-moment.ts'

const TELLING = new Set(['summary', 'impact', 'trigger', 'detection'])
const MOST_SENTENCES = 40
const MOST_STAMPS = 4
/** A bracket after a full stop still belongs to the sentence before it. */
const SENTENCE_END = /(?<=[.!?](?:\s|$))(?!\()|(?<=[。！？])/u
const TROUBLE =
  /\b(?:outage|down(?:time)?|broke|unavailab\w*|inaccessib\w*|unreachable|broken|fail\w*|errors?|stopp?(?:ed|s)|unable|could not|couldn't|experienc\w*|degrad\w*|disrupt\w*|interrupt\w*|incident|impact\w*|affected|slow\w*|began|begin|start(?:ed|s|ing)?|crash\w*|lost|loss|expired?|offline|not (?:working|available|reachable|accessible|responding)|report(?:s|ed)?|notified|malicious|compromis\w*|attack\w*|leak\w*|exploit\w*|vulnerab\w*|timed? ?outs?|50\d)\b|停止|障害|発生|失敗|エラー|劣化|不能|故障|异常|无法|失败|中断|nede|feil\w*|utilgjengelig|stoppet/iu
/** A time of day at which something happens again and again is no beginning. */
const RECURRING =
  /\b(?:daily|nightly|hourly|weekly|every (?:day|night|hour|morning|week|\d)|each (?:day|night|morning)|cron)\b|毎日|每天/iu
const BEFORE_START =
  /(?:\b(?:at|around|about|since|starting|beginning|began|started|from|as of|between|during|approximately|circa|on|from around|fra|kl\.?|mellom|siden)|[,(:–-])\s*(?:around|about|approximately|roughly|~|at|the)?\s*$/iu
const NOT_START =
  /\b(?:resolved|recovered|restored|fixed|mitigated|back to normal|until|by|ended|rolled back|reverted|published|written|released to|closed|completed)\b[^,;]{0,24}$/iu

/** A span or a point of time that a sentence gives for the trouble. */
export interface ToldTime {
  readonly stamp: Stamp
  /** `span` when the sentence gives beginning and end. */
  readonly kind: 'span' | 'point'
}

/** Lists count only inside a telling section: at the top of a document they are fields or events. */
function textsOf(block: Block, lists: boolean, ignored: ReadonlySet<number>): string[] {
  if (block.kind === 'paragraph' && !ignored.has(block.line))
    return [plain(block.lines.map((line) => line.text).join(' '))]
  if (block.kind === 'list' && lists)
    return block.items
      .filter((item) => !ignored.has(item.line))
      .map((item) => plain(item.lines.map((line) => line.text).join(' ')))
  return []
}

function isTelling(section: Section, sections: readonly Section[]): boolean {
  if (section.name !== null && !isTitle(section)) return TELLING.has(section.name)
  const above = section.parent === null ? null : sections[section.parent]
  return section.level <= 1 || (above?.name !== undefined && above.name !== null && TELLING.has(above.name))
}

/**
 * The sentences with figures of lead, summary and impact – or, `anywhere`, of every section that tells the story – in the
 * order of the file, mark-up taken off; `ignored` lines are fields and events.
 */
export function storySentences(
  sections: readonly Section[],
  ignored: ReadonlySet<number>,
  anywhere: boolean,
): string[] {
  const sentences: string[] = []
  for (const section of sections) {
    if (anywhere ? isOther(section) : !isTelling(section, sections)) continue
    for (const block of section.blocks) {
      for (const text of textsOf(block, section.name !== null && !isTitle(section), ignored)) {
        for (const sentence of text.slice(0, 3_000).split(SENTENCE_END)) {
          if (sentences.length >= MOST_SENTENCES) return sentences
          if (/\d/.test(sentence)) sentences.push(sentence.trim())
        }
      }
    }
  }
  return sentences
}

function toldIn(sentence: string): ToldTime | null {
  if (!TROUBLE.test(sentence) || RECURRING.test(sentence)) return null
  for (const stamp of stampsIn(sentence, MOST_STAMPS)) {
    if (stamp.from.clock === null || stamp.relative !== null) continue
    const before = sentence.slice(0, stamp.start)
    if (NOT_START.test(before)) continue
    const led =
      BEFORE_START.test(before) ||
      before.trim() === '' ||
      /^(?:at|on|from|around|between|since)\b/i.test(sentence.slice(stamp.start))
    if (stamp.until !== null && stamp.until.clock !== null) return { stamp, kind: 'span' }
    if (led) return { stamp, kind: 'point' }
  }
  return null
}

/** The first time that the story gives for its beginning: a span before a single point. */
export function toldStart(sentences: readonly string[]): ToldTime | null {
  let point: ToldTime | null = null
  for (const sentence of sentences) {
    const told = toldIn(sentence)
    if (told?.kind === 'span') return told
    point ??= told
  }
  return point
}

const LASTED =
  /\b(?:last(?:ed|ing|s)|duration(?: of| was|:)|(?:down|unavailable|degraded|out|offline|outage|broken|disrupted|affected) for|for (?=(?:a total of |approximately |about |around |roughly |almost |nearly |over )?(?:\d|one|two|three|half|an hour))|total (?:downtime|outage) (?:of|was)|varte(?: i)?|約)\s*/iu

/** How long the story says it lasted, when a sentence says so in figures. */
export function toldDuration(sentences: readonly string[]): WrittenDuration | null {
  for (const sentence of sentences) {
    const match = LASTED.exec(sentence)
    if (match === null || !TROUBLE.test(sentence)) continue
    const rest = sentence.slice(match.index + match[0].length)
    const found = findDuration(rest.slice(0, 60))
    if (found !== null && found.start <= 24 && found.minutes >= 1) return found
  }
  return null
}
