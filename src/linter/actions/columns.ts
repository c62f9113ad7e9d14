/** Columns of an action table by their heads, in lower case. */
export const COLUMNS = {
  owner: /owner|assign|responsible|who|poc|dri|lead|team|driver|person/,
  date: /due|date|deadline|eta|target|when|milestone|by\b|sprint|timeline/,
  status: /status|state|done|complete|progress/,
  ticket: /ticket|issue|jira|link|bug|tracking|pr\b|phab/,
} as const
