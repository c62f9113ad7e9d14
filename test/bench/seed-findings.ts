/** Made-up findings: about two a postmortem, of a few rules, most of them open. */
import { randomFrom } from './seed-record.ts'

const RULES = [
  ['person-failed', 'blame', 'error'],
  ['team-failed', 'team-blame', 'error'],
  ['should-have', 'hindsight', 'warning'],
  ['vague-quantity', 'vague', 'warning'],
  ['vague-speed', 'vague', 'info'],
  ['single-cause', 'cause-framing', 'warning'],
  ['passive-omission', 'passive-omission', 'warning'],
  ['action-owner', 'weak-action', 'warning'],
  ['animated', 'wording', 'info'],
] as const

export interface SeedFinding {
  readonly fingerprint: string
  readonly rule: string
  readonly category: string
  readonly severity: string
  readonly isOpen: boolean
}

/** The findings of a postmortem, the same for the same number each time; Japanese is not read by the rules. */
export function seedFindings(number: number, language: string): SeedFinding[] {
  if (language !== 'en') return []
  const random = randomFrom(number + 1_000_003)
  return Array.from({ length: Math.floor(random() * 5) }, (_, at) => {
    const [rule, category, severity] = RULES[Math.floor(random() * RULES.length)] ?? RULES[0]
    const fingerprint = `${number.toString(16).padStart(12, '0')}${at.toString(16).padStart(4, '0')}`
    return { fingerprint, rule, category, severity, isOpen: random() < 0.7 }
  })
}
