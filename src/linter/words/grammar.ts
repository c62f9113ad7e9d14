/** The closed classes of English, and verb forms that spelling does not give away. */
import { setOf } from './list.ts'

export const DETERMINERS =
  setOf(`the a an this that these those my your his her its our their whose no any some each every
  either neither both all another several many few most more`)

export const PREPOSITIONS =
  setOf(`of in on at by for with from to into onto over under about against between among through during
  across within without via per near behind toward towards upon off around along beyond inside outside despite besides amid
  regarding concerning throughout as like than`)

export const SUBORDINATORS =
  setOf(`because that when while if whether unless although though since after before until till where once so
  whereas whereby lest why how`)

export const RELATIVES = setOf('who which whom that')

export const CONJUNCTIONS = setOf('and or but nor then yet plus &')

export const PRONOUNS =
  setOf(`i we you he she it they me us him them this these those someone somebody anyone anybody nobody everyone
  everybody nothing something anything everything none one`)

export const MODALS = setOf('can could may might must shall should will would ought')

export const AUXILIARIES = setOf(
  `is are was were be been being am do does did have has had having get gets got getting`,
)

export const NEGATIONS = setOf('not never')

export const ADVERBS =
  setOf(`also just only even still already again then now ever soon later often always sometimes simply really very too
  quite almost nearly fully well instead first initially twice once back together yet perhaps maybe rather however therefore
  thus hence meanwhile afterwards unfortunately sadly somehow currently previously recently actually apparently`)

/** Pasts that do not end in -ed; participles among them stand in `IRREGULAR_PARTICIPLES` as well. */
export const IRREGULAR_PASTS =
  setOf(`ran run made took gave went came saw knew thought found told said left lost kept held brought bought
  built sent spent began broke chose drove fell felt forgot got grew led let meant met paid put read rose set shut spoke
  stood stuck taught threw understood misunderstood misread wrote wiped shipped became did had was were overlooked cut hit
  sat stood swept strung dug shot blew drew fed fought froze hid hung withdrew oversaw overwrote undid slept woke wore spread split saw caught`)

/** Present forms that are seldom nouns. */
export const PRESENTS =
  setOf(`means shows requires makes takes gives seems appears becomes happens allows contains includes depends exists
  goes comes keeps lets gets says thinks knows needs wants uses tries believes sees starts fails forgets ignores misses skips
  neglects overlooks breaks deploys pushes merges attempts sends encourages decides notices reports applies adds removes reloads reruns wipes
  deletes brushes shrugs fires drops waves unplugs pastes approves`)

/** Adjectives that follow their noun or stand before one and end like nouns. */
export const ADJECTIVES =
  setOf(`responsible available unavailable new old bad good wrong faulty buggy broken late early senior junior
  inexperienced same other own main primary secondary first second third last next previous current former entire whole
  single main only able unable aware unaware due such early recent full high low large small big internal external own
  careful careless negligent reckless sloppy lazy incompetent`)
