/** Turns of phrase that lay a lapse at somebody's door. */
import { phraseBook } from '../text/match.ts'

/** Only people do these, whatever they are called. The first word is the verb. */
export const LAPSE_IDIOMS = phraseBook(`
~drop the ball
~cut corners
~take shortcuts
~take a shortcut
~jump the gun
~pull the trigger
~turn a blind eye
~turn a deaf ear
~look the other way
~look away
~stand|~sit idly|back
~sit on
~sleep through
~sleep on
~fall asleep
~doze off
~nod off
~brush|~shrug|~blow off|aside
~wave it|this|them|that through
~wave the|a change|request|diff|release|plan|pr|ticket|review through
~sweep it|this|that under
~lose the plot
~lose track|sight of
~lose interest
~take his|her|their|its eye|eyes off
~mess|~screw|~muck|~cock|~foul|~slip|~goof|~ball|~fluff up
~make a|an mess|hash|pig's
~make a complete|total|real mess|hash
~half-ass|~wing|~yolo|~jerry-rig|yolo'd
~rush it|the|through|out|a|into|this|that
~drag its|their|his|her feet|heels
~drag feet|heels
~pass the buck
~point fingers
~keep|~leave us|everyone|everybody|me|customers|others in|out
~keep it|this|that to
~keep quiet|silent|mum
~go back on
~give us|me the runaround
~stonewall
~string us|me along
~go rogue|awol
~go back to bed
~wander off
~walk away
~panic
~skim
~eyeball
~rubber-stamp
~sign off on|without
~slack off
~cheat
~lie to|about
~ignore our|us
~brush|~blow|~fob|~shrug us|it|them|him|her|me|this|that off
~nuke
~fiddle|~tinker|~meddle with
~yank
~let us|everyone|customers|everybody down
did|does nothing about|for|to|at
did not lift a
did|does no such
~know better
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
~leave out
never|not owned up
did not pull|play|listen
wrongly|falsely|blindly|naively|foolishly assumed|trusted|believed|thought
~get the|his|her|their order|numbers|steps|regions|hosts|command|flags|arguments
~get it|this|them wrong|backwards
~drop our|the|my ticket|tickets|request on
~move the goalposts
did|does not understand what he|she|they
~deny any|it|that|everything|responsibility
~hide … from us
~tell none of
do|does not understand how|what|that
~pretend to
~walk past
~lose his|her|their head|heads|nerve
~argue with|about|for
~waste … chasing|arguing|waiting|on
~keep|keep sending|treating|asking|blaming|missing|breaking
does|do not care
would|will not lend|help|listen|answer|cooperate|move
stubbornly
~turn up … late|later|without
~leave us|me to|with|without|guessing|hanging
~pull … from under
~wave … through
~insist on|upon
~keep changing|moving|ignoring|postponing|asking|pushing
~throw … over
~take no action|notice|care
~take … longer than
~break|~breach its|their|the contract|agreement|sla|commitment|commitments
~pay no attention|heed
was|were no help
was|were of no help
never got back
~merge|~push|~ship|~deploy … and left
should be ashamed
did not understand the consequences|implications|risk|risks|impact
did not have the decency
~get the|a|our|his|her|their … wrong|backwards|confused
~mix up
~bork|~botch|~bungle|~fumble|~flub|~butcher|~mangle|~bodge|~fluff|~muff
~break its|their|his|her promise|promises|word
~drop a breaking
~keep|~leave the|our|other|all|his|her|every … dark|loop|lurch
~pull the rug|plug
~tell nobody|no-one|noone
~tell no one
~give us|anyone|anybody no
never gave|looped|let
had|has no idea|business
use their|his|her brains|brain|head|heads
~go off without
`)

/** Software does these as well: they count where the doer is known for people. */
export const DEED_IDIOMS = phraseBook(`
~make things|it|this|matters worse|harder
~stand by and
~hide the|this|that|it
~hog
~let it|that|this|them slide|slip|lapse|expire|rot
~let slip
~force-push
~leave … enabled|open|unlocked|unattended|on|running
~hammer|~flood|~starve|~saturate|~bombard our|the
~change|~swap|~move|~drop|~remove|~alter the|our … behind|without
~leave the|a|his|her|our|their|its … open|unlocked|unattended|undocumented|unfinished|broken|exposed|enabled|unprotected|running|hanging|undone|half-done
~let the|a|an|our|his|her|their|its … lapse|expire|slip|slide|rot|through
~make the|this|our|things|it … worse|longer|harder|slower
~drag out
~prolong the|this|our
~fail us|our
`)
