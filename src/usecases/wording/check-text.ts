/** Checks a text with the linter: a short one here, a long one in a thread of its own, so that others need not wait. */
import { Worker } from 'node:worker_threads'
import { lint, type LintOptions, type LintResult } from '../../linter/linter.ts'
import type { TextAnswer, TextQuestion } from './lint-thread.ts'

/** In UTF-16 units; about 30 ms of work. Longer texts are rare. */
const SHORT = 30_000

/** The linter's answer; never refuses a text. Long texts are checked one after another. */
export async function checkText(text: string, options: LintOptions): Promise<LintResult> {
  if (text.length <= SHORT) return lint(text, options)
  return (thread ??= startThread()).ask(text, options)
}

interface Thread {
  ask(text: string, options: LintOptions): Promise<LintResult>
}

interface Waiting {
  readonly resolve: (result: LintResult) => void
  readonly reject: (error: Error) => void
}

let thread: Thread | null = null

/** A thread lives until it fails or nobody needs it to keep the program alive; then the next text starts another. */
function startThread(): Thread {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const worker = new Worker(new URL(`./lint-thread.${ending}`, import.meta.url))
  const waiting = new Map<number, Waiting>()
  let asked = 0
  const fail = (error: Error): void => {
    thread = null
    for (const one of waiting.values()) one.reject(error)
    waiting.clear()
  }
  worker.on('message', ({ id, result }: TextAnswer) => {
    waiting.get(id)?.resolve(result)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
  })
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('The thread that checks long texts has ended')))
  return {
    ask: (text, options) =>
      new Promise((resolve, reject) => {
        const question: TextQuestion = { id: (asked += 1), text, options }
        waiting.set(question.id, { resolve, reject })
        worker.ref()
        worker.postMessage(question, [])
      }),
  }
}
