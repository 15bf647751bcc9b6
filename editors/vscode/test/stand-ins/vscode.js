'use strict'

// A stand-in for the editor: it holds one document, one editor and what the extension has shown.
// `stage` is the hand of the test: it moves the cursor, edits, answers dialogs, reads the screen.

const path = require('path')
const { pathToFileURL, fileURLToPath } = require('url')

class EventEmitter {
  constructor() {
    this.listeners = new Set()
    this.event = (listener) => {
      this.listeners.add(listener)
      return { dispose: () => this.listeners.delete(listener) }
    }
  }
  fire(data) { for (const listener of [...this.listeners]) listener(data) }
  dispose() { this.listeners.clear() }
}

class CancellationTokenSource {
  constructor() {
    this.emitter = new EventEmitter()
    this.token = { isCancellationRequested: false, onCancellationRequested: this.emitter.event }
  }
  cancel() {
    if (this.token.isCancellationRequested) return
    this.token.isCancellationRequested = true
    this.emitter.fire(undefined)
  }
  dispose() { this.emitter.dispose() }
}

class Position {
  constructor(line, character) { Object.assign(this, { line, character }) }
}
class Range {
  constructor(start, end, endLine, endCharacter) {
    this.start = start instanceof Position ? start : new Position(start, end)
    this.end = start instanceof Position ? end : new Position(endLine, endCharacter)
  }
}
class Selection extends Range {
  constructor(anchor, active) {
    super(anchor, active)
    this.active = active
  }
}

class Uri {
  constructor(text) { this.text = text }
  static parse(text) { return new Uri(text) }
  static file(file) { return new Uri(pathToFileURL(file).toString()) }
  get scheme() { return this.text.split(':')[0] }
  get fsPath() { return fileURLToPath(this.text) }
  toString() { return this.text }
}

class MarkdownString {
  constructor(value = '') { this.value = value }
  appendText(text) {
    this.value += text.replace(/[\\`*_{}[\]()#+\-!~<>|]/g, '\\$&')
    return this
  }
}

class Named { constructor(id) { this.id = id } }
class TreeItem { constructor(label) { this.label = label } }
class ProcessExecution { constructor(process, args, options) { Object.assign(this, { process, args, options }) } }
class Task {
  constructor(definition, scope, name, source, execution, problemMatchers) {
    Object.assign(this, { definition, scope, name, source, execution, problemMatchers })
  }
}

class Document {
  constructor(file, text) {
    this.uri = Uri.file(file)
    this.languageId = 'markdown'
    this.version = 1
    this.text = text
  }
  getText(range) {
    if (!range) return this.text
    const lines = this.text.split('\n').slice(range.start.line, range.end.line + 1)
    lines.push(lines.pop().slice(0, range.end.character))
    lines[0] = lines[0].slice(range.start.character)
    return lines.join('\n')
  }
}

const events = {
  activeEditor: new EventEmitter(),
  selection: new EventEmitter(),
  text: new EventEmitter(),
  save: new EventEmitter(),
  configuration: new EventEmitter(),
  opened: new EventEmitter(),
  changed: new EventEmitter(),
}

/** What the test sees and does. */
const stage = {
  events,
  settings: {},
  contexts: {},
  commands: new Map(),
  executed: [],
  views: new Map(),
  statusItems: new Map(),
  shown: [],
  messages: [],
  tasks: [],
  taskProviders: new Map(),
  log: [],
  /** Chooses from a dialog: called with what the dialog shows. */
  choose: () => undefined,

  reset() {
    for (const emitter of Object.values(events)) emitter.dispose()
    stage.settings = {}
    stage.contexts = {}
    stage.commands.clear()
    stage.views.clear()
    stage.statusItems.clear()
    stage.taskProviders.clear()
    for (const list of [stage.executed, stage.shown, stage.messages, stage.tasks, stage.log]) list.length = 0
    stage.choose = () => undefined
    window.activeTextEditor = undefined
    workspace.workspaceFolders = undefined
  },
  open(file, text) {
    const document = new Document(file, text)
    const start = new Position(0, 0)
    window.activeTextEditor = { document, selection: new Selection(start, start) }
    events.opened.fire(document)
    events.activeEditor.fire(window.activeTextEditor)
    return document
  },
  /** Puts the cursor before the first occurrence of `text`. */
  go(text) {
    const editor = window.activeTextEditor
    const before = editor.document.text.slice(0, editor.document.text.indexOf(text)).split('\n')
    const place = new Position(before.length - 1, before[before.length - 1].length)
    editor.selection = new Selection(place, place)
    events.selection.fire({ textEditor: editor })
    return place
  },
  edit(text) {
    const document = window.activeTextEditor.document
    document.text = text
    document.version += 1
    events.changed.fire(document)
    events.text.fire({ document })
  },
  configure(settings) {
    const before = stage.settings
    const keys = Object.keys({ ...before, ...settings }).filter((key) => before[key] !== settings[key])
    stage.settings = settings
    events.configuration.fire({
      affectsConfiguration: (section) => keys.some((key) => `issueLsp.${key}`.startsWith(section)),
    })
  },
  /** The rows of a view, as the editor would draw them. */
  rows(id) {
    const { provider } = stage.views.get(id)
    return provider.getChildren().map((element) => provider.getTreeItem(element))
  },
}

const window = {
  activeTextEditor: undefined,
  onDidChangeActiveTextEditor: events.activeEditor.event,
  onDidChangeTextEditorSelection: events.selection.event,
  createOutputChannel: () => ({
    error: (message) => stage.log.push(message),
    show: () => stage.shown.push('log'),
    dispose: () => {},
  }),
  createStatusBarItem: (id) => {
    const item = { visible: false, show() { this.visible = true }, hide() { this.visible = false }, dispose() {} }
    stage.statusItems.set(id, item)
    return item
  },
  createTreeView: (id, { treeDataProvider }) => {
    const visibility = new EventEmitter()
    const view = { visible: true, onDidChangeVisibility: visibility.event, dispose() {}, drawn: 0 }
    treeDataProvider.onDidChangeTreeData(() => { view.drawn += 1 })
    stage.views.set(id, { view, provider: treeDataProvider })
    return view
  },
  showTextDocument: async (uri, options) => { stage.shown.push({ uri: uri.toString(), options }) },
  showInputBox: async (options) => stage.choose(options),
  showQuickPick: async (items, options) => stage.choose({ items, ...options }),
  showInformationMessage: async (...message) => { stage.messages.push(message); return stage.choose({ message }) },
  showWarningMessage: async (...message) => { stage.messages.push(message); return stage.choose({ message }) },
  showErrorMessage: async (...message) => { stage.messages.push(message); return stage.choose({ message }) },
}

const workspace = {
  isTrusted: true,
  workspaceFolders: undefined,
  onDidChangeConfiguration: events.configuration.event,
  onDidChangeTextDocument: events.text.event,
  onDidSaveTextDocument: events.save.event,
  getConfiguration: () => ({
    get: (key, fallback) => stage.settings[key] ?? fallback,
    inspect: (key) => ({ defaultValue: undefined, globalValue: stage.settings[key] }),
  }),
  getWorkspaceFolder: (uri) =>
    workspace.workspaceFolders?.find((folder) => uri.fsPath.startsWith(folder.uri.fsPath + path.sep)),
}

const commands = {
  registerCommand: (id, callback) => {
    if (stage.commands.has(id)) throw new Error(`command '${id}' already exists`)
    stage.commands.set(id, callback)
    return { dispose: () => stage.commands.delete(id) }
  },
  executeCommand: async (id, ...parameters) => {
    stage.executed.push([id, ...parameters])
    if (id === 'setContext') stage.contexts[parameters[0]] = parameters[1]
    return stage.commands.get(id)?.(...parameters)
  },
}

module.exports = {
  stage, window, workspace, commands,
  CancellationTokenSource, EventEmitter, MarkdownString, Position, ProcessExecution, Range, Selection, Task,
  ThemeColor: Named, ThemeIcon: Named, TreeItem, Uri,
  StatusBarAlignment: { Left: 1, Right: 2 },
  TaskRevealKind: { Always: 1, Silent: 2, Never: 3 },
  TaskScope: { Global: 1, Workspace: 2 },
  ViewColumn: { Active: -1, Beside: -2 },
  env: {
    language: 'en',
    openExternal: async (uri) => { stage.shown.push({ external: uri.toString() }); return true },
  },
  l10n: {
    t: (text, ...values) => text.replace(/\{(\d+)\}/g, (_, index) => String(values[index])),
  },
  tasks: {
    registerTaskProvider: (type, provider) => {
      stage.taskProviders.set(type, provider)
      return { dispose() {} }
    },
    executeTask: async (task) => { stage.tasks.push(task) },
  },
}
