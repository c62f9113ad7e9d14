/** The closed classes of English, and verb forms that spelling does not give away. */
import { setOf } from './list.ts'

export const DETERMINERS = setOf(
  'a all an another any both each either every few her his its many more most my neither no our ' +
    'several some that the their these this those whose your',
)

export const PREPOSITIONS = setOf(
  'about across against along amid among around as at behind besides between beyond by concerning ' +
    'despite during for from in inside into like near of off on onto outside over per regarding than through throughout ' +
    'to toward towards under upon via with within without',
)

export const SUBORDINATORS = setOf(
  'after although because before how if lest once since so that though till unless until when where ' +
    'whereas whereby whether while why',
)

export const RELATIVES = setOf('who which whom that')

export const CONJUNCTIONS = setOf('& and but nor or plus then yet')

export const PRONOUNS = setOf(
  'anybody anyone anything everybody everyone everything he him i it me nobody none nothing one she ' +
    'somebody someone something them they us we you',
)

export const MODALS = setOf('can could may might must ought shall should will would')

export const AUXILIARIES = setOf(
  `am are be been being did do does get gets getting got had has have having is was were`,
)

export const NEGATIONS = setOf('not never')

export const ADVERBS = setOf(
  'afterwards again almost already also always back even ever first hence however instead just later maybe ' +
    'meanwhile now often once only perhaps quite rather somehow sometimes soon still then therefore thus ' +
    'together too twice very well yet',
)

/** Present forms that are seldom nouns. */
export const PRESENTS = setOf(
  'attempts becomes believes breaks exists fails forgets gives goes happens ignores includes keeps ' +
    'makes means misses needs neglects notices overlooks reports says seems sees skips starts takes ' +
    'thinks tries',
)

/** Adjectives that follow their noun or stand before one and end like nouns. */
export const ADJECTIVES = setOf(
  'able available aware bad broken careful careless current due early faulty first full good ' +
    'incompetent inexperienced large last late lazy negligent new only other own previous reckless ' +
    'responsible second sloppy small such third unable unavailable unaware wrong',
)
