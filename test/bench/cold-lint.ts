/** A process of its own that lints 5,000 words as its first text and prints the milliseconds, on its thread and on the wall. Run by Node as it stands: a loader that rewrites the code would be measured with it. */
import { lint } from '../../src/linter/linter.ts'
import { reportOf } from './linter-text.ts'
import { threadClock } from './thread-clock.ts'

const text = reportOf(5_000)
const [thread, wall] = [threadClock(), performance.now()]
lint(text)
process.stdout.write(`${threadClock() - thread} ${performance.now() - wall}\n`)
