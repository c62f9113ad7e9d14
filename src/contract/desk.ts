/** The desk: what the signed-in person owes, in one list with due times; saved views; the audit trail. */
import { z } from 'zod'
import { dayOut, id, idOut, instantOut, line, page, pageQuery } from './common.ts'
import { routes } from './kit.ts'

export const DESK_KINDS = [
  'draft_to_finish',
  'review_to_run',
  'action_to_accept',
  'action_due',
  'action_handed_back',
  'action_to_verify',
  'class_to_confirm',
  'class_came_back',
  'sponsorship_to_decide',
  'brief_to_read',
] as const

export const deskItem = z
  .object({
    kind: z.enum(DESK_KINDS),
    /** What to do, as a sentence. */
    title: z.string(),
    detail: z.string().nullable(),
    due: dayOut.nullable(),
    overdue: z.boolean(),
    postmortem: z.object({ id: idOut<'postmortem'>(), handle: z.string(), title: z.string() }).nullable(),
    actionItem: z.object({ id: idOut<'actionItem'>(), version: z.number().int() }).nullable(),
    classId: idOut<'incidentClass'>().nullable(),
    since: instantOut,
  })
  .meta({ id: 'DeskItem' })
export type DeskItem = z.output<typeof deskItem>

export const savedView = z
  .object({
    id: idOut<'savedView'>(),
    name: z.string(),
    /** The library query it stands for: `class:certificate after:2026-01-01`. */
    query: z.string(),
    shared: z.boolean(),
    mine: z.boolean(),
  })
  .meta({ id: 'SavedView' })
export type SavedView = z.output<typeof savedView>

export const deskRoutes = routes({
  'GET /desk': {
    access: 'postmortem.read',
    summary: 'What the signed-in person owes, most pressing first',
    answer: z.object({ items: z.array(deskItem), more: z.number().int() }),
  },
  'GET /saved-views': {
    access: 'postmortem.read',
    summary: 'Saved views of the library: one’s own and shared ones',
    answer: z.object({ items: z.array(savedView) }),
  },
  'POST /saved-views': {
    access: 'postmortem.read',
    summary: 'Save a view of the library',
    body: z.object({ name: line(80), query: line(500), shared: z.boolean().default(false) }),
    answer: savedView,
    status: 201,
    problems: ['name_taken'],
  },
  'DELETE /saved-views/{savedViewId}': {
    access: 'postmortem.read',
    summary: 'Delete a saved view of one’s own',
    params: z.object({ savedViewId: id<'savedView'>() }),
    answer: 'nothing',
  },
  'GET /activity': {
    access: 'audit.read',
    summary: 'The audit trail: who did what to which thing, newest first',
    query: pageQuery.extend({ thing: z.string().max(60).optional(), thingId: z.uuid().optional() }),
    answer: page(
      z.object({
        id: idOut<'activity'>(),
        at: instantOut,
        who: z.string(),
        what: z.string(),
        thing: z.string(),
        thingId: z.string(),
        from: z.string().nullable(),
        changes: z.array(
          z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
        ),
      }),
    ),
  },
})
