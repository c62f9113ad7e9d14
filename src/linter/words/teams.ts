/** Nouns and names that stand for teams, departments, vendors. */
import { setOf } from './list.ts'

export const TEAM_NOUNS =
  setOf(`team teams squad squads department departments crew crews tribe guild helpdesk desk management leadership
  qa devops chapter division`)

/** A group is people when it does what people do: an `auto scaling group` is not. */
export const EITHER_TEAM_NOUNS = setOf(
  'group groups org organisation organization unit committee board company operations ops support',
)

/** Departments named bare, as the subject: “Ops ignored the request”. */
export const BARE_TEAMS =
  setOf(`ops devops sre qa it support security netops secops infosec infra infrastructure engineering management
  leadership networking marketing sales finance legal product procurement dba-team operations noc soc helpdesk platform
  hr compliance development purchasing facilities backend frontend datacenter`)

export const VENDOR_NOUNS =
  setOf(`vendor vendors provider providers supplier suppliers partner partners third-party carrier carriers isp isps
  contractor-company subcontractor registrar upstream reseller integrator hoster host`)

/** Companies whose names stand for their product as often: only what a company says or promises counts. */
export const COMPANIES =
  setOf(`aws amazon google gcp azure microsoft cloudflare fastly akamai github gitlab datadog pagerduty okta auth0 twilio
  stripe heroku digitalocean linode hetzner ovh netlify vercel atlassian slack oracle ibm salesforce equinix lumen verizon
  comcast telia level3 zayo mongodb confluent elastic snowflake sendgrid mailgun opsgenie shopify paypal adyen letsencrypt`)
