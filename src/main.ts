/** Where the program starts: the command line over the installation that its settings name. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// What is built is many small files; with their compiled code kept beside them a later start reads it instead of compiling.
if (import.meta.filename.endsWith('.js')) enableCompileCache(join(import.meta.dirname, '../.compiled'))

const { runCommandLine } = await import('./cli/main.ts')
const { program } = await import('./main/program.ts')

process.exitCode = await runCommandLine(
  process.argv.slice(2),
  {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    interactive: process.stderr.isTTY,
    // Node goes by NO_COLOR and by what the terminal can do.
    colours: process.stdout.isTTY && process.stdout.hasColors(),
  },
  program,
)
