/**
 * The tables of the sign-in library under our names for them, in the shape in which it takes them (`better-auth` options).
 * It reads times as `Date`, so it needs a pool of its own, without the readers of `column-types.ts`.
 */

const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const

/** Spread into the library's options: `betterAuth({ ...signInTables, … })`, merging its own `session` and `account` settings. */
export const signInTables = {
  user: { modelName: 'auth_users', fields: { emailVerified: 'email_verified', ...times } },
  session: {
    modelName: 'auth_sessions',
    fields: {
      userId: 'user_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      ...times,
    },
  },
  account: {
    modelName: 'auth_accounts',
    fields: {
      accountId: 'account_id',
      providerId: 'provider_id',
      userId: 'user_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...times,
    },
  },
  verification: { modelName: 'auth_verifications', fields: { expiresAt: 'expires_at', ...times } },
} as const
