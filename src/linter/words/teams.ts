/** Nouns and names that stand for teams, departments, vendors. */
import { nouns, setOf } from './list.ts'

export const TEAM_NOUNS = nouns(
  'chapter crew department desk devops directorate division guild headquarters helpdesk leadership ' +
    'management office qa squad subsidiary team tribe',
)

/** Behind another noun they are a team: “the storage people”. */
export const PEOPLE_OF = setOf('bunch folks guys lot people side')

/** A group is people when it does what people do: an `auto scaling group` is not. */
export const EITHER_TEAM_NOUNS = setOf(
  'board branch center centre committee depot group+ kitchen lab operations ops org organisation ' +
    'organization plant shift support unit ward',
)

/** Departments named bare, as the subject: “Ops ignored the request”. */
export const BARE_TEAMS = setOf(
  'accounting backend catering compliance datacenter development devops dispatch editorial engineering ' +
    'facilities finance frontend helpdesk housekeeping hr infosec infra infrastructure it leadership legal ' +
    'logistics management marketing merchandising netops networking noc operations ops platform procurement ' +
    'product purchasing qa reception recruiting sales secops security soc sre support sysops treasury',
)

/** Departments that share their name with what they look after: what they did decides. */
export const EITHER_DEPARTMENTS = setOf(
  'analytics billing checkout content hardware identity networking networks payments platform search ' +
    'storage',
)

/** The last word of a department’s or a company’s name: “Customer Care”, “Data science”, “Nordhaven Hosting”. */
export const DEPARTMENT_WORDS: ReadonlySet<string> = new Set([
  ...BARE_TEAMS,
  ...EITHER_DEPARTMENTS,
  ...setOf(
    'admin administration banking care data delivery desk experience foundations science services success systems',
  ),
])
export const COMPANY_WORDS = setOf(
  'analytics api bank broadband cdn cloud communications corp data digital dns energy fiber fibre gateway ' +
    'gmbh group hosting inc internet isp labs llc logistics ltd mail media networks pay payments software ' +
    'solutions systems technologies telecom',
)

/** How invented company names look; given names do not. */
export const COMPANY_SHAPE =
  /(?:soft|tech|cloud|pipe|stack|link|labs?|host|wave|works|ware|base|hub|grid|ify|ix|systems|data|mail|fib(?:re|er)|tel(?:ecom)?|com|bank|force|path|vault|loop|desk|shift|metrics|logic|scale|forge|pay|net|wire|bridge|stream)$/

export const VENDOR_NOUNS = nouns(
  'acquirer agency carrier company consultancy firm hoster insurer integrator isp issuer landlord ' +
    'manufacturer outsourcer partner provider registrar reseller sponsor subcontractor supplier telco ' +
    'third-party vendor',
)

/** Software or companies: what they do decides. */
export const EITHER_VENDOR_NOUNS = setOf(
  'authority bank courier exchange gateway processor publisher registry utility',
)

/** Companies whose names stand for their product as often: only what a company says or promises counts. */
export const COMPANIES = setOf(
  'akamai amazon aws azure cloudflare comcast datadog elastic fastly gcp github gitlab google heroku ' +
    'hetzner lumen microsoft mongodb okta oracle pagerduty paypal shopify slack snowflake stripe telia twilio ' +
    'verizon',
)
