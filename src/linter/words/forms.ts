/** Forms of English verbs: base form of a past or present, past, participle, third person, form in -ing. */

/** Base, past, and participle where that differs; verbs whose forms spelling does not give away. */
const IRREGULAR = new Map(
  (
    'be was been,become became,begin began begun,blow blew blown,break broke broken,bring brought,build built,' +
    'buy bought,catch caught,choose chose chosen,come came,cut,deal dealt,dig dug,do did done,draw drew drawn,' +
    'drive drove driven,fall fell fallen,feed fed,feel felt,find found,foresee foresaw foreseen,' +
    'forget forgot forgotten,get got,give gave given,go went gone,grow grew grown,hang hung,have had,' +
    'hear heard,hide hid hidden,hit,hold held,hurt,keep kept,know knew known,lay laid,lead led,leave left,let,' +
    'lose lost,make made,mean meant,meet met,mislay mislaid,mislead misled,misread,' +
    'misunderstand misunderstood,override overrode overridden,oversleep overslept,' +
    'overwrite overwrote overwritten,pay paid,proofread,put,quit,read,rebuild rebuilt,redo redid redone,' +
    'rerun reran rerun,resend resent,reset,rethink rethought,rewrite rewrote rewritten,rise rose risen,' +
    'run ran run,say said,see saw seen,seek sought,send sent,set,shoot shot,show showed shown,' +
    'shrink shrank shrunk,shut,sit sat,sleep slept,slide slid,speak spoke spoken,spend spent,split,spread,' +
    'stand stood,stick stuck,strike struck,string strung,sweep swept,take took taken,teach taught,tell told,' +
    'think thought,throw threw thrown,understand understood,undo undid undone,wake woke,' +
    'withdraw withdrew withdrawn,withhold withheld,write wrote written'
  )
    .split(',')
    .map((line) => {
      const [base = '', past = base, participle = past] = line.split(' ')
      return [base, [past, participle]]
    }),
)

/** Base forms by irregular pasts and participles, and by all forms of the verbs that lists hold. */
const BASES = new Map([...IRREGULAR].flatMap(([base, forms]) => forms.map((form) => [form, base])))

/** Pasts and participles that spelling does not give away. */
export const IRREGULAR_FORMS: ReadonlySet<string> = new Set(BASES.keys())

/** Verbs that double their last letter: `stop`, `unplug`, and some longer ones. */
const DOUBLING =
  /^(?:forget|commit|begin|submit|admit|omit|defer|format)$|^(?:un|re|over)?[^aeiou]+[aeiou][^aeiouwxy]$/

/** Base form of a verb's other forms: listed verbs by their forms, others as far as spelling shows it; else the word itself. */
export function baseOf(form: string): string {
  const known = BASES.get(form)
  if (known !== undefined) return known
  if (form.endsWith('ied')) return `${form.slice(0, -3)}y`
  if (/[^e]ed$/.test(form)) return withoutEnding(form.slice(0, -2))
  if (form.endsWith('ing') && form.length > 5) return withoutEnding(form.slice(0, -3))
  return form
}

/** Stems of verbs that end in -e: `notic`, `creat`, `rout`; not `treat`, `edit`, `monitor`. */
const ENDS_IN_E =
  /(?:[bcdfgkpt]l|[^aeiou][aeiou][sz]|[aeiou][cgvz]|[ns]c|[dlnr]g|rs|ns|[aeo]us|[^aeio]u|[^eo]at|creat|[^ao]ut|rout|rv|lv|iv|[cnrv]it|ibr|uir|igur|yp|par|[^a]ir|[cgln]or|stor|anag|[bflmtn]in|agin|[^o]ot|[^o]id|eas|is)$/

/** `checked` → `check`, `used` → `use`, `stopped` → `stop`. */
function withoutEnding(stem: string): string {
  const last = stem.at(-1) ?? ''
  if (last === stem.at(-2) && !'lsze'.includes(last)) return stem.slice(0, -1)
  return ENDS_IN_E.test(stem) && !/(?:panic|format|profit)$/.test(stem) ? `${stem}e` : stem
}

/** A verb before `-ed` and `-ing`: `notice` → `notic`, `run` → `runn`. */
function stemOf(base: string): string {
  if (DOUBLING.test(base)) return `${base}${base.at(-1) ?? ''}`
  if (base.endsWith('ic')) return `${base}k`
  return base.endsWith('e') && !/[eoy]e$/.test(base) ? base.slice(0, -1) : base
}

/** `notice` → `noticing`, `run` → `running`, `lie` → `lying`. */
export const gerundOf = (base: string): string =>
  base === 'be' ? 'being' : base.endsWith('ie') ? `${base.slice(0, -2)}ying` : `${stemOf(base)}ing`

/** `check` → `checks`, `miss` → `misses`, `rely` → `relies`. */
function thirdOf(base: string): string {
  if (base === 'have') return 'has'
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  return `${base}${/(?:[sxzo]|[cs]h)$/.test(base) ? 'es' : 's'}`
}

/** `drop` → `dropped`, `rely` → `relied`, `free` → `freed`. */
const regularPastOf = (base: string): string =>
  /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : base.endsWith('e') ? `${base}d` : `${stemOf(base)}ed`

/** Every form of a verb: base, past, participle, third person, -ing, and `labelled` beside `labeled`. */
export function formsOf(base: string): readonly string[] {
  const forms = [...(IRREGULAR.get(base) ?? [regularPastOf(base)]), thirdOf(base), gerundOf(base)]
  if (/[^aeiou][ae]l$/.test(base)) forms.push(`${base}led`, `${base}ling`)
  for (const form of forms) if (!BASES.has(form)) BASES.set(form, base)
  return [base, ...forms]
}

/** Base forms by past and third person. */
export const byFiniteForm = (bases: string): ReadonlyMap<string, string> =>
  new Map(
    bases
      .split(' ')
      .flatMap((base) =>
        [IRREGULAR.get(base)?.[0] ?? regularPastOf(base), thirdOf(base)].map((form) => [form, base] as const),
      ),
  )

/** Base forms by all their other forms. */
export const byForm = (bases: string): ReadonlyMap<string, string> =>
  new Map(
    bases.split(/\s+/).flatMap((base) =>
      formsOf(base)
        .slice(1)
        .map((form) => [form, base] as const),
    ),
  )
