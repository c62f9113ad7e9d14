/** The command line: finds the command, reads its words, runs it, and turns what went wrong into a message and a status. */
import { ApiProblem } from '../client/client.ts'
import { readWords, WrongUse, type Command, type Terminal } from './command.ts'
import { EXIT, type Exit } from './exit.ts'
import { backup, restore } from './commands/archive.ts'
import { doctor, migrate, serve } from './commands/installation.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { lintCommand } from './commands/lint.ts'
import { lspCommand } from './commands/lsp.ts'
import { commandHelp, overview } from './help.ts'
import type { Program } from './installation.ts'

export const COMMANDS: readonly Command[] = [
  serve,
  lintCommand,
  lspCommand,
  importCommand,
  exportCommand,
  backup,
  restore,
  migrate,
  doctor,
]

/** Runs one command and answers its exit status; writes to the terminal only, never throws for wrong input. */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
  program: Program,
): Promise<Exit> {
  const [name, ...rest] = args
  const about = name === 'help' ? COMMANDS.find((one) => one.name === rest[0]) : undefined
  if (about !== undefined) {
    terminal.out(commandHelp(about, program.settingsHelp))
    return EXIT.done
  }
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    terminal.out(overview(COMMANDS))
    return name === undefined ? EXIT.wrongUse : EXIT.done
  }
  if (name === '--version') {
    terminal.out(`${program.release}\n`)
    return EXIT.done
  }
  const command = COMMANDS.find((one) => one.name === name)
  if (command !== undefined) return runCommand(command, rest, terminal, program)
  terminal.err(`highwater: there is no command “${name}”. highwater --help lists them.\n`)
  return EXIT.wrongUse
}

async function runCommand(
  command: Command,
  args: readonly string[],
  terminal: Terminal,
  program: Program,
): Promise<Exit> {
  try {
    if (args.includes('--help') || args.includes('-h')) {
      terminal.out(commandHelp(command, program.settingsHelp))
      return EXIT.done
    }
    const configured = program.configure(args)
    if (!configured.ok) throw new WrongUse(configured.problems.join('\n  '))
    return await command.run(readWords(command, configured.rest), terminal, configured.installation)
  } catch (error) {
    return explain(command, error, terminal)
  }
}

/** Errors a person can do something about carry a code and their own words; of any other the stack is wanted too. */
function explain(command: Command, error: unknown, terminal: Terminal): Exit {
  if (error instanceof WrongUse) {
    terminal.err(`highwater ${command.name}: ${error.message}\nhighwater ${command.name} --help says how.\n`)
    return EXIT.wrongUse
  }
  if (error instanceof ApiProblem) {
    const fields = (error.problem.errors ?? []).map((one) => `\n  ${one.field}: ${one.message}`).join('')
    terminal.err(`highwater ${command.name}: ${error.message} (${error.problem.code})${fields}\n`)
    return EXIT.found
  }
  const text = error instanceof Error ? ('code' in error ? error.message : error.stack) : String(error)
  terminal.err(`highwater ${command.name}: ${text}\n`)
  return EXIT.found
}
