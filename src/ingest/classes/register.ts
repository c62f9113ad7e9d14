/** The register of incident classes that reading suggests from; an organisation may replace it with its own. */
import type { ClassEntry } from './class-entry.ts'
import { CHANGE_CLASSES } from './register-change.ts'
import { GROUND_CLASSES } from './register-ground.ts'
import { LIMIT_CLASSES } from './register-limit.ts'

/** All eighteen classes that Highwater knows when it is new. */
export const CLASS_REGISTER: readonly ClassEntry[] = [...CHANGE_CLASSES, ...LIMIT_CLASSES, ...GROUND_CLASSES]
