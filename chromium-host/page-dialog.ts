export interface FormField {
  readonly label: string
  readonly value: string
  readonly multiline: boolean
  readonly hint: string
}
export interface FormOptions {
  readonly title: string
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
  readonly defaultId: number
  readonly cancelId: number
  readonly field: FormField | null
  readonly checkbox: { label: string; checked: boolean } | null
}
export interface FormAnswer {
  readonly button: number
  readonly text: string
  readonly checked: boolean
}

/** A dialog inside the page, where the desktop offers none. Self-contained: it is run in the page. */
export function showForm(options: FormOptions): Promise<FormAnswer> {
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, text = ''): HTMLElementTagNameMap[K] => {
    const element = document.createElement(tag)
    element.textContent = text
    return element
  }
  const dialog = make('dialog')
  dialog.setAttribute('aria-label', options.title || options.message)
  dialog.dataset['chromiumHost'] = 'dialog'
  Object.assign(dialog.style, {
    font: '14px system-ui, sans-serif', padding: '20px', width: 'min(560px, 90vw)', border: '1px solid GrayText',
    borderRadius: '8px', color: 'CanvasText', background: 'Canvas', margin: 'auto',
  })
  const form = make('form')
  form.method = 'dialog'
  if (options.title !== '') form.append(Object.assign(make('h2', options.title), { style: 'font-size:16px;margin:0 0 8px' }))
  const lines: Node[] = []
  for (const text of [options.message, options.detail]) if (text !== '') lines.push(make('p', text))
  form.append(...lines)
  let input: HTMLInputElement | HTMLTextAreaElement | null = null
  if (options.field !== null) {
    const label = make('label', options.field.label)
    input = options.field.multiline ? make('textarea') : make('input')
    input.value = options.field.value
    Object.assign(input.style, { display: 'block', width: '100%', boxSizing: 'border-box', marginTop: '4px', font: 'inherit' })
    label.append(input)
    form.append(label, make('p', options.field.hint))
  }
  const box = make('input')
  if (options.checkbox !== null) {
    box.type = 'checkbox'
    box.checked = options.checkbox.checked
    const label = make('label')
    label.append(box, ` ${options.checkbox.label}`)
    form.append(label)
  }
  const row = make('p')
  Object.assign(row.style, { display: 'flex', gap: '8px', justifyContent: 'flex-end', margin: '16px 0 0' })
  let button = options.cancelId
  options.buttons.forEach((text, index) => {
    const element = make('button', text)
    element.type = index === options.defaultId ? 'submit' : 'button'
    element.addEventListener('click', (event) => {
      event.preventDefault()
      button = index
      dialog.close()
    })
    if (index === options.defaultId && input === null) element.autofocus = true
    row.append(element)
  })
  form.append(row)
  dialog.append(form)
  // The app's own keys stay out of it.
  dialog.addEventListener('keydown', (event) => event.stopPropagation())
  document.documentElement.append(dialog)
  dialog.showModal()
  input?.focus()
  input?.select()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve({ button, text: input?.value ?? '', checked: box.checked })
    })
  })
}
