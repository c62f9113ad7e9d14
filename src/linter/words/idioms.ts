/** Turns of phrase that lay a lapse at somebody's door. */
import { phraseBook } from '../text/match.ts'

/** Only people do these, whatever they are called. The first word is the verb. */
export const LAPSE_IDIOMS = phraseBook(`
dropped|drops|dropping the ball
cut|cuts|cutting corners
took|takes|taking a shortcut|shortcuts
took|takes shortcuts
jumped|jumps|jumping the gun
pulled|pulls the trigger
turned|turns|turning a blind eye
turned|turns a deaf ear
looked|looks|looking the other way
looked|looks|looking away
stood|stands|sat|sits idly|back
sat|sits|sitting on
slept|sleeps|sleeping through
slept on
fell|falls asleep
dozed off
nodded off
brushed|brushes|brushing off|aside
shrugged|shrugs|shrugging off
shrugged|shrugs it|this|that off
waved|waves|waving it|this|them|that through
waved the|a change|request|diff|release|plan|pr|ticket|review through
swept|sweeps it|this|that under
lost|loses the plot
lost|loses track|sight of
lost|loses interest
took|takes|taking his|her|their|its eye|eyes off
messed|screwed|mucked|cocked|fouled|slipped|goofed|balled|fluffed up
messes|screws|mucks up
made|makes a|an mess|hash|pig's
made|makes a complete|total|real mess|hash
jerry-rigged|half-assed|winged|yolo'd|yoloed
rushed|rushes|rushing it|the|through|out|a|into|this|that
dragged|drags its|their|his|her feet|heels
dragged|drags feet|heels
passed|passes|passing the buck
pointed|points fingers
kept|keeps|left|leaves|leaving us|everyone|everybody|me|customers|others in|out
kept|keeps it|this|that to
kept|keeps|keeping quiet|silent|mum
gave|gives us|me the runaround
fobbed|fobs us|me|them off
stonewalled|stonewalls
strung|strings us|me along
went|goes|going rogue|awol
went|goes back to bed
wandered|wanders off
walked|walks away
panicked
skimmed|skims|skimming
eyeballed
rubber-stamped|rubber-stamps|rubber-stamping
signed off on|without
slacked|slacks off
cheated
lied|lies to|about
went|goes back on
ignored|ignores|ignoring our|us
brushed|blew|blows us|it|them|him|her off
blew|blows off
nuked|nukes|nuking
fiddled|fiddles|fiddling|tinkered|tinkers|tinkering|meddled with
yanked|yanks
let|lets|letting us|everyone|customers|everybody down
did|does nothing about|for|to|at
did not lift a
did|does no such
knew|knows better
had|has no clue|idea
had|has not a clue
had|has neither|no business
had|has better things
barely|hardly knows|knew
did|does not know what|better
did|does not have a|any clue|idea
could|can not be bothered
could|can not care less
cannot be trusted|bothered|relied
can not be trusted|relied
was|were|is|are out of his|her|their|its depth
was|were|is|are in over
was|were|is|are asleep at
was|were|is|are too lazy|proud|stubborn|careless|impatient|busy
was|were|is|are clueless|incompetent
was|were|is|are nowhere to
left|leaves out
never|not owned up
did not pull|play|listen
wrongly|falsely|blindly|naively|foolishly assumed|trusted|believed|thought
got|gets the|his|her|their order|numbers|steps|regions|hosts|command|flags|arguments
got|gets it|this|them wrong|backwards
dropped|drops our|the|my ticket|tickets|request on
moved|moves the goalposts
did|does not understand what he|she|they
denied|denies any|it|that|everything|responsibility
hid|hidden|hides … from us
told|tells none of
do|does not understand how|what|that
pretended|pretends to
walked|walks past
lost|loses his|her|their head|heads|nerve
argued|argues with|about|for
wasted|wastes … chasing|arguing|waiting|on
kept|keeps|keep sending|treating|asking|blaming|missing|breaking
went|goes|gone back on
kept quiet|silent
does|do not care
would|will not lend|help|listen|answer|cooperate|move
stubbornly
turned|turns up … late|later|without
left|leaves us|me to|with|without|guessing|hanging
pulled|pulls … from under
waved|waves|waving … through
insisted|insists|insisting on|upon
kept|keeps changing|moving|ignoring|postponing|asking|pushing
threw|throws … over
took|takes no action|notice|care
took|takes … longer than
broke|breaks|breaching its|their|the contract|agreement|sla|commitment|commitments
paid no attention|heed
was|were no help
was|were of no help
never got back
merged|pushed|shipped|deployed … and left
should be ashamed
did not understand the consequences|implications|risk|risks|impact
did not have the decency
got|gets the|a|our|his|her|their … wrong|backwards|confused
mixed|mixes up
borked|botched|botches|botching|bungled|bungles|fumbled|flubbed|butchered|mangled|bodged|fluffed|muffed
broke|breaks|breaking its|their|his|her promise|promises|word
dropped|drops a breaking
kept|keeps|left|leaves the|our|other|all|his|her|every … dark|loop|lurch
pulled|pulls the rug|plug
told|tells nobody|no-one|noone
told|tells no one
gave|gives us|anyone|anybody no
never gave|looped|let
had|has no idea|business
use their|his|her brains|brain|head|heads
went|goes off without
`)

/** Software does these as well: they count where the doer is known for people. */
export const DEED_IDIOMS = phraseBook(`
made|makes|making things|it|this|matters worse|harder
stood|stands by and
hid|hides the|this|that|it
hogged|hogs
let|lets|letting it|that|this|them slide|slip|lapse|expire|rot
let|lets|letting slip
force-pushed
left|leaves … enabled|open|unlocked|unattended|on|running
hammered|hammers|flooded|floods|starved|starves|saturated|bombarded our|the
changed|changes|swapped|moved|dropped|removed|altered the|our … behind|without
left|leaves the|a|his|her|our|their|its … open|unlocked|unattended|undocumented|unfinished|broken|exposed|enabled|unprotected|running|hanging|undone|half-done
let|lets|letting the|a|an|our|his|her|their|its … lapse|expire|slip|slide|rot|through
made|makes|making the|this|our|things|it … worse|longer|harder|slower
dragged|drags|dragging out
prolonged|prolongs|prolonging the|this|our
failed|fails us|our
`)
