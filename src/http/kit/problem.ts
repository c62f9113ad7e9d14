/** Problem documents (RFC 9457): every code the API refuses with, its status and title, in one place. */
import type { Problem } from '../../contract/common.ts'
import type { FieldProblem } from '../../domain/problem.ts'
import type { RefusalCode } from '../../usecases/refusal.ts'

/** Codes that only the HTTP layer itself gives. */
type TransportCode =
  | 'invalid'
  | 'body_not_json'
  | 'body_too_large'
  | 'media_type_unsupported'
  | 'method_not_allowed'
  | 'version_needed'
  | 'idempotency_key_refused'
  | 'cross_site_refused'
  | 'host_refused'
  | 'too_many_tries'
  | 'sign_in_refused'
  | 'not_ready_yet'
  | 'database_away'
  | 'unexpected'

export type HttpCode = TransportCode | RefusalCode

const STATUS = {
  invalid: [422, 'Something in the request is not as it should be'],
  value_invalid: [422, 'A value is not as it should be'],
  body_not_json: [400, 'The body is not JSON'],
  body_too_large: [413, 'The body is too large'],
  media_type_unsupported: [415, 'The body is of another kind than this takes'],
  method_not_allowed: [405, 'This address does not take that method'],
  version_needed: [428, 'The version that is changed must be named'],
  version_moved_on: [412, 'Someone else changed it in the meantime'],
  idempotency_key_refused: [400, 'The idempotency key is not one'],
  idempotency_key_reused: [422, 'The idempotency key was used for another request'],
  idempotency_key_in_use: [409, 'The same request is still under way'],
  cross_site_refused: [403, 'The request comes from another site'],
  host_refused: [421, 'The server is not known under that name'],
  sign_in_refused: [401, 'Not signed in'],
  too_many_tries: [429, 'Too many tries'],
  not_ready_yet: [503, 'The server is not ready yet'],
  database_away: [503, 'The database does not answer'],
  unexpected: [500, 'Something went wrong on the server'],
  not_found: [404, 'Not found'],
  not_allowed: [403, 'Not allowed'],
  not_permitted: [403, 'Not allowed to you'],
  not_signed_in: [401, 'Not signed in'],
  reference_unknown: [422, 'Something it refers to does not exist'],
  name_taken: [409, 'The name is taken'],
  email_taken: [409, 'The e-mail address is taken'],
  last_admin: [409, 'The last administrator must stay one'],
  link_refused: [403, 'The link is used, too old or not one of ours'],
  setup_code_refused: [403, 'The code is not the one that was printed'],
  setup_done: [409, 'The first administrator is already made'],
  scope_not_yours: [403, 'A scope goes beyond what you may do'],
  expiry_out_of_range: [422, 'The expiry is out of range'],
  import_closed: [409, 'The import is closed'],
  path_refused: [422, 'The path leaves its folder'],
  folder_unreadable: [422, 'The folder cannot be read'],
  disk_full: [507, 'The disk is nearly full'],
  cursor_refused: [422, 'The cursor is not one of this list'],
  reason_needed: [422, 'A reason is needed'],
  transition_refused: [409, 'It cannot go from its state to that one'],
  not_ready: [409, 'It is not ready'],
  review_needed: [409, 'A held review is needed'],
  postmortem_read_only: [409, 'The postmortem is read-only in its state'],
  moments_out_of_order: [422, 'The moments are out of order'],
  severity_unknown: [422, 'The severity is not on the scale'],
  severity_unchanged: [409, 'The severity is the same'],
  hindsight: [422, 'What was learned later cannot be listed as known'],
  owner_needed: [409, 'An owner is needed'],
  owner_must_accept: [409, 'The owner has to accept first'],
  only_owner: [403, 'Only the owner may do this'],
  due_needed: [409, 'A due date is needed'],
  measure_needed: [409, 'A measure is needed'],
  funding_needed: [409, 'Funding is needed'],
  check_by_another: [409, 'Someone other than the owner has to check'],
  reading_needed: [422, 'A reading of the measure is needed'],
  only_sponsor: [403, 'Only the sponsor may do this'],
  sponsor_needed: [409, 'A sponsor is needed'],
  expiry_needed: [422, 'An expiry is needed'],
  not_expired: [409, 'It has not expired'],
  dependency_cycle: [409, 'The dependencies run in a circle'],
  currency_mismatch: [422, 'The currencies differ'],
  zone_unknown: [422, 'The time zone is not known'],
} as const satisfies Record<HttpCode, readonly [number, string]>

/** A refusal of the HTTP layer itself, thrown from the middle of a request. */
export class HttpRefusal extends Error {
  readonly code: HttpCode
  readonly errors: readonly FieldProblem[]
  readonly headers: Readonly<Record<string, string>>
  constructor(
    code: HttpCode,
    message: string,
    options: { errors?: readonly FieldProblem[]; headers?: Record<string, string> } = {},
  ) {
    super(message)
    this.name = 'HttpRefusal'
    this.code = code
    this.errors = options.errors ?? []
    this.headers = options.headers ?? {}
  }
}

/** What a problem document says beside its code. */
export interface ProblemDetails {
  readonly detail?: string
  readonly errors?: readonly FieldProblem[]
  readonly sentVersion?: number
  readonly current?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** The response for a problem. */
export function problemResponse(code: HttpCode, details: ProblemDetails, requestId: string): Response {
  const [status, title] = STATUS[code]
  const { headers, errors, ...rest } = details
  const body: Problem = {
    type: 'about:blank',
    title,
    status,
    code,
    instance: `urn:request:${requestId}`,
    ...rest,
    ...(errors === undefined || errors.length === 0 ? {} : { errors: [...errors] }),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  })
}
