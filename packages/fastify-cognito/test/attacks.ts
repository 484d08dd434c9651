/** What a page of another origin may try on a service, as scripts of that page. */
export interface Attack {
  name: string
  /** `target` is the origin of the service, `home` that of the page. */
  script: (target: string, home: string) => string
  /** What it is to the service. */
  asks: string
  /** The page gives way to the answer. */
  leaves?: true
  /** Of another page, the browser asks whether it may, and keeps it back. */
  isKeptBack?: true
  /** What the same gets of the service from its own page: something else than a refusal for where it comes from. */
  own: number
  /** It travels without cookies, whatever the site. */
  isBare?: true
  /** It says `Origin: null`, so that from the own page only `Sec-Fetch-Site` makes up for it. */
  isNameless?: true
}

const eve = { username: 'eve', password: 'Correct-horse-1', method: 'password' }

/** Text that is JSON once a form has put `=` between name and value. */
const jsonField: readonly [string, string] = [
  JSON.stringify({ ...eve, prefer: '' }).slice(0, -2),
  '"}',
]

const run = (body: string): string => `(async () => {${body}})()`

const form = ({
  action,
  method = 'post',
  enctype = 'application/x-www-form-urlencoded',
  field = ['item', 'book'],
}: {
  action: string
  method?: string
  enctype?: string
  field?: readonly [string, string]
}) => `
  const form = document.createElement('form')
  Object.assign(form, ${JSON.stringify({ method, enctype, action })})
  const input = document.createElement('input')
  Object.assign(input, ${JSON.stringify({ type: 'hidden', name: field[0], value: field[1] })})
  form.append(input)
  document.body.append(form)`

const submit = '\n  form.submit()'
const submitInFrame = `
  const frame = document.createElement('iframe')
  frame.name = 'frame'
  document.body.append(frame)
  form.target = 'frame'
  form.submit()`

const html = (text: string): string => JSON.stringify(text.replaceAll('"', "'"))

const fetching = (path: string, options: object) => (target: string) =>
  run(
    `await fetch(${JSON.stringify(target + path)}, ${JSON.stringify({ credentials: 'include', ...options })}).catch(() => undefined)`,
  )

const showing = (tag: string, attribute: string, path: string) => (target: string) =>
  run(`
  const shown = document.createElement(${JSON.stringify(tag)})
  shown[${JSON.stringify(attribute)}] = ${JSON.stringify(target + path)}
  document.body.append(shown)`)

const json = { 'content-type': 'application/json' }
const text = { 'content-type': 'text/plain' }

export const attacks: readonly Attack[] = [
  {
    name: 'a form',
    script: (target) => run(form({ action: `${target}/orders` }) + submit),
    asks: 'POST /orders',
    leaves: true,
    own: 200,
  },
  {
    name: 'a form in a frame',
    script: (target) => run(form({ action: `${target}/orders` }) + submitInFrame),
    asks: 'POST /orders',
    own: 200,
  },
  {
    name: 'a form with files',
    script: (target) =>
      run(form({ action: `${target}/orders`, enctype: 'multipart/form-data' }) + submit),
    asks: 'POST /orders',
    leaves: true,
    own: 200,
  },
  {
    name: 'a form that names no page',
    script: (target) =>
      run(
        `${form({ action: `${target}/orders` })}
  const meta = document.createElement('meta')
  Object.assign(meta, { name: 'referrer', content: 'no-referrer' })
  document.head.append(meta)${submit}`,
      ),
    asks: 'POST /orders',
    leaves: true,
    own: 200,
    isNameless: true,
  },
  {
    name: 'a form of a page without an origin',
    script: (target) =>
      run(`
  const frame = document.createElement('iframe')
  frame.sandbox = 'allow-scripts allow-forms'
  frame.srcdoc = ${html(`<form method=post action=${target}/orders></form><script>document.forms[0].submit()</script>`)}
  document.body.append(frame)`),
    asks: 'POST /orders',
    own: 401,
    isBare: true,
  },
  {
    name: 'a form that is sent on',
    script: (target, home) =>
      run(form({ action: `${home}/bounce?to=${encodeURIComponent(`${target}/orders`)}` }) + submit),
    asks: 'POST /orders',
    leaves: true,
    own: 200,
  },
  {
    name: 'a form that signs out',
    script: (target) => run(form({ action: `${target}/auth/sign-out` }) + submit),
    asks: 'POST /auth/sign-out',
    leaves: true,
    own: 415,
  },
  {
    name: 'a form of text that signs somebody else in',
    script: (target) =>
      run(
        form({ action: `${target}/auth/sign-in`, enctype: 'text/plain', field: jsonField }) +
          submit,
      ),
    asks: 'POST /auth/sign-in',
    leaves: true,
    own: 415,
  },
  {
    name: 'a simple request',
    script: fetching('/orders', { method: 'POST', mode: 'no-cors', body: 'item=book' }),
    asks: 'POST /orders',
    own: 200,
  },
  {
    name: 'a simple request whose answer would be read',
    script: fetching('/auth/sign-out/everywhere', { method: 'POST' }),
    asks: 'POST /auth/sign-out/everywhere',
    own: 204,
  },
  {
    name: 'a simple request that signs somebody else in',
    script: fetching('/auth/sign-in', {
      method: 'POST',
      mode: 'no-cors',
      headers: text,
      body: JSON.stringify(eve),
    }),
    asks: 'POST /auth/sign-in',
    own: 415,
  },
  {
    name: 'a request with JSON that signs somebody else in',
    script: fetching('/auth/sign-in', {
      method: 'POST',
      headers: json,
      body: JSON.stringify(eve),
    }),
    asks: 'POST /auth/sign-in',
    isKeptBack: true,
    own: 200,
  },
  {
    name: 'a request with JSON',
    script: fetching('/auth/me', {
      method: 'PATCH',
      headers: json,
      body: JSON.stringify({ attributes: { name: 'Eve' } }),
    }),
    asks: 'PATCH /auth/me',
    isKeptBack: true,
    own: 200,
  },
  {
    name: 'a request of another method',
    script: fetching('/orders', { method: 'DELETE' }),
    asks: 'DELETE /orders',
    isKeptBack: true,
    own: 200,
  },
  {
    name: 'a beacon',
    script: (target) => run(`navigator.sendBeacon(${JSON.stringify(`${target}/auth/sign-out`)})`),
    asks: 'POST /auth/sign-out',
    own: 204,
  },
  {
    name: 'a beacon with text',
    script: (target) => run(`navigator.sendBeacon(${JSON.stringify(`${target}/orders`)}, 'book')`),
    asks: 'POST /orders',
    own: 200,
  },
  {
    name: 'a link',
    script: (target) => run(`location.href = ${JSON.stringify(`${target}/auth/sign-out`)}`),
    asks: 'GET /auth/sign-out',
    leaves: true,
    own: 405,
  },
  {
    name: 'a form that gets',
    script: (target) => run(form({ action: `${target}/orders`, method: 'get' }) + submit),
    asks: 'GET /orders',
    leaves: true,
    own: 200,
  },
  {
    name: 'a frame',
    script: showing('iframe', 'src', '/auth/sign-out'),
    asks: 'GET /auth/sign-out',
    own: 405,
  },
  {
    name: 'an image',
    script: showing('img', 'src', '/auth/sign-out/everywhere'),
    asks: 'GET /auth/sign-out/everywhere',
    own: 405,
  },
  {
    name: 'a script',
    script: showing('script', 'src', '/auth/me'),
    asks: 'GET /auth/me',
    own: 200,
  },
]
