/** Finds the reference to a ticket, change or page in an action's text. */
import { withoutEnd } from '../edges.ts'

const TARGET =
  /\]\(<?\s*((?:https?:\/\/|\.{0,2}\/|[\w-]+\.md\b|mailto:|[\w./-]+\/)[^\s()<>]{0,900}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,200})?)/
const ADDRESS = /https?:\/\/[^\s<>()[\]"'`]{1,900}/
const LABEL = /\[([^\][\n]{1,200})\](?:\[([^\][\n]{0,100})\])?/g
const ISSUE =
  /(?:^|[^\w/&#])((?:(?:[\w.-]{1,60}\/)?(?!T\d{4,}#)[\w.-]{2,80})?#\d{1,9})\b|(?:^|[^\w-])((?:[A-Z][A-Z0-9]{1,9}-\d{1,6}))\b(?!-\d)|(?:^|[^\w])(?:phab(?:ricator)?:)?(T\d{4,7})\b|\b((?:PR|MR|GH|issue|ticket) ?#?\d{1,7})\b|\b([Bb]ug ?#?\d{3,9})\b|(?:^|[\s(])((?:[\w.-]{1,60}(?:\/[\w.-]{1,80}){0,3})?!\d{1,7})\b/
const NOT_A_TICKET =
  /^(?:UTF|SHA|ISO|RFC|CVE|HTTP|TLS|AES|MD|PM|SEV|IPV|P|S|US|EU|AP|UTC|GMT|COVID|GPT|EXP|ADR|RSA|X)-?\d/

/** The first reference: an address where there is one, else an issue as written (`#12`, `owner/repo#12`, `KEY-12`, `T1234`, `group/project!12`). */
export function linkIn(raw: string, references: ReadonlyMap<string, string>): string | null {
  const text = raw.length > 8_000 ? raw.slice(0, 8_000) : raw
  const target = TARGET.exec(text)?.[1] ?? ADDRESS.exec(text)?.[0]
  if (target !== undefined) return withoutEnd(target, /[.,;:]/)
  for (const label of references.size === 0 ? [] : text.matchAll(LABEL)) {
    const found = references.get((label[2] || label[1] || '').toLowerCase())
    if (found !== undefined) return found
  }
  const issue = ISSUE.exec(text)
  const written = issue?.[1] ?? issue?.[2] ?? issue?.[3] ?? issue?.[4] ?? issue?.[5] ?? issue?.[6]
  return written === undefined || NOT_A_TICKET.test(written) ? null : written
}
