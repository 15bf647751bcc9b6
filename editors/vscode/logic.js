// @ts-check
'use strict'

/**
 * What needs no editor: finding the server, shaping what it answers.
 *
 * `Say` translates a text and fills `{0}`, `{1}` …, as `vscode.l10n.t` does.
 *
 * @typedef {(text: string, ...values: (string | number)[]) => string} Say
 * @typedef {{ line: number, character: number }} Position zero-based; characters are UTF-16 units
 * @typedef {{ start: Position, end: Position }} Range end exclusive
 * @typedef {{ kind: 'source' | 'name' | 'wording', value: string }} Reason
 * @typedef {object} RelatedStory
 * @property {string} title
 * @property {string} uri
 * @property {Range} range
 * @property {string} issueTitle
 * @property {string | null} date
 * @property {string | null} section
 * @property {string | null} url
 * @property {number} score
 * @property {string} excerpt
 * @property {Reason[]} reasons
 * @typedef {{ story: { title: string, range: Range }, related: RelatedStory[] }} RelatedStories
 * @typedef {object} Mention
 * @property {string} uri
 * @property {Range} range
 * @property {string | null} date
 * @property {string} story
 * @property {string} text
 * @typedef {object} Mentions
 * @property {string} name
 * @property {string} kind
 * @property {string[]} aliases
 * @property {number} count
 * @property {number} issues
 * @property {string} first
 * @property {string} last
 * @property {Mention[]} mentions
 */

const kinds = /** @type {const} */ (['company', 'model', 'product', 'person', 'organization'])

/** The settings that the server knows: the keys of `.issue-lsp.yaml`, nested ones with their dot. */
const serverSettings = [
  'archive', 'include', 'exclude', 'names', 'rules', 'frontMatter', 'labels', 'outline', 'codeLens',
  'related.limit', 'completion.pinyin', 'completion.minLatin', 'completion.minHan',
]

/**
 * The server: as set, else on PATH, else built in one of the checkouts.
 *
 * @param {object} search
 * @param {string} search.setting
 * @param {string} search.path the environment's PATH
 * @param {string[]} search.checkouts folders that may hold `.build/release`
 * @param {boolean} search.windows
 * @param {(file: string) => boolean} search.isExecutable
 * @returns {{ file: string, origin: 'setting' | 'PATH' | 'checkout' } | undefined}
 */
function findServer({ setting, path, checkouts, windows, isExecutable }) {
  if (setting) {
    return isExecutable(setting) ? { file: setting, origin: 'setting' } : undefined
  }
  const name = windows ? 'issue-lsp.exe' : 'issue-lsp'
  const folders = path.split(windows ? ';' : ':').filter((folder) => folder !== '')
  for (const folder of folders) {
    const file = `${folder}/${name}`
    if (isExecutable(file)) return { file, origin: 'PATH' }
  }
  for (const checkout of checkouts) {
    const file = `${checkout}/.build/release/${name}`
    if (isExecutable(file)) return { file, origin: 'checkout' }
  }
  return undefined
}

/**
 * What the server is told: only what the writer set. A default sent along would win over the file.
 *
 * @param {{ inspect: (key: string) => { [scope: string]: unknown } | undefined, get: (key: string) => unknown }} configuration
 * @returns {{ [key: string]: unknown }}
 */
function settingsForServer(configuration) {
  /** @type {{ [key: string]: any }} */
  const settings = {}
  for (const key of serverSettings) {
    const found = configuration.inspect(key)
    const scopes = [found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue]
    if (scopes.every((value) => value === undefined)) continue
    const [group = key, inner] = key.split('.')
    if (inner === undefined) {
      settings[group] = configuration.get(key)
    } else {
      settings[group] = { ...settings[group], [inner]: configuration.get(key) }
    }
  }
  return settings
}

/**
 * Whether a place lies within a range, its end excluded.
 *
 * @param {Range} range
 * @param {Position} position
 */
function contains({ start, end }, position) {
  const fromStart = position.line - start.line || position.character - start.character
  const fromEnd = position.line - end.line || position.character - end.character
  return fromStart >= 0 && fromEnd < 0
}

/**
 * The reasons in short: the same source first, then names; wording only where there is nothing else.
 *
 * @param {Reason[]} reasons
 * @param {Say} say
 */
function reasonsText(reasons, say) {
  const names = reasons.filter((reason) => reason.kind === 'name').map((reason) => reason.value)
  const strong = reasons.some((reason) => reason.kind === 'source') ? [say('same source'), ...names] : names
  const wording = reasons.filter((reason) => reason.kind === 'wording').map((reason) => reason.value)
  return (strong.length > 0 ? strong : wording).join(say(', '))
}

/**
 * A related story as a row of the view.
 *
 * @param {RelatedStory} story
 * @param {Say} say
 */
function relatedRow(story, say) {
  const reasons = reasonsText(story.reasons, say)
  return {
    label: story.title,
    description: [story.date, reasons].filter(Boolean).join(' · '),
    details: [story.issueTitle, story.section].filter(Boolean).join(' › '),
    icon: story.reasons.some((reason) => reason.kind === 'source') ? 'link' : 'history',
    context: story.url ? 'storyWithSource' : 'story',
  }
}

/**
 * The line under the view's title where there are no rows to show.
 *
 * @param {RelatedStories | null} answer
 * @param {Say} say
 * @returns {string | undefined}
 */
function relatedMessage(answer, say) {
  if (!answer) return say('Put the cursor in a story to see what was written before.')
  return answer.related.length === 0 ? say('No related past story.') : undefined
}

/**
 * @param {string} kind
 * @param {Say} say
 */
function kindText(kind, say) {
  switch (kind) {
    case 'company': return say('company')
    case 'model': return say('model')
    case 'product': return say('product')
    case 'person': return say('person')
    default: return say('organization')
  }
}

/**
 * The heading over a list of mentions.
 *
 * @param {Mentions} answer
 * @param {Say} say
 */
function mentionsTitle(answer, say) {
  const names = [answer.name, ...answer.aliases].join(' = ')
  const kind = kindText(answer.kind, say)
  return say(
    '{0} ({1}): {2} mentions in {3} issues, {4} to {5}',
    names, kind, answer.count, answer.issues, answer.first, answer.last)
}

/**
 * The part of a long text in which the first of `names` stands, so that a row shows it.
 *
 * @param {string} text
 * @param {string[]} names
 */
function excerpt(text, names) {
  const most = 100
  const before = 30
  if (text.length <= most) return text
  const lower = text.toLowerCase()
  const places = names.map((name) => lower.indexOf(name.toLowerCase())).filter((place) => place >= 0)
  const characters = [...text]
  const start = Math.max(0, [...text.slice(0, places.length > 0 ? Math.min(...places) : 0)].length - before)
  const shown = characters.slice(start, start + most).join('')
  return (start > 0 ? '…' : '') + shown + (start + most < characters.length ? '…' : '')
}

/**
 * @param {Mention} mention
 * @param {string[]} names the name and its aliases
 */
function mentionRow(mention, names) {
  return {
    label: excerpt(mention.text.trim(), names),
    description: [mention.date, mention.story].filter(Boolean).join(' · '),
  }
}

/**
 * What the server is doing.
 *
 * @typedef {object} Activity
 * @property {'missing' | 'starting' | 'running' | 'stopped'} state
 * @property {{ title: string, message?: string, percentage?: number }[]} work what it has said it is doing
 * @property {string} [outcome] what it said when the last work was done; none before the archive is read
 */

/**
 * @param {Activity} activity
 * @param {Say} say
 * @returns {{ text: string, tooltip: string, warning: boolean }}
 */
function statusText({ state, work, outcome }, say) {
  const [task] = work
  switch (state) {
    case 'missing':
      return { text: '$(warning) issue-lsp', tooltip: say('issue-lsp is not installed.'), warning: true }
    case 'stopped':
      return { text: '$(error) issue-lsp', tooltip: say('issue-lsp has stopped.'), warning: true }
    case 'starting':
      return { text: '$(loading~spin) issue-lsp', tooltip: say('issue-lsp is starting.'), warning: false }
    case 'running':
      if (task || outcome === undefined) {
        const progress = task?.percentage === undefined ? '' : ` ${Math.round(task.percentage)}%`
        return {
          text: `$(loading~spin) issue-lsp${progress}`,
          tooltip: task ? [task.title, task.message].filter(Boolean).join(': ') : say('Reading the archive'),
          warning: false,
        }
      }
      return { text: '$(history) issue-lsp', tooltip: outcome || say('The archive is read.'), warning: false }
  }
}

/** Keeps the progress the server reports, by token. */
class Progress {
  constructor() {
    /** @type {Map<string | number, { title: string, message?: string, percentage?: number }>} */
    this.tasks = new Map()
    /**
     * What was said last at an end; `undefined` before the archive was read once.
     *
     * @type {string | undefined}
     */
    this.outcome = undefined
  }

  /**
   * @param {string | number} token
   * @param {{ kind: string, title?: string, message?: string, percentage?: number }} value
   */
  report(token, value) {
    if (value.kind === 'end') {
      this.tasks.delete(token)
      this.outcome = value.message ?? this.outcome ?? ''
      return
    }
    const known = this.tasks.get(token) ?? { title: '' }
    this.tasks.set(token, {
      title: value.title ?? known.title,
      message: value.message ?? known.message,
      percentage: value.percentage ?? known.percentage,
    })
  }

  clear() {
    this.tasks.clear()
    this.outcome = undefined
  }

  get work() {
    return [...this.tasks.values()]
  }
}

/**
 * Arguments for the command line that checks `paths`, or the archive.
 *
 * @param {string[]} paths
 * @param {string} language of the editor, such as `zh-cn`
 */
function checkArguments(paths, language) {
  const messages = language.startsWith('zh') ? 'zh' : 'en'
  return ['--check', '--output-format', 'concise', '--color', 'never', '--lang', messages, '--', ...paths]
}

module.exports = {
  Progress, checkArguments, contains, excerpt, findServer, kindText, kinds, mentionRow, mentionsTitle, reasonsText,
  relatedMessage, relatedRow, settingsForServer, statusText,
}
