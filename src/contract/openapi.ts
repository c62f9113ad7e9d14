/** OpenAPI 3.1 made from the routes that also validate, so that the two cannot differ. */
import { z } from 'zod'
import { api } from './api.ts'
import { problem } from './common.ts'
import type { Route, RouteKey } from './kit.ts'

type Json = Record<string, unknown>

const schemaOf = (type: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any', reused: 'inline' })
  return schema
}

const answerStatus = (route: Route): number => (route.answer === 'nothing' ? 204 : (route.status ?? 200))

function parametersOf(route: Route, method: string): Json[] {
  const from = (where: 'path' | 'query', type: z.ZodObject | undefined): Json[] =>
    Object.entries(type?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: where,
      required: where === 'path' || !(schema as z.ZodType).safeParse(undefined).success,
      schema: schemaOf(schema as z.ZodType, 'input'),
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
      ? [header('Idempotency-Key', false, 'The same key with the same body answers the same, once.')]
      : []),
    ...(route.versioned && method !== 'GET'
      ? [header('If-Match', true, 'The version the change was made on, from `ETag`.')]
      : []),
  ]
}

function answersOf(route: Route, problems: readonly string[]): Json {
  const content =
    route.answer === 'nothing'
      ? {}
      : route.answer === 'bytes'
        ? { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }
        : { content: { 'application/json': { schema: schemaOf(route.answer, 'output') } } }
  return {
    [answerStatus(route)]: { description: 'Done', ...content },
    default: {
      description: `A problem. Codes: ${problems.join(', ')}`,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  }
}

const bodyOf = (route: Route): Json =>
  route.body === undefined
    ? {}
    : {
        requestBody: {
          required: true,
          content:
            route.body === 'bytes'
              ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
              : { 'application/json': { schema: schemaOf(route.body, 'input') } },
        },
      }

function operation(key: RouteKey, route: Route): Json {
  const [method = '', path = ''] = key.split(' ')
  const problems = [
    ...(route.access === 'public' ? [] : ['not_signed_in', 'not_allowed']),
    'invalid',
    ...(path.includes('{') ? ['not_found'] : []),
    ...(route.versioned && method !== 'GET' ? ['version_needed', 'version_moved_on'] : []),
    ...(route.problems ?? []),
  ]
  return {
    operationId: key
      .replaceAll(/[{}]/g, '')
      .replaceAll(/[^A-Za-z]+(.)/g, (_, next: string) => next.toUpperCase())
      .replace(/^[A-Z]+/, (verb) => verb.toLowerCase()),
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    tags: [path.split('/')[1]],
    'x-access': route.access,
    security: route.access === 'public' ? [] : [{ session: [] }, { token: [] }],
    parameters: parametersOf(route, method),
    ...bodyOf(route),
    responses: answersOf(route, problems),
  }
}

/** The OpenAPI 3.1 document of the whole API, as plain JSON. */
export function openapi(): Json {
  const paths: Record<string, Json> = {}
  for (const [key, route] of Object.entries(api) as [RouteKey, Route][]) {
    const [method = '', path = ''] = key.split(' ')
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(key, route) }
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
      schemas: { Problem: schemaOf(problem, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'highwater.session_token' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}
