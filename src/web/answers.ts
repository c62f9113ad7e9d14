/**
 * Answers of the server, kept while they are fresh: each question is asked once however many parts ask it, shown at
 * once when known, asked again in the background when old, and asked again after every write.
 */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Api, ApiKey } from '../contract/api.ts'
import type { CallOf, ResultOf } from '../contract/kit.ts'
import type { Problem } from '../contract/common.ts'
import { type Kept, kept, useKept } from './kept.ts'
import { call, problemFrom } from './server.ts'

/** Keys of routes that only read. */
export type ReadKey = Extract<ApiKey, `GET ${string}`>

/** What is known of a question: its answer, its problem, or neither yet. */
export interface Answer<T> {
  /** The newest answer; stays while a newer one is on its way. */
  readonly data: T | undefined
  readonly problem: Problem | null
  /** Whether an answer is on its way. */
  readonly loading: boolean
  /** Asks again now. */
  readonly again: () => void
}

type Known = Omit<Answer<unknown>, 'again'>

interface Question {
  readonly state: Kept<Known>
  readonly ask: (abort: AbortSignal) => Promise<unknown>
  askedAt: number
  running: AbortController | null
  /** Parts on screen that show the answer. */
  readers: number
}

/** An answer older than this is shown and asked for again. */
const FRESH_MS = 15_000
/** Unread answers kept for going back; the oldest leave first. */
const KEPT = 60

const questions = new Map<string, Question>()

function questionOf(id: string, ask: Question['ask']): Question {
  const known = questions.get(id)
  if (known !== undefined) return known
  const state = kept<Known>({ data: undefined, problem: null, loading: true })
  const question: Question = { state, ask, askedAt: 0, running: null, readers: 0 }
  questions.set(id, question)
  for (const [old, one] of questions) {
    if (questions.size <= KEPT) break
    if (one.readers === 0 && one !== question) questions.delete(old)
  }
  return question
}

async function ask(question: Question): Promise<void> {
  question.running?.abort()
  const running = new AbortController()
  question.running = running
  question.askedAt = Date.now()
  question.state.value = { ...question.state.value, loading: true }
  try {
    const data = await question.ask(running.signal)
    if (question.running === running) question.state.value = { data, problem: null, loading: false }
  } catch (thrown) {
    if (question.running !== running) return
    question.state.value = { data: question.state.value.data, problem: problemFrom(thrown), loading: false }
  } finally {
    if (question.running === running) question.running = null
  }
}

const isOld = (question: Question): boolean => Date.now() - question.askedAt > FRESH_MS

function freshen(question: Question): void {
  if (question.running === null && isOld(question)) void ask(question)
}

/** Marks every answer as old, and asks again what is on screen. Called after each write. */
export function forgetAnswers(): void {
  for (const question of questions.values()) {
    question.askedAt = 0
    if (question.readers > 0) void ask(question)
  }
}

/** Drops every answer, as when another person signs in. */
export function dropAnswers(): void {
  for (const question of questions.values()) question.running?.abort()
  questions.clear()
}

/** Starts asking before any part needs the answer, as when a page's code is still on its way. */
export function askEarly<K extends ReadKey>(key: K, how?: CallOf<Api[K]>): void {
  freshen(questionOf(idOf(key, how), askerOf(key, how)))
}

/** The same for the first page of a list that `usePages` will show. */
export function askPagesEarly<K extends ReadKey>(key: K, how?: CallOf<Api[K]>): void {
  freshen(questionOf(`${idOf(key, how)} ×1`, (abort) => readPages(key, how, 1, abort)))
}

const idOf = (key: string, how: unknown): string => `${key} ${JSON.stringify(how ?? {})}`

function askerOf<K extends ReadKey>(key: K, how: CallOf<Api[K]> | undefined): Question['ask'] {
  const loose = call as (key: K, how: unknown) => Promise<unknown>
  return (abort) => loose(key, { ...how, signal: abort })
}

interface Options {
  /** Asks nothing while false. */
  readonly when?: boolean
  /** Asks again every so many milliseconds while on screen. */
  readonly every?: number
  /** Shows the answer to the last question until this one is answered. */
  readonly keep?: boolean
}

const NOTHING = kept<Known>({ data: undefined, problem: null, loading: false })

function useKnown(id: string, asker: Question['ask'], options: Options): Answer<unknown> {
  const question = options.when === false ? null : questionOf(id, asker)
  const known = useKept(question?.state ?? NOTHING)
  const last = useRef<unknown>(undefined)
  useEffect(() => {
    if (question === null) return undefined
    question.readers += 1
    freshen(question)
    const seen = () => document.visibilityState === 'visible' && freshen(question)
    document.addEventListener('visibilitychange', seen)
    const timer =
      options.every === undefined
        ? undefined
        : setInterval(() => question.running ?? void ask(question), options.every)
    return () => {
      question.readers -= 1
      document.removeEventListener('visibilitychange', seen)
      clearInterval(timer)
    }
  }, [question, options.every])
  if (known.data !== undefined) last.current = known.data
  const data = known.data ?? (options.keep === true && known.problem === null ? last.current : undefined)
  return { ...known, data, again: () => question !== null && void ask(question) }
}

/**
 * The answer to a reading route, redrawn as it arrives:
 * `const library = useAnswer('GET /postmortems', { query: { q } }, { keep: true })`.
 */
export function useAnswer<K extends ReadKey>(
  key: K,
  how?: CallOf<Api[K]>,
  options: Options = {},
): Answer<ResultOf<Api[K]>> {
  return useKnown(idOf(key, how), askerOf(key, how), options) as Answer<ResultOf<Api[K]>>
}

/** Pages of a list, one after another. */
export interface Pages<K extends ReadKey> {
  readonly first: ResultOf<Api[K]> | undefined
  readonly items: ItemsOf<K>
  readonly hasMore: boolean
  readonly problem: Problem | null
  readonly loading: boolean
  readonly more: () => void
  readonly again: () => void
}

type ItemsOf<K extends ReadKey> = ResultOf<Api[K]> extends { items: infer I } ? I : never
type PageAnswer = { items: readonly unknown[]; nextCursor: string | null }

/** The pages of a keyset list read so far; `more()` reads the next one and adds it. */
export function usePages<K extends ReadKey>(key: K, how?: CallOf<Api[K]>, options: Options = {}): Pages<K> {
  const id = idOf(key, how)
  const [depth, setDepth] = useState({ id, pages: 1 })
  const pages = depth.id === id ? depth.pages : 1
  const answer = useKnown(`${id} ×${pages}`, (abort) => readPages(key, how, pages, abort), {
    ...options,
    keep: options.keep === true || pages > 1,
  })
  const read = (answer.data ?? []) as readonly PageAnswer[]
  return {
    first: read[0] as ResultOf<Api[K]> | undefined,
    items: read.flatMap((page) => page.items) as ItemsOf<K>,
    hasMore: read.length > 0 && read.at(-1)?.nextCursor !== null,
    problem: answer.problem,
    loading: answer.loading,
    more: () => setDepth({ id, pages: pages + 1 }),
    again: answer.again,
  }
}

async function readPages(
  key: ReadKey,
  how: unknown,
  pages: number,
  signal: AbortSignal,
): Promise<readonly PageAnswer[]> {
  const loose = call as unknown as (key: ReadKey, how: unknown) => Promise<PageAnswer>
  const base = (how ?? {}) as { query?: Record<string, unknown> }
  const before = questions.get(`${idOf(key, how)} ×${pages - 1}`)
  const fresh =
    before !== undefined && !isOld(before) ? (before.state.value.data as PageAnswer[] | undefined) : undefined
  const read: PageAnswer[] = [...(fresh ?? [])]
  while (read.length < pages && (read.length === 0 || read.at(-1)?.nextCursor !== null)) {
    const cursor = read.at(-1)?.nextCursor ?? undefined
    read.push(await loose(key, { ...base, query: { ...base.query, cursor }, signal }))
  }
  return read
}

/** Calls a route that writes, then asks again whatever is on screen. Throws `ApiProblem` on a refusal. */
export const send = (async (key: ApiKey, how: never) => {
  try {
    return await (call as (key: ApiKey, how: never) => Promise<unknown>)(key, how)
  } finally {
    forgetAnswers()
  }
}) as typeof call
