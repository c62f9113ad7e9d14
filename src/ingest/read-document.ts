/** Reads one file into drafts: a report, several reports, or the reason why it is none. Pure and total. */
import type {
  DraftDocument,
  ReadDocument,
  ReadOptions,
  SkippedDocument,
  SkipReason,
  Warning,
} from './draft.ts'
import { scan } from './blocks/scan.ts'
import { decode } from './decode.ts'
import { draftOf } from './draft-document.ts'
import { parseDocument, type ParsedDocument } from './parsed-document.ts'
import { decideRole } from './role/role.ts'
import { textBetween } from './sections/draft-sections.ts'
import { incidentParts, type IncidentPart } from './several.ts'
import { titleFromPath } from './title.ts'

/**
 * Reads a file. `path` is its path within the import, `/` between folders; it is used for hints and dates only.
 * Yields one document, or for a file of many incidents a header with status `several` and one document each with the
 * path `path#n`, n from 1. Never throws; the time is linear in the size of the file. Lines count from 1.
 */
export function readDocument(path: string, bytes: Uint8Array, options: ReadOptions): ReadDocument[] {
  const decoded = decode(bytes)
  if (!decoded.ok) return [skipped(path, decoded.reason, null, [])]
  const warnings: Warning[] = []
  if (decoded.damaged) {
    warnings.push({
      code: 'characters_lost',
      message: 'some bytes are no text in any known encoding',
      line: null,
    })
  } else if (decoded.encoding !== 'utf-8') {
    warnings.push({ code: 'encoding_converted', message: `read as ${decoded.encoding}`, line: null })
  }
  const tree = scan(decoded.text)
  const parsed = parseDocument(path, tree, options)
  const parts = incidentParts(tree, parsed.sections)
  if (parts.length > 0) return readSeveral(path, parsed, parts, options, warnings)
  const role = decideRole(parsed.evidence)
  if (role.reason !== null) return [skipped(path, role.reason, parsed.title.text, warnings)]
  return [draftOf(path, parsed, role.margin, warnings)]
}

function skipped(
  path: string,
  reason: SkipReason,
  title: string | null,
  warnings: readonly Warning[],
): SkippedDocument {
  return { path, status: 'skipped', reason, title: title ?? titleFromPath(path), warnings }
}

/** Each part is read as a file of its own; its lines are then moved to where it stands in the whole. */
function readSeveral(
  path: string,
  whole: ParsedDocument,
  parts: readonly IncidentPart[],
  options: ReadOptions,
  warnings: readonly Warning[],
): ReadDocument[] {
  const declared = zoneBeside(path, whole, parts)
  const documents = parts.map((part, index) => {
    const partPath = `${path}#${index + 1}`
    const parsed = parseDocument(partPath, scan(part.text), { zone: declared ?? options.zone })
    const draft = moved(draftOf(partPath, parsed, 2, []), part.line - 1)
    if (declared === null || draft.incident.zoneBasis !== 'option') return draft
    return { ...draft, incident: { ...draft.incident, zoneBasis: 'document' as const } }
  })
  return [
    { path, status: 'several', reason: null, title: whole.title.text, count: parts.length, warnings },
    ...documents,
  ]
}

/** The zone that the file declares outside of its incidents, for all of them. */
function zoneBeside(path: string, whole: ParsedDocument, parts: readonly IncidentPart[]): string | null {
  const beside: string[] = []
  let next = 1
  for (const part of parts) {
    beside.push(textBetween(whole.tree, next, part.line - 1))
    next = part.endLine + 1
  }
  beside.push(textBetween(whole.tree, next, whole.tree.lines.length))
  const { timeline } = parseDocument(path, scan(beside.join('\n\n')), { zone: null })
  return timeline.zoneBasis === 'document' ? timeline.zone : null
}

function moved(draft: DraftDocument, by: number): DraftDocument {
  return {
    ...draft,
    timeline: draft.timeline.map((event) => ({ ...event, line: event.line + by })),
    actions: draft.actions.map((action) => ({ ...action, line: action.line + by })),
    warnings: draft.warnings.map((warning) => ({
      ...warning,
      line: warning.line === null ? null : warning.line + by,
    })),
  }
}
