/**
 * Questions to the database, and asking several of them in one trip: where a page needs twenty small statements, sending
 * them and waiting for each costs far more than answering them.
 */
import { type Compilable, CompiledQuery, type RawBuilder } from 'kysely'
import { escapeLiteral } from 'pg'
import type { Db } from './schema.ts'

/** A statement that reads, and what its rows mean. */
export interface Question<Answer> {
  readonly statement: CompiledQuery
  readonly answer: (rows: readonly unknown[]) => Answer
}

/** Makes a question of a query; `answer` is given all its rows. */
export function question<Row, Answer>(
  query: Compilable<Row>,
  answer: (rows: readonly Row[]) => Answer,
): Question<Answer> {
  return { statement: query.compile(), answer: answer as Question<Answer>['answer'] }
}

/** The same of a statement that is written out. */
export function rawQuestion<Row, Answer>(
  db: Db,
  query: RawBuilder<Row>,
  answer: (rows: readonly Row[]) => Answer,
): Question<Answer> {
  return { statement: query.compile(db), answer: answer as Question<Answer>['answer'] }
}

/** An answer that is known without asking. */
export type Asked<Answer> = Question<Answer> | { readonly known: Answer }

/** Asks one. */
export async function ask<Answer>(db: Db, asked: Question<Answer>): Promise<Answer> {
  return asked.answer((await db.executeQuery(asked.statement)).rows)
}

/** The answers of questions, by the same names. */
export type AnswersOf<Questions> = {
  -readonly [Name in keyof Questions]: Questions[Name] extends Asked<infer Answer> ? Answer : never
}

/** Stands between statements that are sent as one. */
export const BETWEEN = '\n;\n'

/**
 * Asks all of them in one trip, in their order, and answers by the same names. They are one transaction, but each sees what
 * was committed when it began.
 */
export async function askTogether<const Questions extends Readonly<Record<string, Asked<unknown>>>>(
  db: Db,
  questions: Questions,
): Promise<AnswersOf<Questions>> {
  const asked = Object.values(questions).filter((one) => 'statement' in one)
  const text = asked.map(({ statement }) => written(statement)).join(BETWEEN)
  // The connection answers several statements with a list of the rows of each: see `connection.ts`.
  const lists =
    asked.length < 2
      ? await Promise.all(asked.map(async ({ statement }) => (await db.executeQuery(statement)).rows))
      : ((await db.executeQuery(CompiledQuery.raw(text))).rows as (readonly unknown[])[])
  const next = lists.values()
  const answers = Object.entries(questions).map(([name, one]) => [
    name,
    'known' in one ? one.known : one.answer(next.next().value ?? []),
  ])
  return Object.fromEntries(answers) as AnswersOf<Questions>
}

/** Quoted texts and names, which hold no parameters, and the parameters. */
const PARAMETER = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\d+)/g

/** A statement with its values in it, as texts whose type the place tells, exactly as parameters are sent. */
function written({ sql, parameters }: CompiledQuery): string {
  return sql.replaceAll(PARAMETER, (found: string, number: string | undefined) =>
    number === undefined ? found : literal(parameters[Number(number) - 1]),
  )
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  return ` ${escapeLiteral(textOf(value))}`
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map(elementOf).join(',')}}`
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new TypeError(`No text of a ${typeof value} is known`)
}

function elementOf(value: unknown): string {
  if (value === null) return 'NULL'
  return Array.isArray(value) ? textOf(value) : `"${textOf(value).replaceAll(/[\\"]/g, String.raw`\$&`)}"`
}
