/** The help texts: made from the commands and settings themselves, so that they cannot drift. */
import type { Command, Flag } from './command.ts'

const WIDTH = 96

function flagName(name: string, flag: Flag): string {
  if (flag.type === 'boolean') return `--${name}`
  const value = flag.value ?? 'VALUE'
  return flag.type === 'optional' ? `--${name}[=${value}]` : `--${name} ${value}`
}

function table(rows: readonly (readonly [string, string])[]): string {
  const left = Math.min(34, Math.max(...rows.map(([name]) => name.length)) + 2)
  return rows.map(([name, text]) => `  ${name.padEnd(left)}${wrap(text, left + 2)}`).join('\n')
}

function wrap(text: string, indent: number): string {
  const lines: string[] = []
  let current = ''
  for (const word of text.split(' ')) {
    if (current !== '' && current.length + word.length + 1 > WIDTH - indent) {
      lines.push(current)
      current = word
    } else current = current === '' ? word : `${current} ${word}`
  }
  return [...lines, current].join(`\n${' '.repeat(indent)}`)
}

/** `highwater --help`. */
export function overview(commands: readonly Command[]): string {
  return [
    'Highwater: an incident learning system.',
    '',
    'Usage: highwater COMMAND [FLAGS]',
    '',
    table(commands.map((one) => [`${one.name} ${one.takes}`.trim(), one.summary])),
    '',
    'highwater COMMAND --help says more. Exit status: 0 done, 1 found something wrong, 2 wrong use.',
    '',
  ].join('\n')
}

/** `highwater COMMAND --help`; `settings` are the lines that every command shares. */
export function commandHelp(command: Command, settings: string): string {
  const flags = Object.entries(command.flags).map(
    ([name, flag]) => [flagName(name, flag), flag.help] as const,
  )
  return [
    `Usage: highwater ${command.name} ${command.takes}`.trimEnd(),
    '',
    wrap(command.description ?? `${command.summary}.`, 0),
    ...(flags.length === 0 ? [] : ['', 'Flags:', table(flags)]),
    '',
    'Settings:',
    settings,
    '',
  ].join('\n')
}
