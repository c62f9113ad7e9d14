/** Turns the words of a query into PostgreSQL's own, in every way in which a text may have been indexed. */
import { sql, type RawBuilder } from 'kysely'
import type { SearchTerm, SearchWord } from '../domain/library-query.ts'
import type { Db } from './schema.ts'

/** A query ready to be asked, and the words by which its hits are marked. */
export interface PreparedSearch {
  /** Text of a `tsquery`; never empty. */
  readonly query: string
  /** Beginnings of words, without accents, in lower case. */
  readonly stems: readonly string[]
}

const CJK = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]+/gu

/** Prepares terms; null when nothing is left to search for, such as stop words alone. */
export async function prepareSearch(db: Db, terms: readonly SearchTerm[]): Promise<PreparedSearch | null> {
  if (terms.length === 0) return null
  const all = terms.map((term) => {
    const anyOf = sql.join(term.anyOf.map(wordQuery), sql` || `)
    return term.not ? negated(anyOf) : sql`(${anyOf})`
  })
  const wanted = terms.filter((term) => !term.not).flatMap((term) => term.anyOf.map((word) => word.text))
  const { rows } = await sql<{ query: string; stems: string[] }>`
    select (${sql.join(all, sql` && `)})::text as query,
      tsvector_to_array(
        to_tsvector('highwater_english', ${wanted.join(' ')}) || to_tsvector('highwater_simple', ${wanted.join(' ')})
      ) as stems
  `.execute(db)
  const [row] = rows
  if (row === undefined || row.query === '') return null
  return { query: row.query, stems: row.stems }
}

function negated(anyOf: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select case when numnode(q) = 0 then q else !!q end from (select ${anyOf} as q) as asked)`
}

/** A word as it is found in English texts, in all others, and where texts are written without spaces. */
function wordQuery(word: SearchWord): RawBuilder<unknown> {
  const runs = word.text.match(CJK)
  const parts = (runs ?? []).map((run) => sql`${cjkQuery(run)}::tsquery`)
  const rest = word.text.replaceAll(CJK, ' ').trim()
  if (rest !== '') parts.unshift(spacedQuery({ ...word, text: rest }))
  return sql`(${sql.join(parts, sql` && `)})`
}

/** A stop word of English is left out wholly, or no English text would be found with it. */
function spacedQuery(word: SearchWord): RawBuilder<unknown> {
  const english = configQuery('highwater_english', word)
  const simple = configQuery('highwater_simple', word)
  return sql`(select case when numnode(e) = 0 then e else e || s end from (select ${english} as e, ${simple} as s) as w)`
}

function configQuery(config: string, word: SearchWord): RawBuilder<unknown> {
  if (word.phrase) return sql`phraseto_tsquery(${sql.lit(config)}, ${word.text})`
  if (!word.prefix) return sql`plainto_tsquery(${sql.lit(config)}, ${word.text})`
  const quoted = `'${word.text.replaceAll(/['\\]/g, ' ')}':*`
  return sql`(plainto_tsquery(${sql.lit(config)}, ${word.text}) || to_tsquery(${sql.lit(config)}, ${quoted}))`
}

/** Each pair of neighbouring characters must be there; a single one may begin a pair. */
function cjkQuery(run: string): string {
  const characters = Array.from(run)
  if (characters.length === 1) return `'${run}':*`
  const pairs = characters.slice(1).map((character, index) => `'${String(characters[index])}${character}'`)
  return [...new Set(pairs)].join(' & ')
}
