/** Wording: a text checked by the linter, the findings of a postmortem, and what each rule weighs in the organisation. */
import { z } from 'zod'
import { FINDING_CATEGORIES, FINDING_PARTS, FINDING_SEVERITIES, SECTIONS } from '../domain/vocabulary.ts'
import { id, instantOut, line, named } from './common.ts'
import { routes } from './kit.ts'

const position = z.object({
  /** From 1. */
  line: z.number().int(),
  /** From 1, in UTF-16 units. */
  column: z.number().int(),
  /** UTF-16 units from the start of the text. */
  offset: z.number().int(),
})

const suggestion = z.object({ title: z.string(), replacement: z.string() })

/** As `highwater lint --format json` writes it. */
const textFinding = z.object({
  ruleId: z.string(),
  category: z.enum(FINDING_CATEGORIES),
  severity: z.enum(FINDING_SEVERITIES),
  message: z.string(),
  why: z.string(),
  range: z.object({ start: position, end: position }),
  suggestions: z.array(suggestion),
  fingerprint: z.string(),
})

/** A finding of a postmortem, for those who may edit it. */
export const finding = z
  .object({
    fingerprint: z.string(),
    ruleId: z.string(),
    category: z.enum(FINDING_CATEGORIES),
    severity: z.enum(FINDING_SEVERITIES),
    state: z.enum(['open', 'set_aside']),
    message: z.string(),
    /** Null for a rule that is no more. */
    why: z.string().nullable(),
    /** Address of the advice the rule goes by. */
    source: z.string().nullable(),
    suggestions: z.array(suggestion.extend({ isSafe: z.boolean() })),
    section: z.enum(SECTIONS),
    /** The words it speaks of; at most the first 300 units of a long range. */
    words: z.string(),
    /** Offsets in UTF-16 units within the part's text; null once the text does not say it any more. */
    place: z
      .object({
        part: z.enum(FINDING_PARTS),
        /** The event, factor or action; null for a section. */
        partId: z.string().nullable(),
        start: z.number().int(),
        /** Equal to `start` where it speaks of the part as a whole. */
        end: z.number().int(),
      })
      .nullable(),
    setAside: z.object({ by: named<'person'>(), at: instantOut, reason: z.string() }).nullable(),
  })
  .meta({ id: 'Finding' })
export type Finding = z.output<typeof finding>

const share = z.object({
  count: z.number().int(),
  n: z.number().int(),
  share: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
})

const ruleSeverity = z.enum([...FINDING_SEVERITIES, 'off'])

export const wordingSettings = z
  .object({
    rules: z.array(
      z.object({
        ruleId: z.string(),
        /** The heading of its page. */
        title: z.string(),
        category: z.enum(FINDING_CATEGORIES),
        why: z.string(),
        /** By itself. */
        ownSeverity: z.enum(FINDING_SEVERITIES),
        /** Here. */
        severity: ruleSeverity,
        /** Everything it ever found in postmortems: open, fixed and set aside. */
        found: z.number().int(),
        fixed: z.number().int(),
        setAside: z.number().int(),
        /** 1 − set aside ÷ (set aside + fixed), Wilson 95 %; null with fewer than 10 decided findings. */
        precision: share.nullable(),
      }),
    ),
    /** Companies the organisation buys from, by the names that texts call them. */
    vendors: z.array(z.string()),
    version: z.number().int(),
  })
  .meta({ id: 'WordingSettings' })
export type WordingSettings = z.output<typeof wordingSettings>

const params = z.object({ postmortemId: id<'postmortem'>() })
const findingParams = params.extend({ fingerprint: z.string().regex(/^[0-9a-f]{16}(?:-\d{1,6})?$/) })

export const wordingRoutes = routes({
  'POST /lint': {
    access: 'wording.check',
    summary: 'Check a Markdown text for blame, hindsight and vagueness; nothing of it is kept',
    description:
      'The organisation’s people, teams, services and vendors settle who is who, and its settings what each rule weighs. `path` is only given back.',
    reads: true,
    body: z.object({ text: z.string(), path: z.string().max(1_000).default('-') }),
    answer: z.object({
      path: z.string(),
      findings: z.array(textFinding),
      /** What comments in the text set aside, with their reason. */
      setAside: z.array(textFinding.extend({ reason: z.string() })),
      /** BCP 47; `und` where no words are. In a language other than English only rules that need no words speak. */
      language: z.string(),
    }),
  },
  'GET /postmortems/{postmortemId}/findings': {
    access: 'postmortem.read',
    summary:
      'Its open and set-aside findings, in the order of the text; there are none for those who may not edit it',
    params,
    answer: z.object({ items: z.array(finding) }),
  },
  'POST /postmortems/{postmortemId}/findings/{fingerprint}/set-aside': {
    access: 'postmortem.write',
    summary: 'Set a finding aside with a reason; it stays so over edits',
    params: findingParams,
    body: z.object({ reason: line(2_000) }),
    answer: finding,
    problems: ['reason_needed', 'transition_refused'],
  },
  'POST /postmortems/{postmortemId}/findings/{fingerprint}/reopen': {
    access: 'postmortem.write',
    summary:
      'Open a finding again that was set aside; one whose words are gone counts as fixed and is no more',
    params: findingParams,
    answer: 'nothing',
    problems: ['transition_refused'],
  },
  'GET /wording': {
    access: 'settings.write',
    summary: 'Each rule with what it weighs here and how it proves itself, and the organisation’s vendors',
    answer: wordingSettings,
    versioned: true,
  },
  'PATCH /wording': {
    access: 'settings.write',
    summary: 'Change what rules weigh, or the vendors; findings are then made anew in the background',
    body: z
      .object({
        /** By rule; a rule not named stays as it is, null gives it its own weight again. */
        severities: z.record(z.string().max(100), ruleSeverity.nullable()),
        vendors: z.array(line(120)).max(500),
      })
      .partial(),
    answer: wordingSettings,
    versioned: true,
    problems: ['reference_unknown'],
  },
  'GET /wording/rules/{ruleId}': {
    access: 'directory.read',
    summary: 'The page of a rule: why, what to avoid and prefer, when not to use it, sources',
    params: z.object({ ruleId: z.string().max(100) }),
    answer: z.object({ ruleId: z.string(), text: z.string() }),
  },
})
