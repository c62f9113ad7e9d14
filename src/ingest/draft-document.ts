/** Puts the draft of one report together from a parsed document. */
import { findActions } from './actions/find-actions.ts'
import { closingActions } from './actions/closing-actions.ts'
import { suggestClasses } from './classes/suggest-classes.ts'
import { confidenceOf } from './confidence.ts'
import type { DraftDocument, DraftIncident, Warning } from './draft.ts'
import type { ParsedDocument } from './parsed-document.ts'
import { peopleOf } from './metadata/people.ts'
import { draftSections } from './sections/draft-sections.ts'
import { servicesOf } from './services.ts'
import { severityOf, severityTold, type WrittenSeverity } from './severity.ts'
import { supersededBy } from './superseded.ts'
import { titleFromPath } from './title.ts'
import { readMoments, type Moments } from './timeline/moments.ts'

/** How far into causes and summary the words weigh most; what follows is detail. */
const TOLD = 1_500

/** The draft of a report. `margin` is how clearly the file was told to be one. */
export function draftOf(
  path: string,
  parsed: ParsedDocument,
  margin: number,
  before: readonly Warning[],
): DraftDocument {
  const { tree, passages, fields, timeline } = parsed
  const moments = readMoments(parsed.source, timeline)
  const sections = draftSections(tree, passages, parsed.titleSection ?? parsed.sections[0] ?? null)
  const severity =
    severityOf(fields) ??
    severityTold(sections.impact, [
      parsed.title.text,
      sections.summary ?? '',
      ...timeline.events.map((event) => event.text),
    ])
  const around = {
    references: tree.references,
    due: { dayFirst: timeline.notation.dayFirst, incidentDay: timeline.days[0]?.day ?? null },
    people: peopleOf(fields),
  }
  const announced = findActions(passages, around)
  const actions = announced.length > 0 ? announced : closingActions(parsed, around)
  const classes = suggestClasses([
    { text: `${parsed.title.text} ${titleFromPath(path)}`, weight: 6 },
    { text: (sections.causes ?? '').slice(0, TOLD), weight: 2 },
    { text: (sections.summary ?? '').slice(0, TOLD), weight: 2 },
    { text: parsed.body, weight: 0.5 },
  ])
  return {
    path,
    status: 'postmortem',
    reason: null,
    title: parsed.title.text,
    language: parsed.language,
    incident: incidentOf(parsed, moments, severity),
    sections,
    timeline: timeline.events,
    actions,
    classes,
    supersededBy: supersededBy(fields, parsed.body),
    confidence: confidenceOf({
      margin,
      title: parsed.title.basis,
      timeline: timeline.confidence,
      moments: moments.confidence,
      severity,
      actions: actions.length,
      announced: announced.length > 0,
      actionSection: sections.actions !== null,
      bestClass: classes[0]?.confidence ?? null,
    }),
    warnings: [...before, ...timeline.warnings, ...moments.warnings, ...ownWarnings(parsed)],
  }
}

function incidentOf(
  parsed: ParsedDocument,
  moments: Moments,
  severity: WrittenSeverity | null,
): DraftIncident {
  return {
    severity: severity?.severity ?? null,
    severityAsWritten: severity?.asWritten ?? null,
    startedAt: moments.startedAt,
    detectedAt: moments.detectedAt,
    mitigatedAt: moments.mitigatedAt,
    recoveredAt: moments.recoveredAt,
    startedOn: moments.startedOn,
    zone: parsed.timeline.zone,
    zoneBasis: parsed.timeline.zoneBasis,
    statedDurationMinutes: moments.statedDurationMinutes,
    services: servicesOf(parsed.fields),
  }
}

function ownWarnings(parsed: ParsedDocument): Warning[] {
  const warnings: Warning[] = []
  const { markers, fields, title } = parsed
  if (fields.frontMatterBroken) {
    warnings.push({
      code: 'front_matter_broken',
      message: 'the front matter does not parse; its plain lines were read',
      line: 1,
    })
  }
  if (markers.prompts + markers.placeholders >= 2) {
    const count = markers.prompts + markers.placeholders
    warnings.push({
      code: 'template_prompt_left',
      message: `${count} prompts or placeholders of a template are left`,
      line: markers.firstBlankLine,
    })
  }
  if (title.basis === 'path') {
    warnings.push({
      code: 'title_from_path',
      message: 'the text has no telling title; the file name gives it',
      line: null,
    })
  }
  return warnings
}
