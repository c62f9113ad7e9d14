/** OpenAPI 3.1 made from the routes that also validate, so that the two cannot differ. */
import { z } from 'zod'
import { api } from './api.ts'
import { problem } from './common.ts'
import type { Route, RouteKey } from './kit.ts'

type Json = Record<string, unknown>

/** Schemas that carry a name (`.meta({ id })`), gathered while the paths are made. */
type Named = Record<string, unknown>

const schemaOf = (type: z.ZodType, io: 'input' | 'output', named: Named): Json => {
  const made = z.toJSONSchema(type, { io, unrepresentable: 'any', reused: 'inline' })
  const {
    $schema: _,
    $defs = {},
    ...schema
  } = JSON.parse(JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json & {
    $defs?: Named
  }
  Object.assign(named, $defs)
  if (typeof schema['id'] !== 'string') return schema
  const { id, ...rest } = schema
  named[id] = rest
  return { $ref: `#/components/schemas/${id}` }
}

const answerStatus = (route: Route): number => (route.answer === 'nothing' ? 204 : (route.status ?? 200))

function parametersOf(route: Route, method: string, named: Named): Json[] {
  const from = (where: 'path' | 'query', type: z.ZodObject | undefined): Json[] =>
    Object.entries(type?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: where,
      required: where === 'path' || !(schema as z.ZodType).safeParse(undefined).success,
      schema: schemaOf(schema as z.ZodType, 'input', named),
    }))
  const header = (name: string, required: boolean, description: string): Json => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  })
  return [
    ...from('path', route.params),
    ...from('query', route.query),
    ...(method === 'POST'
      ? [
          header(
            'Idempotency-Key',
            false,
            route.reads === true
              ? 'Taken and not needed: nothing is changed, so the same body always answers the same.'
              : 'The same key with the same body answers the same, once.',
          ),
        ]
      : []),
    ...(route.versioned && method !== 'GET'
      ? [header('If-Match', true, 'The version the change was made on, from `ETag`.')]
      : []),
  ]
}

function answersOf(route: Route, problems: readonly string[], named: Named): Json {
  const content =
    route.answer === 'nothing'
      ? {}
      : route.answer === 'bytes'
        ? { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }
        : { content: { 'application/json': { schema: schemaOf(route.answer, 'output', named) } } }
  return {
    [answerStatus(route)]: { description: 'Done', ...content },
    default: {
      description: `A problem. Codes: ${problems.join(', ')}`,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  }
}

const bodyOf = (route: Route, named: Named): Json =>
  route.body === undefined
    ? {}
    : {
        requestBody: {
          required: true,
          content:
            route.body === 'bytes'
              ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
              : { 'application/json': { schema: schemaOf(route.body, 'input', named) } },
        },
      }

/** `GET /postmortems/{postmortemId}/history` → `getPostmortemsPostmortemIdHistory`. */
function operationId(method: string, path: string): string {
  const words = path.split(/[^A-Za-z]+/).filter((word) => word !== '')
  return method.toLowerCase() + words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('')
}

function operation(key: RouteKey, route: Route, named: Named): Json {
  const [method = '', path = ''] = key.split(' ')
  const problems = [
    ...(route.access === 'public' ? [] : ['not_signed_in', 'not_allowed']),
    'invalid',
    ...(path.includes('{') ? ['not_found'] : []),
    ...(route.versioned && method !== 'GET' ? ['version_needed', 'version_moved_on'] : []),
    ...(route.problems ?? []),
  ]
  return {
    operationId: operationId(method, path),
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    tags: [path.split('/')[1]],
    'x-access': route.access,
    security: route.access === 'public' ? [] : [{ session: [] }, { token: [] }],
    parameters: parametersOf(route, method, named),
    ...bodyOf(route, named),
    responses: answersOf(route, problems, named),
  }
}

/** The OpenAPI 3.1 document of the whole API, as plain JSON. */
export function openapi(): Json {
  const paths: Record<string, Json> = {}
  const named: Named = {}
  named['Problem'] = schemaOf(problem, 'output', named)
  for (const [key, route] of Object.entries(api) as [RouteKey, Route][]) {
    const [method = '', path = ''] = key.split(' ')
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(key, route, named) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Highwater',
      version: '1',
      description: 'Incidents, postmortems, action items, classes and their numbers.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(named).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'highwater.session_token' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}
