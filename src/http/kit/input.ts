/** What a request carries, read by the route's schemas; what does not fit is told field by field. */
import type { z } from 'zod'
import type { Route } from '../../contract/kit.ts'
import type { FieldProblem } from '../../domain/problem.ts'
import { BYTES_LIMIT, JSON_LIMIT, parseJson, readBytes } from './body.ts'
import { HttpRefusal } from './problem.ts'

export interface Input {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  /** The body as it came, for comparing repeated requests. */
  readonly bytes: Uint8Array
}

const NOTHING = new Uint8Array()

/** Reads parameters, query and body, all by their schemas; throws `invalid` with every field at once. */
export async function readInput(
  route: Route,
  request: Request,
  params: Record<string, string>,
): Promise<Input> {
  const errors: FieldProblem[] = []
  const read = (where: string, type: z.ZodType | undefined, value: unknown): unknown => {
    if (type === undefined) return where === 'body' ? undefined : {}
    const unstorable = findUnstorable(value)
    if (unstorable !== null) {
      errors.push(unstorable)
      return undefined
    }
    const result = type.safeParse(value)
    if (result.success) return result.data
    errors.push(...result.error.issues.map(fieldProblem))
    return undefined
  }
  const readParams = read('params', route.params, params)
  if (errors.length > 0) throw new HttpRefusal('not_found', 'There is no such thing, or you may not see it.')
  const query = read('query', route.query, Object.fromEntries(new URL(request.url).searchParams))
  const { bytes, value } = await readBody(route, request)
  const body = route.body === 'bytes' ? bytes : read('body', route.body, value)
  if (errors.length > 0) {
    const first = errors[0]
    throw new HttpRefusal(
      'invalid',
      first === undefined ? 'Not valid.' : `${first.field}: ${first.message}`,
      {
        errors,
      },
    )
  }
  return { params: readParams, query, body, bytes }
}

async function readBody(route: Route, request: Request): Promise<{ bytes: Uint8Array; value: unknown }> {
  if (route.body === undefined) return { bytes: NOTHING, value: undefined }
  const bytes = await readBytes(request, route.body === 'bytes' ? BYTES_LIMIT : JSON_LIMIT)
  return { bytes, value: route.body === 'bytes' ? undefined : parseJson(request, bytes) }
}

const fieldProblem = (issue: z.core.$ZodIssue): FieldProblem => ({
  field: issue.path.length === 0 ? 'body' : issue.path.join('.'),
  message: issue.message,
})

const MOST_DEPTH = 100

/** Where something stands that cannot be kept: a text with a NUL or half of a surrogate pair, or nesting without end. */
function findUnstorable(value: unknown, path: readonly string[] = []): FieldProblem | null {
  const problem = (message: string): FieldProblem => ({
    field: path.slice(0, 8).join('.') || 'body',
    message,
  })
  if (typeof value === 'string') {
    const isStorable = !value.includes('\0') && value.isWellFormed()
    return isStorable ? null : problem('holds a NUL or half a character')
  }
  if (typeof value !== 'object' || value === null) return null
  if (path.length > MOST_DEPTH) return problem(`is nested deeper than ${String(MOST_DEPTH)}`)
  for (const [name, inner] of Object.entries(value)) {
    const hit = findUnstorable(inner, [...path, name])
    if (hit !== null) return hit
  }
  return null
}
