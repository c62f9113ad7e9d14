/** Routes of the register of incident classes. */
import type { classRoutes, IncidentClass, RegisterRow } from '../../contract/classes.ts'
import { toHandle } from '../../domain/handle.ts'
import { toDecimal } from '../../domain/money.ts'
import {
  addClass,
  changeClass,
  listUndecided,
  readClass,
  type StoredClass,
} from '../../usecases/classes/classes.ts'
import { readClassRegister, type RegisterRow as Row } from '../../usecases/classes/read-register.ts'
import type { Names, Shown } from '../../usecases/shown.ts'
import type { HandlersOf } from '../kit/handlers.ts'
import { named, pageAsked, sent, toPage } from '../present.ts'

const presentClass = (one: StoredClass, names: Names): IncidentClass => ({
  id: one.id,
  name: one.name,
  description: one.description,
  words: [...one.words],
  layers: one.layerIds.map((id) => named(id, names)),
  windowDays: one.windowDays,
  active: one.active,
  version: one.version,
})

const shown = ({ thing, names }: Shown<StoredClass>): IncidentClass => presentClass(thing, names)

const mention = (postmortem: {
  readonly id: RegisterRow['occurrences'][number]['postmortem']['id']
  readonly number: number
  readonly title: string
}) => ({
  id: postmortem.id,
  handle: toHandle('postmortem', postmortem.number),
  title: postmortem.title,
})

function presentRow(row: Row, names: Names, currency: string): RegisterRow {
  const { entry, rate } = row
  return {
    class: presentClass(row.class, names),
    occurrences: row.occurrences.map(({ postmortem, at, severity, repeat }) => ({
      postmortem: mention(postmortem),
      at,
      severity,
      repeat,
    })),
    repeats: entry.repeats,
    suggested: entry.suggested,
    daysSinceLast: row.daysSinceLast,
    rate:
      rate === null ? null : { per30Days: rate.per30Days, interval: { ...rate.interval }, days: rate.days },
    openActions: entry.openActions,
    verifiedActions: entry.verifiedActions,
    funding: entry.funding.map(({ at, state, approved }) => ({
      at,
      state,
      amount: approved === null ? null : toDecimal(approved),
      currency: approved?.currency ?? currency,
    })),
  }
}

export const classHandlers: HandlersOf<typeof classRoutes> = {
  'GET /classes': async ({ work, query }) => {
    const { thing, names } = await readClassRegister(work, { from: query.from ?? null, to: query.to ?? null })
    return {
      period: { ...thing.period },
      rows: thing.rows.map((row) => presentRow(row, names, thing.currency)),
      unclassified: thing.unclassified,
    }
  },
  'POST /classes': async ({ work, body }) => shown(await addClass(work, body)),
  'GET /classes/{classId}': async ({ work, params }) => shown(await readClass(work, params.classId)),
  'PATCH /classes/{classId}': {
    change: async ({ work, params, version, body }) =>
      shown(await changeClass(work, params.classId, version, sent(body))),
    current: async ({ work, params }) => shown(await readClass(work, params.classId)),
  },
  'GET /classes/{classId}/suggestions': async ({ work, params, query }) =>
    toPage(await listUndecided(work, params.classId, pageAsked(query)), ({ postmortem, confidence }) => ({
      postmortem: mention(postmortem),
      confidence,
    })),
}
