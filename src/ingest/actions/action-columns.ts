/** Finds out what the columns of a table of actions hold. */
import { withoutEnd } from '../edges.ts'
import { plain } from '../blocks/inline.ts'
import type { Table } from '../blocks/block.ts'

export interface ActionColumns {
  readonly title: number
  readonly owner: number | null
  readonly status: number | null
  readonly due: number | null
  readonly link: number | null
}

const TITLE =
  /^(?:(?:action|follow[- ]?up|corrective|preventive|improvement)?[ _-]*(?:actions?(?: items?)?(?: points?)?|items?|tasks?|to-?dos?|what|descriptions?|improvements?|measures?|work|steps?|recommendations?|follow[- ]?ups?|details?|summary|title)|アクション(?:アイテム)?|対策|対応(?:内容)?|内容|項目|aksjon(?:spunkt)?|tiltak|oppgave|beskrivelse|行动(?:项)?|措施|任务|改进(?:项|措施)?|事项)$/i
const OWNER =
  /^(?:owners?|assignees?|assigned(?: to)?|who|responsible(?: party)?|dri|lead|team|person|担当(?:者)?|オーナー|eier|ansvarlig|负责人|责任人)$/i
const STATUS =
  /^(?:✔️?|✓|☑|✅|\[?x\]?|status|state|done\??|progress|completed?\??|ステータス|状態|進捗|状态|进度)$/i
const DUE =
  /^(?:due(?: date)?|deadline|by|when|target(?: date)?|eta|date|timeline|期限|締切|期日|frist|截止(?:日期|时间)?|期限|完成时间)$/i
const LINK =
  /^(?:(?:issue|ticket|bug|pr|pull request|link|reference|ref|tracking|tracker|jira|url|github|card|story)s?(?: ?[/&] ?(?:issue|ticket|bug|pr|pull request|link|reference)s?)?(?: (?:link|id|number|#|issue|ticket))?|リンク|関連|参照|チケット|referanse|lenke|链接|参考)$/i

/** The columns of a table whose header names an action column; null for a table about something else. */
export function actionColumns(table: Table): ActionColumns | null {
  if (table.header === null) return null
  const names = table.header.cells.map((cell) => withoutEnd(plain(cell), /[\s:：]/))
  const find = (pattern: RegExp): number | null => {
    const at = names.findIndex((name) => pattern.test(name))
    return at === -1 ? null : at
  }
  const rest = { owner: find(OWNER), status: find(STATUS), due: find(DUE), link: find(LINK) }
  const title = find(TITLE)
  const others = Object.values(rest).filter((at) => at !== null).length
  if (title !== null && names.length > 1) return { title, ...rest }
  // Without a named column the widest one of those left over holds the action.
  if (others < 2) return null
  const taken = new Set<number | null>(Object.values(rest))
  const free = names.map((_, at) => at).filter((at) => !taken.has(at))
  const widest = free.sort((a, b) => width(table, b) - width(table, a))[0]
  return widest === undefined ? null : { title: widest, ...rest }
}

function width(table: Table, column: number): number {
  return table.rows.slice(0, 50).reduce((sum, row) => sum + (row.cells[column]?.length ?? 0), 0)
}
