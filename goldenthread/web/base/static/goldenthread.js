// GOV.UK Frontend's own behaviour and nothing else. Every page works without it.
import { initAll } from './govuk/govuk-frontend.min.js'

initAll()
