/** Routes of wording: a text checked, the findings of a postmortem, the rules and what they weigh. */
import type { Finding, WordingSettings, wordingRoutes } from '../../contract/wording.ts'
import {
  type ExplainedFinding,
  readFindings,
  reopenFinding,
  setFindingAside,
} from '../../usecases/wording/decide-finding.ts'
import { lintText } from '../../usecases/wording/lint-text.ts'
import {
  changeWording,
  readRule,
  readWording,
  type WordingHere,
  type WordingPorts,
} from '../../usecases/wording/wording-settings.ts'
import type { Names } from '../../usecases/shown.ts'
import type { HandlersOf } from '../kit/handlers.ts'
import { named, sent } from '../present.ts'

function presentFinding({ finding, why, source }: ExplainedFinding, names: Names): Finding {
  const { id: _, isClaim: __, state, setAside, ...rest } = finding
  return {
    ...rest,
    suggestions: rest.suggestions.map((one) => ({ ...one })),
    state: state === 'set_aside' ? 'set_aside' : 'open',
    why,
    source,
    setAside:
      setAside === null ? null : { by: named(setAside.by, names), at: setAside.at, reason: setAside.reason },
  }
}

const presentWording = ({ rules, vendors, version }: WordingHere): WordingSettings => ({
  rules: rules.map((rule) => ({
    ruleId: rule.id,
    title: rule.title,
    category: rule.category,
    why: rule.why,
    ownSeverity: rule.severity,
    severity: rule.here,
    found: rule.record.open + rule.record.fixed + rule.record.setAside,
    fixed: rule.record.fixed,
    setAside: rule.record.setAside,
    precision: rule.precision === null ? null : { ...rule.precision },
  })),
  vendors: [...vendors],
  version,
})

/** As the command line writes it. */
const presentTextFinding = <
  F extends { readonly suggestions: readonly { readonly title: string; readonly replacement: string }[] },
>(
  finding: F,
) => ({
  ...finding,
  suggestions: finding.suggestions.map(({ title, replacement }) => ({ title, replacement })),
})

export const wordingHandlers = (ports: WordingPorts): HandlersOf<typeof wordingRoutes> => ({
  'POST /lint': async ({ work, body }) => {
    const { findings, setAside, language } = await lintText(work, body.text)
    return {
      path: body.path,
      findings: findings.map(presentTextFinding),
      setAside: setAside.map(({ finding, reason }) => ({ ...presentTextFinding(finding), reason })),
      language,
    }
  },
  'GET /postmortems/{postmortemId}/findings': async ({ work, params }) => {
    const { thing, names } = await readFindings(work, params.postmortemId)
    return { items: thing.map((one) => presentFinding(one, names)) }
  },
  'POST /postmortems/{postmortemId}/findings/{fingerprint}/set-aside': async ({ work, params, body }) => {
    const { thing, names } = await setFindingAside(work, params.postmortemId, params.fingerprint, body.reason)
    return presentFinding(thing, names)
  },
  'POST /postmortems/{postmortemId}/findings/{fingerprint}/reopen': async ({ work, params }) => {
    await reopenFinding(work, params.postmortemId, params.fingerprint)
  },
  'GET /wording': async ({ work }) => presentWording(await readWording(work, ports)),
  'PATCH /wording': {
    change: async ({ work, version, body }) =>
      presentWording(await changeWording(work, version, sent(body), ports)),
    current: async ({ work }) => presentWording(await readWording(work, ports)),
  },
  'GET /wording/rules/{ruleId}': async ({ params }) => ({
    ruleId: params.ruleId,
    text: await readRule(params.ruleId, ports),
  }),
})
