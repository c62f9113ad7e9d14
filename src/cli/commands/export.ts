/** `export`: everything out again, as Markdown or JSON, originals byte for byte. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import type { Call } from '../../client/client.ts'
import type { Postmortem } from '../../contract/postmortems.ts'
import { choiceOf, textOf, WrongUse, type Command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { postmortemMarkdown } from '../postmortem-markdown.ts'
import { progressOn } from '../progress.ts'

export const exportCommand: Command = {
  name: 'export',
  takes: '',
  summary: 'Write every postmortem you may read, and each imported original byte for byte',
  flags: {
    format: {
      type: 'string',
      value: 'markdown|json',
      help: 'Markdown a file each, or JSON with everything; markdown unless said',
    },
    out: { type: 'string', value: 'DIR', help: 'Folder to write to; ./highwater-export unless said' },
  },
  async run(words, terminal, installation) {
    if (words.rest.length > 0)
      throw new WrongUse(`“${words.rest.join(' ')}” is not understood; say --out DIR`)
    const format = choiceOf(words, 'format', ['markdown', 'json'], 'markdown')
    const folder = textOf(words, 'out') ?? 'highwater-export'
    const opened = await installation.open()
    const progress = progressOn(terminal)
    try {
      let done = 0
      let originals = 0
      for await (const { postmortem, total } of everyPostmortem(opened.call)) {
        progress.at((done += 1), total ?? done, postmortem.handle)
        const text =
          format === 'json' ? `${JSON.stringify(postmortem, null, 2)}\n` : postmortemMarkdown(postmortem)
        await write(folder, `${postmortem.handle}.${format === 'json' ? 'json' : 'md'}`, text)
        originals += await writeOriginals(opened.call, folder, postmortem)
      }
      progress.end()
      terminal.out(`Wrote ${done} postmortems and ${originals} originals to ${folder}.\n`)
      return EXIT.done
    } finally {
      await opened.close()
    }
  },
}

async function* everyPostmortem(
  call: Call,
): AsyncGenerator<{ readonly postmortem: Postmortem; readonly total: number | null }> {
  let cursor: string | undefined
  do {
    const page = await call('GET /postmortems', {
      query: { limit: 200, sort: 'oldest', ...(cursor === undefined ? {} : { cursor }) },
    })
    for (const card of page.items) {
      const postmortem = await call('GET /postmortems/{postmortemId}', { params: { postmortemId: card.id } })
      yield { postmortem, total: page.total }
    }
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}

async function writeOriginals(call: Call, folder: string, postmortem: Postmortem): Promise<number> {
  for (const original of postmortem.originals) {
    const blob = await call('GET /postmortems/{postmortemId}/originals/{originalId}', {
      params: { postmortemId: postmortem.id, originalId: original.id },
    })
    const version = original.version === 1 ? '' : `v${original.version}/`
    await write(
      folder,
      `originals/${postmortem.handle}/${version}${inside(original.path)}`,
      new Uint8Array(await blob.arrayBuffer()),
    )
  }
  return postmortem.originals.length
}

/** A stored path as one below the export folder, whatever it says. */
function inside(path: string): string {
  const parts = normalize(path).split(sep)
  return parts.filter((part) => part !== '..' && part !== '.' && part !== '').join('/') || 'original'
}

async function write(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}
