/** The organisation, the first run that makes it, who is signed in, and API tokens. */
import { z } from 'zod'
import type { Currency } from '../domain/money.ts'
import type { Weekday } from '../domain/organisation.ts'
import { ROLES } from '../domain/vocabulary.ts'
import { PERMISSIONS } from '../domain/permissions.ts'
import { id, idOut, instant, instantOut, line, page, pageQuery } from './common.ts'
import { routes } from './kit.ts'
import { person } from './people.ts'

const severityLevel = z.object({
  code: z.string().regex(/^[A-Z][A-Z0-9-]{0,9}$/),
  meaning: z.string().max(300),
  leadershipRead: z.boolean(),
})

const timeZone = z.string().max(60).refine(isTimeZone, { error: 'is not a time zone of the IANA list' })

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export const organisation = z
  .object({
    name: z.string(),
    timeZone: z.string(),
    currency: z.string(),
    /** 1 = Monday … 7 = Sunday. */
    workingDays: z.array(z.number().int().min(1).max(7)),
    severityScale: z.array(severityLevel),
    /** Whether it is the demonstration organisation. */
    demonstration: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Organisation' })
export type Organisation = z.output<typeof organisation>

const password = z.string().min(10).max(128)

export const token = z
  .object({
    id: idOut<'token'>(),
    name: z.string(),
    scopes: z.array(z.enum(PERMISSIONS)),
    createdAt: instantOut,
    expiresAt: instantOut,
    lastUsedAt: instantOut.nullable(),
    withdrawnAt: instantOut.nullable(),
  })
  .meta({ id: 'Token' })
export type Token = z.output<typeof token>

export const organisationRoutes = routes({
  'GET /setup': {
    access: 'public',
    summary: 'Whether the first administrator is still to be made',
    answer: z.object({ needed: z.boolean() }),
  },
  'POST /setup': {
    access: 'public',
    summary: 'Make the organisation and its first administrator with the one-time link’s code',
    body: z.object({
      code: z.string().min(1).max(200),
      organisationName: line(120),
      timeZone,
      name: line(120),
      email: z.email().max(254),
      password,
    }),
    answer: z.object({ personId: idOut<'person'>() }),
    status: 201,
    problems: ['setup_code_refused', 'setup_done'],
  },
  'POST /passwords': {
    access: 'public',
    summary: 'Set a password with the code of a one-time sign-in link',
    body: z.object({ code: z.string().min(1).max(200), password }),
    answer: z.object({ email: z.string() }),
    status: 201,
    problems: ['link_refused'],
  },
  'GET /me': {
    access: 'signed_in',
    summary: 'Who is signed in, and what they may do',
    answer: z.object({
      person,
      roles: z.array(z.enum(ROLES)),
      permissions: z.array(z.enum(PERMISSIONS)),
      organisation,
    }),
  },
  'GET /organisation': {
    access: 'directory.read',
    summary: 'The organisation and its severity scale',
    answer: organisation,
    versioned: true,
  },
  'PATCH /organisation': {
    access: 'settings.write',
    summary: 'Change the organisation’s name, zone, currency, working days or severity scale',
    body: z
      .object({
        name: line(120),
        timeZone,
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .transform((value) => value as Currency),
        workingDays: z
          .array(
            z
              .number()
              .int()
              .min(1)
              .max(7)
              .transform((value) => value as Weekday),
          )
          .min(1),
        severityScale: z.array(severityLevel).min(1).max(8),
      })
      .partial(),
    answer: organisation,
    versioned: true,
  },
  'GET /tokens': {
    access: 'token.manage',
    summary: 'The signed-in person’s API tokens',
    query: pageQuery,
    answer: page(token),
  },
  'POST /tokens': {
    access: 'token.manage',
    summary: 'Make an API token; its secret is shown in this answer only',
    body: z.object({ name: line(80), scopes: z.array(z.enum(PERMISSIONS)).min(1), expiresAt: instant }),
    answer: z.object({ token, secret: z.string() }),
    status: 201,
    problems: ['scope_not_yours', 'expiry_out_of_range'],
  },
  'DELETE /tokens/{tokenId}': {
    access: 'token.manage',
    summary: 'Withdraw an API token',
    params: z.object({ tokenId: id<'token'>() }),
    answer: 'nothing',
  },
})
