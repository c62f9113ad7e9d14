/** Which documents of one import are taken for the same incident, and which are not. */
import { describe, expect, test } from 'vitest'
import { findDuplicates, type DuplicateSource } from './duplicates.ts'
import { readDocument } from './read-document.ts'

function source(path: string, text: string, contentHash = path): DuplicateSource {
  const [document] = readDocument(path, new TextEncoder().encode(text), { zone: null })
  if (document === undefined) throw new Error('nothing read')
  return { document, contentHash }
}

const report = (title: string, times: readonly string[], day = '2024-02-03') =>
  `# ${title}\n\n**Date**: ${day}\n\n## Impact\n\nLogin was down.\n\n## Timeline (UTC)\n\n${times.map((time) => `- ${time} something failed\n`).join('')}\n## Root cause\n\nA bug.\n`

describe('duplicates', () => {
  test('files of the same bytes', () => {
    const text = report('Login was down', ['10:00', '10:20'])
    expect(findDuplicates([source('a.md', text, 'h'), source('b.md', text, 'h')])).toEqual([
      { path: 'b.md', duplicateOf: 'a.md', reason: 'same_content', confidence: 1 },
    ])
  })

  test('two reports of one incident; the longer one stays', () => {
    const [found, ...others] = findDuplicates([
      source('2024-02-03-login.md', report('Login was down', ['10:00', '10:20'])),
      source('2024-02-03-2.md', report('Login down after release', ['10:00', '10:20', '10:40'])),
    ])
    expect(others).toEqual([])
    expect(found).toMatchObject({
      path: '2024-02-03-login.md',
      duplicateOf: '2024-02-03-2.md',
      reason: 'same_incident',
    })
  })

  test('different incidents of one day are two', () => {
    expect(
      findDuplicates([
        source('2024-02-03-login.md', report('Login was down', ['10:00', '10:20'])),
        source('2024-02-03-search.md', report('Search index empty', ['15:00', '15:20'])),
      ]),
    ).toEqual([])
  })

  test('a report that says what replaces it', () => {
    const old = `---\nsuperseded_by: later.md\n---\n${report('Login was down', ['10:00'])}`
    expect(
      findDuplicates([
        source('early.md', old),
        source('later.md', report('Login, in full', ['18:00'], '2024-02-09')),
      ]),
    ).toMatchObject([{ path: 'early.md', duplicateOf: 'later.md', reason: 'superseded' }])
  })
})
