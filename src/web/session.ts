/** Who is signed in, for every part of the page that asks. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Api } from '../contract/api.ts'
import type { ResultOf } from '../contract/kit.ts'
import type { Permission } from '../domain/permissions.ts'

/** The signed-in person, their permissions and their organisation. */
export type Me = ResultOf<Api['GET /me']>

export const Session = createContext<Me | null>(null)

/** The signed-in person. Only below the frame, where someone is signed in. */
export function useMe(): Me {
  const me = useContext(Session)
  if (me === null) throw new Error('useMe stands outside the signed-in frame')
  return me
}

/** Whether the signed-in person has a permission: decides what is shown, never what is allowed. */
export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission)
}

/** Rank of a severity in the organisation's scale, 1 the gravest; null when it is not on the scale. */
export function useSeverityRank(): (code: string | null) => number | null {
  const scale = useMe().organisation.severityScale
  return (code) => {
    const at = scale.findIndex((level) => level.code === code)
    return at < 0 ? null : at + 1
  }
}
