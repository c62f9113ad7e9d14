/** What the linter says of a whole postmortem, each finding at its part. */
import type { SeenFinding } from '../../domain/finding.ts'
import type { OwnNames, WordingSettings } from '../../domain/wording.ts'
import { type Finding as LinterFinding, type LintOptions, RULES_VERSION } from '../../linter/linter.ts'
import type { Wording } from '../../storage/wording-store.ts'
import { checkText } from './check-text.ts'
import { composeWording, type Piece, placeOf } from './wording-text.ts'

/** The settings of an organisation and its names. */
export type WordingGround = WordingSettings & OwnNames

/** What tells findings made by these rules and settings from others. The names do not count: people come and go. */
export const lintedWith = ({ version }: Pick<WordingSettings, 'version'>): string =>
  `${String(RULES_VERSION)}.${String(version)}`

/** The linter's options that an organisation's names and settings make. */
export const optionsOf = ({ people, teams, services, vendors, severities }: WordingGround): LintOptions => ({
  roster: { people, teams, services, vendors },
  rules: severities,
})

/** The findings in the order of the text. */
export async function findWording(wording: Wording, ground: WordingGround): Promise<SeenFinding[]> {
  const { text, pieces, evidence } = composeWording(wording)
  if (pieces.length === 0) return []
  const { findings } = await checkText(text, {
    ...optionsOf(ground),
    evidence,
    // A postmortem begun here is English until someone says otherwise: then its text tells.
    ...(/^en\b/i.test(wording.language) ? {} : { language: wording.language }),
  })
  return findings.flatMap((finding) => seen(finding, pieces) ?? [])
}

/** Longer ranges are shown by their beginning. */
const MOST_WORDS = 300

function seen(finding: LinterFinding, pieces: readonly Piece[]): SeenFinding | null {
  const { ruleId, category, severity, message, fingerprint, range } = finding
  const found = placeOf(pieces, range.start.offset, range.end.offset)
  if (found === null) return null
  const { piece, place } = found
  // What a part repeats word for word of the text above it is said once.
  if (piece.part !== 'section' && /-\d+$/.test(fingerprint)) return null
  // An action's owner and date have fields of their own: they are not written into its title.
  const isField = piece.part === 'action' && /^action-(?:owner|date)$/.test(ruleId)
  const isWhole = place.start === place.end
  return {
    ruleId,
    category,
    severity,
    section: piece.section,
    fingerprint,
    isClaim: category === 'vague',
    message,
    suggestions: isField || isWhole ? [] : finding.suggestions.map((one) => ({ ...one })),
    words: piece.text.slice(place.start, Math.min(place.end, place.start + MOST_WORDS)),
    place,
  }
}
