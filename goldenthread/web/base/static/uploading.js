// Shows what was chosen and how far an upload is. Without it the form is sent as any form is, and nothing is lost.
import { initAll } from './govuk/govuk-frontend.min.js'

const MEGABYTE = 1024 * 1024

class Upload {
  constructor (form) {
    this.form = form
    this.files = form.querySelector('input[type=file]')
    this.chosen = form.querySelector('[data-chosen]')
    this.progress = form.querySelector('[data-progress]')
    this.bar = form.querySelector('progress')
    this.shown = form.querySelector('[data-shown]')
    this.spoken = form.querySelector('[data-spoken]')
    this.files.addEventListener('change', () => this.list())
    form.addEventListener('submit', event => this.send(event))
    form.querySelector('[data-stop]').addEventListener('click', () => this.request.abort())
    this.list() // of what was chosen before this was here, or came back with the page
  }

  list () {
    this.chosen.replaceChildren(...Array.from(this.files.files, file => {
      const line = document.createElement('li')
      line.textContent = `${file.name} (${sized(file.size)})`
      return line
    }))
    this.chosen.hidden = this.files.files.length < 2 // the field itself names one
  }

  send (event) {
    if (!this.files.files.length) return // the page that comes back says what is missing
    event.preventDefault()
    this.request = new XMLHttpRequest()
    this.request.upload.addEventListener('progress', far => this.tell(far))
    this.request.addEventListener('load', () => this.arrived())
    this.request.addEventListener('error', () => this.rest('The connection was lost, and nothing was sent. Try again.'))
    this.request.addEventListener('abort', () => this.rest('Stopped. Nothing was sent.'))
    this.request.open('POST', this.form.action)
    this.request.send(new FormData(this.form))
    this.busy(true)
    this.say('Uploading')
  }

  // Only quarters are spoken, so that nobody who listens is talked to without end.
  tell (far) {
    const share = far.total ? Math.floor(100 * far.loaded / far.total) : 0
    this.bar.value = share
    if (share === 100) return this.say('Everything has arrived. One moment')
    this.shown.textContent = `Uploading: ${share}% of ${sized(far.total)}`
    const quarter = `Uploading: ${share - share % 25}%`
    if (this.spoken.textContent !== quarter) this.spoken.textContent = quarter
  }

  say (what) {
    this.shown.textContent = what
    this.spoken.textContent = what
  }

  // A form that is right leads elsewhere; one that is not comes back, saying what is wrong.
  arrived () {
    const { responseURL, responseText } = this.request
    if (responseURL && responseURL !== this.form.action) return location.assign(responseURL)
    const page = new DOMParser().parseFromString(responseText, 'text/html')
    const main = page.querySelector('main')
    if (!main) return this.rest('The site did not answer as it should. Try again in a few minutes.')
    document.title = page.title
    document.querySelector('main').replaceWith(main)
    initAll({ scope: main })
    watch()
  }

  rest (why) {
    this.busy(false)
    this.say(why)
  }

  busy (sending) {
    this.progress.hidden = !sending
    this.form.querySelectorAll('button[type=submit]').forEach(button => { button.disabled = sending })
    if (sending) this.bar.value = 0
  }
}

function sized (bytes) {
  return bytes < MEGABYTE ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MEGABYTE).toFixed(1)} MB`
}

function watch () {
  const form = document.querySelector('form[data-upload]')
  if (form) new Upload(form)
}

watch()
