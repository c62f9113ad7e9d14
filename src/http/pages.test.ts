/** The page’s files: what a page needs is told with it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createPages } from './pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'highwater-pages-'))
mkdirSync(join(folder, 'assets'))
for (const name of [
  'index.html',
  'assets/library-page-Ab1.js',
  'assets/library-page-Cd2.css',
  'assets/shared-E3.js',
])
  writeFileSync(join(folder, name), name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const linkOf = async (path: string): Promise<string | null | undefined> => {
  const pages = await createPages(folder)
  return (await pages(new Request(`http://127.0.0.1${path}`)))?.headers.get('link')
}

describe('a page of the application', () => {
  it('names its own script and style, so that they are fetched beside the shared script', async () => {
    expect(await linkOf('/library')).toBe(
      '</assets/library-page-Ab345678.js>; rel=modulepreload; crossorigin, </assets/library-page-Cd345678.css>; rel=preload; as=style; crossorigin, ' +
        '</assets/forms-Ef345678.js>; rel=modulepreload; crossorigin',
    )
  })

  it('names nothing where it has no chunk of its own, nor does a file', async () => {
    expect(await linkOf('/settings')).toBeNull()
    expect(await linkOf('/assets/shared-E3345678.js')).toBeNull()
  })

  it('is nobody’s where the address lies outside', async () => {
    expect(await linkOf('/assets/../index.html.bak')).toBeUndefined()
  })
})
