/** The thread that checks long texts: questions in, answers out, one after another. */
import { parentPort } from 'node:worker_threads'
import { lint, type LintOptions, type LintResult } from '../../linter/linter.ts'

export interface TextQuestion {
  readonly id: number
  readonly text: string
  readonly options: LintOptions
}

export interface TextAnswer {
  readonly id: number
  readonly result: LintResult
}

parentPort?.on('message', ({ id, text, options }: TextQuestion) => {
  parentPort?.postMessage({ id, result: lint(text, options) } satisfies TextAnswer, [])
})
