/** Routes of the desk, saved views and the audit trail. */
import type { DeskItem, deskRoutes, SavedView } from '../../contract/desk.ts'
import { toHandle } from '../../domain/handle.ts'
import type { PersonId } from '../../domain/ids.ts'
import { type Thing, THINGS } from '../../domain/vocabulary.ts'
import { readActivity } from '../../usecases/desk/read-activity.ts'
import { type Desk, type DeskEntry, readOwnDesk } from '../../usecases/desk/read-desk.ts'
import { deleteView, listViews, saveView, type SavedView as View } from '../../usecases/desk/saved-views.ts'
import type { Names } from '../../usecases/shown.ts'
import type { HandlersOf } from '../kit/handlers.ts'
import { HttpRefusal } from '../kit/problem.ts'
import { presentChange, presentWho } from '../present-activity.ts'
import { pageAsked, toPage } from '../present.ts'

/** What to do, as a sentence: `about` is the action's or the postmortem's title, `name` the class's. */
const SENTENCES = {
  draft_to_finish: (about) => `Finish the draft of “${about}”`,
  review_to_run: (about) => `Run the review of “${about}”`,
  action_to_accept: (about) => `Accept “${about}” or hand it back`,
  action_due: (about) => `Finish “${about}”`,
  action_handed_back: (about) => `Find another way for “${about}”, which was handed back`,
  action_to_verify: (about) => `Check whether “${about}” worked`,
  class_to_confirm: (about, name) =>
    name === null ? `Say which class “${about}” is` : `Is “${about}” of the class “${name}”?`,
  class_came_back: (about, name) => `“${name ?? 'A class'}” came back in “${about}”`,
  sponsorship_to_decide: (about) => `Decide on the money for “${about}”`,
  brief_to_read: (about) => `Read the brief of “${about}”`,
} as const satisfies Record<DeskEntry['kind'], (about: string, name: string | null) => string>

function presentEntry(entry: Desk['entries'][number], names: Names): DeskItem {
  const { postmortem, action } = entry
  const about = action?.title ?? postmortem?.title ?? ''
  const name = entry.classId === null ? null : (names.get(entry.classId) ?? null)
  return {
    kind: entry.kind,
    title: SENTENCES[entry.kind](about, name),
    detail: action !== null && postmortem !== null ? `From “${postmortem.title}”` : null,
    due: entry.due,
    overdue: entry.overdue,
    postmortem:
      postmortem === null
        ? null
        : { id: postmortem.id, handle: toHandle('postmortem', postmortem.number), title: postmortem.title },
    actionItem: action === null ? null : { id: action.id, version: action.version },
    classId: entry.classId,
    since: entry.since,
  }
}

const presentView = (view: View, me: PersonId): SavedView => ({
  id: view.id,
  name: view.name,
  query: view.query,
  shared: view.shared,
  mine: view.ownerId === me,
})

function thingAsked(written: string | undefined): Thing | undefined {
  const thing = THINGS.find((one) => one === written)
  if (written === undefined || thing !== undefined) return thing
  throw new HttpRefusal('invalid', `There are no entries about ${written}.`, {
    errors: [{ field: 'thing', message: `is not one of ${THINGS.join(', ')}` }],
  })
}

export const deskHandlers: HandlersOf<typeof deskRoutes> = {
  'GET /desk': async ({ work }) => {
    const { thing, names } = await readOwnDesk(work)
    return { items: thing.entries.map((entry) => presentEntry(entry, names)), more: thing.more }
  },
  'GET /saved-views': async ({ work }) => ({
    items: (await listViews(work)).map((view) => presentView(view, work.who.personId)),
  }),
  'POST /saved-views': async ({ work, body }) => presentView(await saveView(work, body), work.who.personId),
  'DELETE /saved-views/{savedViewId}': async ({ work, params }) => {
    await deleteView(work, params.savedViewId)
  },
  'GET /activity': async ({ work, query: { thing, thingId, ...query } }) =>
    toPage(await readActivity(work, { thing: thingAsked(thing), thingId }, pageAsked(query)), (entry) => ({
      id: entry.id,
      at: entry.at,
      who: presentWho(entry.personName),
      what: entry.what,
      thing: entry.thing,
      thingId: entry.thingId,
      from: entry.from,
      changes: entry.changes.map(presentChange),
    })),
}
