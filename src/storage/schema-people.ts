/** Tables of the organisation, its people and catalogues, and of how people and programs sign in. */
import type {
  IncidentClassId,
  LayerId,
  OrganisationId,
  PersonId,
  ServiceId,
  TeamId,
  TokenId,
} from '../domain/ids.ts'
import type { Day, Instant } from '../domain/instant.ts'
import type { Currency } from '../domain/money.ts'
import type { SeverityCode, Weekday } from '../domain/organisation.ts'
import type { Permission } from '../domain/permissions.ts'
import type { Role } from '../domain/vocabulary.ts'
import type { RuleSeverities } from '../domain/wording.ts'
import type { DefaultedJson, NullableJson } from './json-column.ts'
import type { Generated } from 'kysely'

export interface PeopleTables {
  organisation: OrganisationTable
  severities: SeveritiesTable
  auth_users: AuthUsersTable
  auth_sessions: AuthSessionsTable
  auth_accounts: AuthAccountsTable
  auth_verifications: AuthVerificationsTable
  people: PeopleTable
  teams: TeamsTable
  team_members: TeamMembersTable
  services: ServicesTable
  layers: LayersTable
  incident_classes: IncidentClassesTable
  incident_class_layers: IncidentClassLayersTable
  one_time_links: OneTimeLinksTable
  api_tokens: ApiTokensTable
  idempotency_keys: IdempotencyKeysTable
  saved_views: SavedViewsTable
  files: FilesTable
}

export interface OrganisationTable {
  id: OrganisationId
  singleton: Generated<boolean>
  name: string
  time_zone: Generated<string>
  currency: Generated<Currency>
  working_days: Generated<readonly Weekday[]>
  demonstration: Generated<boolean>
  settings: DefaultedJson<Readonly<Record<string, unknown>>>
  vendors: Generated<readonly string[]>
  rule_severities: DefaultedJson<RuleSeverities>
  wording_version: Generated<number>
  version: Generated<number>
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
}

export interface SeveritiesTable {
  code: SeverityCode
  rank: number
  meaning: string
  leadership_read: Generated<boolean>
}

export interface AuthUsersTable {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
}

export interface AuthSessionsTable {
  id: string
  token: string
  user_id: string
  expires_at: Instant
  ip_address: string | null
  user_agent: string | null
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
}

export interface AuthAccountsTable {
  id: string
  account_id: string
  provider_id: string
  user_id: string
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: Instant | null
  refresh_token_expires_at: Instant | null
  scope: string | null
  password: string | null
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
}

export interface AuthVerificationsTable {
  id: string
  identifier: string
  value: string
  expires_at: Instant
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
}

export interface PeopleTable {
  id: PersonId
  name: string
  email: string | null
  title: string | null
  location: string | null
  manager_id: PersonId | null
  start_date: Day | null
  roles: Generated<readonly Role[]>
  user_id: string | null
  version: Generated<number>
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
}

export interface TeamsTable {
  id: TeamId
  name: string
  lead_id: PersonId | null
  version: Generated<number>
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
}

export interface TeamMembersTable {
  team_id: TeamId
  person_id: PersonId
}

export interface ServicesTable {
  id: ServiceId
  name: string
  team_id: TeamId | null
  version: Generated<number>
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
}

export interface LayersTable {
  id: LayerId
  name: string
  description: string | null
  version: Generated<number>
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
}

export interface IncidentClassesTable {
  id: IncidentClassId
  lexicon_key: string | null
  name: string
  description: string | null
  words: Generated<readonly string[]>
  window_days: Generated<number>
  active: Generated<boolean>
  version: Generated<number>
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
}

export interface IncidentClassLayersTable {
  class_id: IncidentClassId
  layer_id: LayerId
}

export interface OneTimeLinksTable {
  id: string
  purpose: 'setup' | 'set_password'
  person_id: PersonId | null
  code_hash: Uint8Array
  expires_at: Instant
  used_at: Instant | null
  created_at: Generated<Instant>
}

export interface ApiTokensTable {
  id: TokenId
  name: string
  owner_id: PersonId
  token_hash: Uint8Array
  scopes: readonly Permission[]
  expires_at: Instant
  withdrawn_at: Instant | null
  last_used_at: Instant | null
  created_at: Generated<Instant>
}

export interface IdempotencyKeysTable {
  principal: string
  key: string
  request_sha256: Uint8Array
  status: number | null
  headers: NullableJson<Readonly<Record<string, string>>>
  body: Uint8Array | null
  created_at: Generated<Instant>
  expires_at: Instant
}

export interface SavedViewsTable {
  id: string
  owner_id: PersonId
  name: string
  query: string
  shared: Generated<boolean>
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
}

export interface FilesTable {
  id: string
  name: string
  media_type: string
  sha256: Uint8Array
  bytes: Uint8Array
  uploaded_by_id: PersonId | null
  created_at: Generated<Instant>
}
