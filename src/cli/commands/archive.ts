/** `backup` and `restore`: the whole installation in one verified file. */
import { choiceOf, onlyWord, type Command, type Terminal } from '../command.ts'
import { EXIT } from '../exit.ts'
import type { ArchiveReport } from '../installation.ts'
import { progressOn } from '../progress.ts'

const FORMAT = {
  format: { type: 'string', value: 'text|json', help: 'How to print the result; text unless said' },
} as const

function report(done: string, archive: ArchiveReport, format: 'text' | 'json', terminal: Terminal): void {
  if (format === 'json') {
    terminal.out(`${JSON.stringify({ version: 1, ...archive })}\n`)
    return
  }
  const rows = Object.values(archive.tables).reduce((sum, count) => sum + count, 0)
  const tables = Object.keys(archive.tables).length
  terminal.out(
    `${done} ${archive.file}: ${rows} rows of ${tables} tables, ${archive.bytes} bytes, checksums verified.\n`,
  )
}

export const backup: Command = {
  name: 'backup',
  takes: 'FILE',
  summary: 'Write the whole installation to one file, while it runs',
  flags: FORMAT,
  async run(words, terminal, installation) {
    const format = choiceOf(words, 'format', ['text', 'json'], 'text')
    const progress = progressOn(terminal)
    const archive = await installation.backup(onlyWord(words, 'FILE'), (...at) => progress.at(...at))
    progress.end()
    report('Wrote', archive, format, terminal)
    return EXIT.done
  },
}

export const restore: Command = {
  name: 'restore',
  takes: 'FILE',
  summary: 'Fill an empty installation from a backup, and verify it',
  flags: FORMAT,
  async run(words, terminal, installation) {
    const format = choiceOf(words, 'format', ['text', 'json'], 'text')
    report('Restored', await installation.restore(onlyWord(words, 'FILE')), format, terminal)
    return EXIT.done
  },
}
