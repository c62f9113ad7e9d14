/** Where the program starts: the command line over the installation that its settings name. */
import { runCommandLine } from './cli/main.ts'
import { program } from './main/program.ts'

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
