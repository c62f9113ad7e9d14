/** Collects what was doubtful about a reading, so that a reader sees each doubt once. */
import type { Warning } from '../draft.ts'

/** Collects warnings, each code once with the line where it was first met and how often. */
export class WarningList {
  private readonly found = new Map<string, { message: string; line: number | null; count: number }>()

  add(code: string, message: string, line: number | null): void {
    const known = this.found.get(code)
    if (known === undefined) this.found.set(code, { message, line, count: 1 })
    else known.count += 1
  }

  has(code: string): boolean {
    return this.found.has(code)
  }

  list(): Warning[] {
    return [...this.found].map(([code, { message, line, count }]) => ({
      code,
      message: count === 1 ? message : `${message} (${count} times)`,
      line,
    }))
  }
}
