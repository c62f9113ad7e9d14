/** What a command of the command line is, and how its words become values or a clear refusal. */
import { parseArgs, type ParseArgsOptionDescriptor } from 'node:util'
import type { Exit } from './exit.ts'
import type { Installation } from './installation.ts'

/** A flag: its type, a word for its value in the help, and what it does. */
export interface Flag {
  /** `optional`: alone, or with a value after `=`; alone its text is empty. */
  readonly type: 'string' | 'boolean' | 'optional'
  /** Shown in the help for a flag with a value: `--zone ZONE`. */
  readonly value?: string
  readonly help: string
}

/** The terminal as a command sees it: results on `out`, progress and messages on `err`. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** Whether messages go to a person's terminal, so that a progress bar makes sense. */
  readonly interactive: boolean
  /** Whether results go to a terminal that shows colours, and its user wants them. */
  readonly colours?: boolean
}

export interface Words {
  readonly flags: Readonly<Record<string, string | boolean | undefined>>
  readonly rest: readonly string[]
}

export interface Command {
  readonly name: string
  /** `FILE`, `DIR|FILE…`: what comes after the flags. */
  readonly takes: string
  readonly summary: string
  /** Longer words for its own help. */
  readonly description?: string
  readonly flags: Readonly<Record<string, Flag>>
  run(words: Words, terminal: Terminal, installation: Installation): Promise<Exit>
}

/** Wrong use of a command: its message goes to stderr, and the exit status is 2. */
export class WrongUse extends Error {}

/** Splits arguments, settings already taken off, into a command's flags and the rest; throws `WrongUse`. */
export function readWords(command: Command, args: readonly string[]): Words {
  const known: Readonly<Record<string, Pick<Flag, 'type'>>> = { ...command.flags, help: { type: 'boolean' } }
  const options: Record<string, ParseArgsOptionDescriptor> = Object.fromEntries(
    Object.entries(known).map(([name, flag]) => [
      name,
      { type: flag.type === 'boolean' ? flag.type : 'string' },
    ]),
  )
  const alone = new Set(
    Object.keys(known)
      .filter((name) => known[name]?.type === 'optional')
      .map((name) => `--${name}`),
  )
  const end = args.includes('--') ? args.indexOf('--') : args.length
  try {
    const { values, positionals } = parseArgs({
      args: args.map((word, at) => (at < end && alone.has(word) ? `${word}=` : word)),
      options,
      allowPositionals: true,
      strict: true,
    })
    return { flags: values as Words['flags'], rest: positionals }
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

/** The text of a string flag, or null where it was not given. */
export function textOf(words: Words, name: string): string | null {
  const value = words.flags[name]
  return typeof value === 'string' ? value : null
}

/** One of a closed list of words for a flag; throws `WrongUse` naming the choices. */
export function choiceOf<const T extends string>(
  words: Words,
  name: string,
  choices: readonly T[],
  otherwise: T,
): T {
  const value = textOf(words, name)
  if (value === null) return otherwise
  const choice = choices.find((one) => one === value)
  if (choice === undefined) throw new WrongUse(`--${name} takes ${choices.join(' or ')}, not “${value}”`)
  return choice
}

/** The one word a command takes; throws `WrongUse` when there is none or more. */
export function onlyWord(words: Words, what: string): string {
  const [word, ...more] = words.rest
  if (word === undefined) throw new WrongUse(`${what} is missing`)
  if (more.length > 0) throw new WrongUse(`one ${what} is enough; “${more.join(' ')}” is too much`)
  return word
}
