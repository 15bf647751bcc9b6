// @ts-check
'use strict'

const vscode = require('vscode')
const logic = require('./logic')
const { say } = require('./server')

/** Milliseconds of rest after the cursor moved, and after the text changed. */
const afterMove = 80
const afterEdit = 300

/** @param {logic.Range} range */
function toRange({ start, end }) {
  return new vscode.Range(start.line, start.character, end.line, end.character)
}

/**
 * Opens a past story at its heading.
 *
 * @param {{ uri: string, range: logic.Range }} place
 * @param {import('vscode').TextDocumentShowOptions} [options]
 */
async function openPlace(place, options) {
  const start = toRange(place.range).start
  const selection = new vscode.Range(start, start)
  await vscode.window.showTextDocument(vscode.Uri.parse(place.uri), { ...options, selection })
}

/** The view “Related Past Stories”, which follows the cursor. */
class RelatedView {
  /** @param {import('./server').Server} server */
  constructor(server) {
    this.server = server
    /** @type {logic.RelatedStories | null} */
    this.answer = null
    /**
     * What the rows tell about.
     *
     * @type {{ uri: string, version: number, range: logic.Range } | undefined}
     */
    this.shown = undefined
    /** @type {import('vscode').CancellationTokenSource | undefined} */
    this.pending = undefined
    /** @type {NodeJS.Timeout | undefined} */
    this.timer = undefined
    this.changed = new vscode.EventEmitter()
    this.onDidChangeTreeData = this.changed.event
    this.view = vscode.window.createTreeView('issueLsp.related', { treeDataProvider: this })
    this.subscriptions = [
      this.view,
      this.changed,
      this.view.onDidChangeVisibility(() => this.updateSoon(0)),
      vscode.window.onDidChangeActiveTextEditor(() => this.updateSoon(afterMove)),
      vscode.window.onDidChangeTextEditorSelection(() => this.updateSoon(afterMove)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) this.updateSoon(afterEdit)
      }),
      vscode.workspace.onDidSaveTextDocument(() => this.refresh()),
    ]
  }

  /** @param {logic.RelatedStory} [parent] */
  getChildren(parent) {
    return parent ? [] : this.answer?.related ?? []
  }

  /** @param {logic.RelatedStory} story */
  getTreeItem(story) {
    const row = logic.relatedRow(story, say)
    const item = new vscode.TreeItem(row.label)
    item.description = row.description
    item.iconPath = new vscode.ThemeIcon(row.icon)
    item.contextValue = row.context
    // Text of an issue is shown as text: what looks like a link or a command in it stays inert.
    const tooltip = new vscode.MarkdownString()
    tooltip.appendText(`${row.details}\n\n${story.excerpt}`)
    item.tooltip = tooltip
    item.command = { command: 'issueLsp.openStory', title: say('Open'), arguments: [story] }
    return item
  }

  /** Asks again although nothing in the editor changed: the archive has. */
  refresh() {
    this.shown = undefined
    this.updateSoon(0)
  }

  /** @param {number} delay milliseconds in which nothing newer is to come */
  updateSoon(delay) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.update(), delay)
  }

  async update() {
    const editor = vscode.window.activeTextEditor
    if (!this.view.visible || editor?.document.languageId !== 'markdown') return
    const { document, selection } = editor
    const uri = document.uri.toString()
    const same = this.shown && this.shown.uri === uri && this.shown.version === document.version
    if (same && this.shown && logic.contains(this.shown.range, selection.active)) return
    await this.ask({
      textDocument: { uri },
      position: { line: selection.active.line, character: selection.active.character },
    }, document.version)
  }

  /**
   * @param {{ textDocument: { uri: string }, position: logic.Position, limit?: number }} params
   * @param {number} version of the document
   */
  async ask(params, version) {
    this.pending?.cancel()
    const pending = this.pending = new vscode.CancellationTokenSource()
    /** @type {logic.RelatedStories | null} */
    const answer = await this.server.request('issue/relatedStories', params, pending.token)
    pending.dispose()
    if (pending !== this.pending) return
    this.pending = undefined
    this.shown = answer ? { uri: params.textDocument.uri, version, range: answer.story.range } : undefined
    this.show(answer)
  }

  /** @param {logic.RelatedStories | null} answer */
  show(answer) {
    const before = JSON.stringify(this.answer?.related ?? [])
    this.answer = answer
    this.view.description = answer?.story.title
    this.view.message = logic.relatedMessage(answer, say)
    // Rows that stay the same are not drawn again.
    if (JSON.stringify(answer?.related ?? []) !== before) this.changed.fire(undefined)
  }

  /**
   * Shows the view with the answer to `params`, as a code lens asks for it; without, for the cursor.
   *
   * @param {{ textDocument: { uri: string }, position: logic.Position }} [params]
   */
  async reveal(params) {
    await vscode.commands.executeCommand('issueLsp.related.focus')
    const editor = vscode.window.activeTextEditor
    if (params && editor?.document.uri.toString() === params.textDocument.uri) {
      const { line, character } = params.position
      const place = new vscode.Position(line, character)
      editor.selection = new vscode.Selection(place, place)
    }
    this.refresh()
  }

  dispose() {
    clearTimeout(this.timer)
    this.pending?.cancel()
    for (const subscription of this.subscriptions) subscription.dispose()
  }
}

module.exports = { RelatedView, openPlace }
