/** Whether a caller may use a route: the route's own decision, and nothing else, opens it. */
import type { Access } from '../../contract/kit.ts'
import type { Caller } from '../../usecases/work.ts'
import { HttpRefusal } from './problem.ts'

/** Throws `not_signed_in` or `not_allowed`. */
export function checkAccess(access: Access, caller: Caller | null): void {
  if (access === 'public') return
  if (caller === null) {
    throw new HttpRefusal('not_signed_in', 'Sign in, or send an API token as `Authorization: Bearer …`.')
  }
  if (access === 'signed_in' || caller.permissions.has(access)) return
  const why = caller.tokenId === null ? 'None of your roles grants' : 'The token does not carry'
  throw new HttpRefusal('not_allowed', `${why} the permission \`${access}\`.`)
}
