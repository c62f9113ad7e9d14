/** Starts the page. */
import { render } from 'preact'
import { App } from './app.tsx'
import './tokens.css'
import './fonts.css'
import './base.css'

const root = document.getElementById('app')
if (root === null) throw new Error('index.html has no #app')
render(<App />, root)
