/** Nouns and names that stand for teams, departments, vendors. */
import { nouns, setOf } from './list.ts'

export const TEAM_NOUNS = nouns(
  `bureau chapter crew department desk devops directorate division franchise guild headquarters helpdesk leadership management office qa squad subsidiary team tribe`,
)

/** Behind another noun they are a team: “the storage people”. */
export const PEOPLE_OF = setOf('people folks guys lot bunch side gang')

/** A group is people when it does what people do: an `auto scaling group` is not. */
export const EITHER_TEAM_NOUNS = setOf(
  'centre center group+ org organisation organization unit committee board operations ops support lab branch plant ward kitchen depot',
)

/** Departments named bare, as the subject: “Ops ignored the request”. */
export const BARE_TEAMS =
  setOf(`ops devops sre qa it support security netops secops infosec infra infrastructure engineering management
  leadership networking marketing sales finance legal product procurement dba-team operations noc soc helpdesk platform
  hr compliance development purchasing facilities backend frontend datacenter procurement infosec secops merchandising
  logistics housekeeping catering reception dispatch accounting treasury recruiting editorial it-ops itops sysops`)

/** Departments that share their name with what they look after: what they did decides. */
export const EITHER_DEPARTMENTS =
  setOf(`hardware firmware analytics content growth identity payments checkout mobile web data platform storage networks
  telephony core research search billing database+ networking release+`)

/** The last word of a department’s or a company’s name: “Customer Care”, “Data science”, “Nordhaven Hosting”. */
export const DEPARTMENT_WORDS =
  setOf(`ops operations care support engineering science platform security it qa management services desk sre infra
  infrastructure networking development legal finance procurement facilities foundations experience success delivery
  banking identity payments analytics data hardware admin administration`)
export const COMPANY_WORDS =
  setOf(`inc ltd gmbh corp llc hosting cloud telecom networks labs systems solutions software internet technologies
  communications pay mail data group broadband bank energy media digital studios partners consulting interactive metrics
  cdn isp dns api gateway fiber fibre wireless online analytics robotics logistics payments`)

/** How invented company names look; given names do not. */
export const COMPANY_SHAPE =
  /(?:soft|tech|cloud|pipe|stack|link|labs?|host|matrix|max|wave|works|ware|base|hub|grid|ify|ix|systems|data|mail|fibre|fiber|telecom|tel|com|bank|point|force|flow|byte|box|gate|path|vault|loop|desk|drop|spark|shift|trust|craft|tron|metrics|logic|sense|scale|port|edge|forge|sphere|lytics|corp|media|pay|net|serve|switch|layer|space|works|cast|track|ship|route|sync|sign|guard|lock|watch|wire|bridge|stream|storm|lake|river|field|core|zone|line|light|star)$/

export const VENDOR_NOUNS = nouns(
  `acquirer agency carrier company consultancy contractor-company firm hoster insurer integrator isp issuer landlord manufacturer outsourcer partner provider registrar reseller sponsor subcontractor supplier telco third-party vendor`,
)

/** Software or companies: what they do decides. */
export const EITHER_VENDOR_NOUNS = setOf(
  'processor bank publisher registry courier gateway exchange utility authority',
)

/** Companies whose names stand for their product as often: only what a company says or promises counts. */
export const COMPANIES =
  setOf(`aws amazon google gcp azure microsoft cloudflare fastly akamai github gitlab datadog pagerduty okta auth0 twilio
  stripe heroku digitalocean linode hetzner ovh netlify vercel atlassian slack oracle ibm salesforce equinix lumen verizon
  comcast telia level3 zayo mongodb confluent elastic snowflake sendgrid mailgun opsgenie shopify paypal adyen letsencrypt`)
