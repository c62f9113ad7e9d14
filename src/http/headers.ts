/** The headers of every response: what a browser may do with it. */

const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const ALWAYS: readonly (readonly [string, string])[] = [
  ['content-security-policy', POLICY],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
]

/** Two years, as browsers' preload lists ask; only said over https, where it can be kept. */
const TRANSPORT_SECURITY = 'max-age=63072000; includeSubDomains'

/** Sets what is not set yet, so that a file's own stricter policy stands. */
export function secureHeaders(headers: Headers, options: { requestId: string; https: boolean }): void {
  for (const [name, value] of ALWAYS) if (!headers.has(name)) headers.set(name, value)
  if (options.https) headers.set('strict-transport-security', TRANSPORT_SECURITY)
  headers.set('x-request-id', options.requestId)
}
