/** `serve`, `migrate` and `doctor`: running the installation and keeping it well. */
import { choiceOf, WrongUse, type Command, type Words } from '../command.ts'
import { EXIT } from '../exit.ts'

const FORMAT = {
  format: { type: 'string', value: 'text|json', help: 'How to print the result; text unless said' },
} as const

const noWords = (words: Words): void => {
  if (words.rest.length > 0) throw new WrongUse(`“${words.rest.join(' ')}” is not understood`)
}

export const serve: Command = {
  name: 'serve',
  takes: '',
  summary: 'Run the server: page, API and, unless told otherwise, its own database',
  flags: {},
  async run(words, _terminal, installation) {
    noWords(words)
    return installation.serve()
  },
}

export const migrate: Command = {
  name: 'migrate',
  takes: '',
  summary: 'Bring the database up to date',
  flags: FORMAT,
  async run(words, terminal, installation) {
    noWords(words)
    const format = choiceOf(words, 'format', ['text', 'json'], 'text')
    const { applied } = await installation.migrate()
    if (format === 'json') terminal.out(`${JSON.stringify({ version: 1, applied })}\n`)
    else terminal.out(applied.length === 0 ? 'Up to date.\n' : `Applied ${applied.join(', ')}.\n`)
    return EXIT.done
  },
}

export const doctor: Command = {
  name: 'doctor',
  takes: '',
  summary: 'Check the installation and say what is wrong',
  flags: FORMAT,
  async run(words, terminal, installation) {
    noWords(words)
    const format = choiceOf(words, 'format', ['text', 'json'], 'text')
    const checks = await installation.doctor()
    if (format === 'json') terminal.out(`${JSON.stringify({ version: 1, checks })}\n`)
    else for (const one of checks) terminal.out(`${one.ok ? 'ok   ' : 'WRONG'} ${one.name}: ${one.message}\n`)
    return checks.every((one) => one.ok) ? EXIT.done : EXIT.found
  },
}
