/** The words of an entry: its own lines, the lines that go on with it, and the items below it that have no time of their own. */
import { plain } from '../blocks/inline.ts'
import type { List, ListItem, TextLine } from '../blocks/block.ts'
import { sectionName } from '../sections/names.ts'
import type { StampHints } from '../time/stamp.ts'
import { readHead } from './entry-head.ts'

const LONGEST_TEXT = 4_000

/** Parts on lines of their own, empty ones left out, cut where it grows too long. */
export function joined(parts: readonly string[]): string {
  const text = parts
    .map((part) => part.replace(LINE_BREAK, '').trim())
    .filter((part) => part !== '')
    .join('\n')
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text
}

const LINE_BREAK = /<br\s?\/?>\s*$/i

/** Lines run together. */
export function textOf(lines: readonly TextLine[]): string {
  return lines
    .map((line) => line.text.trim().replace(LINE_BREAK, ''))
    .join(' ')
    .trim()
}

/** For each item, `timeline` when it hangs under an item that is only a label saying so. */
export function namedParts(list: List): (string | null)[] {
  const names: (string | null)[] = []
  for (const item of list.items) {
    const above = item.parent === null ? null : (list.items[item.parent] ?? null)
    const label = above === null || above.lines.length > 1 ? null : plain(above.lines[0]?.text ?? '')
    const own = label === null || label.length > 60 ? null : sectionName(label)
    names.push(own ?? (item.parent === null ? null : (names[item.parent] ?? null)))
  }
  return names
}

/** Whether the item has items nested under it. */
export function hasChildren(item: ListItem, list: List): boolean {
  return list.items[item.index + 1]?.parent === item.index
}

/** What stands on the item's lines after the first. */
export function restOf(item: ListItem): string[] {
  return item.lines.length > 1 ? [textOf(item.lines.slice(1))] : []
}

/** The text of nested items without a time of their own: they tell more of their parent. */
export function untimedChildren(item: ListItem, list: List, hints: StampHints): string[] {
  const texts: string[] = []
  const below = new Set([item.index])
  for (let index = item.index + 1; index < list.items.length; index += 1) {
    const child = list.items[index] as ListItem
    if (child.parent === null || !below.has(child.parent)) break
    if (readHead(child.lines[0]?.text ?? '', hints) !== null) continue
    below.add(child.index)
    texts.push(`- ${textOf(child.lines)}`)
  }
  return texts
}
