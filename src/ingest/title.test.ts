/** Titles from headings, front matter and file names, and the language of texts. */
import { describe, expect, test } from 'vitest'
import { scan } from './blocks/scan.ts'
import { languageOf } from './language.ts'
import { fieldsOf } from './metadata/fields.ts'
import { sectionsOf } from './sections/section.ts'
import { titleFromPath, titleOf } from './title.ts'

function title(text: string, path: string): string {
  const sections = sectionsOf(scan(text))
  return titleOf(path, sections, fieldsOf(sections)).text
}

describe('titles', () => {
  test.each([
    ['# Login was down\n', '2024-02-03.md', 'Login was down'],
    ['---\ntitle: Login was down\n---\n\n## Summary\n', 'x.md', 'Login was down'],
    ['---\ntitle: A\n---\n\n# Login was down\n', 'x.md', 'Login was down'],
    ['# Title\n\nText\n', '2024-02-03-login-down.md', 'login down'],
    ['# ISSUE NAME\n', '2024-02/login-down.md', 'login down'],
    ['# May 18th, 2022\n\nText\n', 'incidents/2022-05-18-login.md', 'login'],
    ['# May 18th, 2022\n\nText\n', 'incidents/2022-05-18.md', 'May 18th, 2022'],
    ['# Incident on 2020-02-12\n', '2020-02-12.md', 'Incident on 2020-02-12'],
    ['Text only\n', 'PM2019-009 - Cluster ran out of addresses.md', 'Cluster ran out of addresses'],
    ['# Summary\n\na\n\n# Timeline\n\nb\n\n# Impact\n\nc\n', '20200102-dns.html.md.erb', 'dns'],
    ['Login was down\n===\n\ntext\n', 'a.md', 'Login was down'],
    ['text\n', 'incidents/2024-login/README.md', 'login'],
  ])('%j in %s', (text, path, expected) => {
    expect(title(text, path)).toBe(expected)
  })

  test('of a path alone', () => {
    expect(titleFromPath('a/b/2018-01-11-outage-of-search.qmd')).toBe('outage of search')
    expect(titleFromPath('postmortem-012.md')).toBe('postmortem 012')
    expect(titleFromPath('')).toBe('')
  })
})

describe('languages', () => {
  test.each([
    ['en', 'The service was down for two hours and users were not able to log in.'],
    [
      'nb',
      'Tjenesten var nede i to timer og brukerne kunne ikke logge inn på grunn av en feil som ble rettet.',
    ],
    ['ja', 'recap-worker のメモリが不足し、パイプラインが停止した。再起動により復旧した。'],
    ['zh', '数据库连接数耗尽，导致服务不可用。重启后恢复。'],
    ['de', 'Der Dienst war zwei Stunden nicht erreichbar und die Nutzer konnten sich nicht anmelden.'],
    ['und', '123 456'],
  ])('%s', (language, text) => {
    expect(languageOf(text)).toBe(language)
  })
})
