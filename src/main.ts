/** Where the program starts: takes the command off the arguments and runs it. */
import { serve } from './main/serve.ts'

const [command, ...rest] = process.argv.slice(2)
process.exitCode = await (command === 'serve' ? serve(rest) : serve(process.argv.slice(2)))
