/** A progress bar on a person's terminal; nothing where the output is read by a program. */
import type { Terminal } from './command.ts'

export interface Progress {
  /** `done` of `total`, and what is under way. */
  at(done: number, total: number, what: string): void
  /** Takes the bar away. */
  end(): void
}

const WIDTH = 24
const EVERY_MS = 80

/** Draws on stderr at most every 80 ms. */
export function progressOn(terminal: Terminal): Progress {
  if (!terminal.interactive) return { at: () => undefined, end: () => undefined }
  let drawnAt = 0
  return {
    at(done, total, what) {
      if (done < total && Date.now() - drawnAt < EVERY_MS) return
      drawnAt = Date.now()
      const filled = total === 0 ? WIDTH : Math.round((done / total) * WIDTH)
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled)
      terminal.err(`\r\u001B[2K${bar} ${done}/${total} ${what.slice(-44)}`)
    },
    end() {
      terminal.err('\r\u001B[2K')
    },
  }
}
