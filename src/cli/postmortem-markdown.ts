/** A postmortem as Markdown that a person can read and that `import` understands again. */
import type { Postmortem } from '../contract/postmortems.ts'

type Table = readonly (readonly (string | null)[])[]

const cell = (value: string | null): string =>
  (value ?? '').replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ')

const table = (head: readonly string[], rows: Table): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

const part = (heading: string, body: string | null): readonly string[] =>
  body === null || body.trim() === '' ? [] : [`## ${heading}`, body.trim()]

const listed = (heading: string, head: readonly string[], rows: Table): readonly string[] =>
  rows.length === 0 ? [] : [`## ${heading}`, table(head, rows)]

/** Instants are UTC; what is not known is left empty. */
export function postmortemMarkdown(postmortem: Postmortem): string {
  const blocks = [
    `# ${postmortem.title}`,
    facts(postmortem),
    ...part('Summary', postmortem.sections.summary),
    ...part('Impact', postmortem.sections.impact),
    ...part('Detection', postmortem.sections.detection),
    ...timeline(postmortem),
    ...decisions(postmortem),
    ...listed(
      'Protective layers',
      ['Layer', 'Outcome', 'What shows it'],
      postmortem.layersMet.map((one) => [one.layer.name, one.outcome, one.shownBy]),
    ),
    ...part('Contributing factors', factors(postmortem)),
    ...part('Resolution', postmortem.sections.resolution),
    ...part('What went well', postmortem.sections.wentWell),
    ...part('What went wrong', postmortem.sections.wentWrong),
    ...part('Where we got lucky', postmortem.sections.lucky),
    ...part('What surprised us', postmortem.sections.surprised),
    ...part('Lessons', postmortem.sections.lessons),
    ...actions(postmortem),
  ]
  return `${blocks.join('\n\n')}\n`
}

function facts(postmortem: Postmortem): string {
  const [incident] = postmortem.incidents
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    ['Handle', postmortem.handle],
    ['State', postmortem.state],
    ['Severity', postmortem.severity],
    ['Impact started', incident?.impactStartedAt ?? incident?.impactStartedOn],
    ['Detected', incident?.detectedAt],
    ['Mitigated', incident?.mitigatedAt],
    ['Recovered', incident?.recoveredAt],
    ['Services', incident?.services.map((one) => one.name).join(', ')],
    [
      'Classes',
      postmortem.classes
        .filter((one) => one.standing === 'confirmed')
        .map((one) => one.name)
        .join(', '),
    ],
  ]
  return rows
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `- **${name}**: ${value}`)
    .join('\n')
}

function timeline(postmortem: Postmortem): readonly string[] {
  const rows = postmortem.timeline.map((one) => [one.at ?? one.asWritten, one.phase, one.text])
  return rows.length === 0
    ? part('Timeline', postmortem.sections.timeline)
    : listed('Timeline (UTC)', ['Time', 'Phase', 'Event'], rows)
}

function decisions(postmortem: Postmortem): readonly string[] {
  return part(
    'Decision points',
    postmortem.decisions
      .map((one) => {
        const facts = one.information.map((each) => `- ${each.kind.replace('_', ' ')}: ${each.text}`)
        const missing = one.missing.map((each) => `- missing: ${each.what}`)
        return [
          `### ${one.question}`,
          `${one.decidedAt ?? 'Time unknown'}: ${one.choice}`,
          [...facts, ...missing].join('\n'),
        ]
          .filter((text) => text !== '')
          .join('\n\n')
      })
      .join('\n\n'),
  )
}

function factors(postmortem: Postmortem): string | null {
  if (postmortem.factors.length === 0) return postmortem.sections.causes
  return postmortem.factors
    .map((one) => `- **${one.title}**${one.text === null ? '' : `: ${one.text}`}`)
    .join('\n')
}

function actions(postmortem: Postmortem): readonly string[] {
  const rows = postmortem.actions.map((one) => [
    one.title,
    one.owner?.name ?? one.ownerAsWritten,
    one.due,
    one.state,
    one.trackerUrl,
  ])
  return rows.length === 0
    ? part('Action items', postmortem.sections.actions)
    : listed('Action items', ['Action', 'Owner', 'Due', 'Status', 'Link'], rows)
}
