/** Turns of phrase that lay a lapse at somebody's door. */
import { phraseBook } from '../text/match.ts'

/** Only people do these, whatever they are called. The first word is the verb. */
export const LAPSE_IDIOMS = phraseBook(`
are|is|was|were asleep at
are|is|was|were clueless|incompetent
are|is|was|were nowhere to
are|is|was|were out of her|his|its|their depth
are|is|was|were too busy|careless|impatient|lazy|proud|stubborn
barely|hardly knew|knows
blindly|falsely|foolishly|naively|wrongly assumed|believed|thought|trusted
can not be relied|trusted
can|could not be bothered
did not listen|play|pull
did not understand the consequences|impact|implications|risk|risks
did|does not have a|any clue|idea
did|does not know better|what
did|does not understand what he|she|they
did|does nothing about|at|for|to
do|does not care
do|does not understand how|that|what
had|has no business|clue|idea|regard|respect
had|has|have a bad|… habit
never gave|let|looped
never got back
never|not owned up
not have the courtesy|decency
stubbornly
too busy|careless|impatient|lazy|proud|stubborn to
use her|his|their brain|brains|head|heads
will|would not answer|cooperate|help|lend|listen|move
~act in breach|violation
~argue about|for|with
~ball|~cock|~fluff|~foul|~goof|~mess|~muck|~screw|~slip up
~blow|~brush|~fob|~shrug her|him|it|me|that|them|this|us off
~blow|~brush|~shrug|~wave aside|off
~bodge|~bork|~botch|~bungle|~butcher|~flub|~fluff|~fumble|~mangle|~muff
~breach|~break its|the|their agreement|commitment|commitments|contract|sla
~break her|his|its|their promise|promises|word
~cut corners
~deny any|everything|it|responsibility|that
~deploy|~merge|~push|~ship … and left
~drag her|his|its|their feet|heels
~drop a breaking
~drop my|our|the request|ticket|tickets on
~drop the ball
~eyeball
~fall asleep
~fiddle|~meddle|~tinker with
~get a|her|his|our|the|their … backwards|confused|wrong
~get it|them|this backwards|wrong
~give anybody|anyone|us no
~give me|us the runaround
~go back on
~go back|straight … bed
~hide … from us
~ignore our|us
~insist on|upon
~jump the gun
~keep changing|ignoring|moving|postponing|pushing
~keep it|that|this to
~keep mum|quiet|silent
~keep … to herself|himself|itself|themselves
~keep asking|blaming|breaking|missing|sending|treating
~keep|~leave customers|everybody|everyone|me|others|us in|out
~know better
~leave me|us guessing|hanging|to|with|without
~leave out
~let customers|everybody|everyone|us down
~lie about|to
~look the other way
~lose her|his|their head|heads|nerve
~lose sight|track of
~lose the plot
~make a|an hash|mess|pig
~mix up
~nuke
~panic
~pass the buck
~pay no attention|heed
~pin it|that|this on
~point fingers
~pretend to
~pull the plug|rug
~pull the trigger
~pull … from under
~rubber-stamp
~rush a|into|it|out|that|the|this|through
~say nothing
~sign off on|without
~sit on
~sit|~stand around|back|idly|there
~skim
~sleep on
~sleep through
~stonewall
~sweep it|that|this under
~take a shortcut
~take her|his|its|their eye|eyes off
~take no action|care|notice|ownership|responsibility
~take shortcuts
~take … longer than
~tell no one
~tell no-one|nobody|noone
~tell none of
~turn a blind eye
~turn up … late|later|without
~walk away
~walk past
~wander off
~waste … arguing|chasing|on|waiting
~wave … through
~yank
`)

/** Software does these as well: they count where the doer is known for people. */
export const DEED_IDIOMS = phraseBook(`
~alter|~change|~drop|~move|~remove|~swap our|the … behind|without
~bombard|~flood|~hammer|~saturate|~starve our|the
~drag out
~fail our|us
~force-push
~hide it|that|the|this
~leave a|her|his|its|our|the|their … broken|enabled|exposed|half-done|hanging|open|running|unattended|undocumented|undone|unfinished|unlocked|unprotected
~leave … enabled|on|open|running|unattended|unlocked
~let a|an|her|his|its|our|the|their … expire|lapse|rot|slide|slip|through
~let it|that|them|this expire|lapse|rot|slide|slip
~make it|matters|things|this harder|worse
~make it|our|the|things|this … harder|longer|slower|worse
~prolong our|the|this
~stand by and
`)
