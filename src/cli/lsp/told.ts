/** Work that nobody waits for. */

/** What goes wrong with it is told on standard error, which editors keep as a log. */
export function told(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    process.stderr.write(`highwater lsp: ${error instanceof Error ? error.stack : String(error)}\n`)
  })
}
