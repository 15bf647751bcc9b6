// @ts-check
'use strict'

const vscode = require('vscode')
const logic = require('./logic')
const mentions = require('./mentions')
const { RelatedView, openPlace } = require('./related')
const { Server, say } = require('./server')

/** @type {Server | undefined} */
let running

/** @param {import('vscode').ExtensionContext} context */
async function activate(context) {
  /** @type {Server} */
  const server = new Server(context.extensionPath, {
    // A code lens or another client's habit runs these; the writer wants to see the answer.
    'issue-lsp.relatedStories': (params) => related.reveal(params),
    'issue-lsp.mentions': (params) => mentions.showMentions(server, params),
  })
  /** @type {RelatedView} */
  const related = new RelatedView(server)
  const status = new StatusItem(server)
  running = server
  context.subscriptions.push(server, related, status, ...commands(server, related), checkTasks(server))
  context.subscriptions.push(
    server.onDidChange(() => {
      if (server.state === 'running' && server.activity.work.length === 0) related.refresh()
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('issueLsp.server')) void server.restart()
      else if (event.affectsConfiguration('issueLsp')) void server.sendSettings()
    }))
  // Activation does not wait: the editor stays quick while the server starts.
  void server.start()
}

async function deactivate() {
  await running?.stop()
  running = undefined
}

/**
 * @param {Server} server
 * @param {RelatedView} related
 */
function commands(server, related) {
  // The client registers the server's own commands under their ids: these are others.
  const register = vscode.commands.registerCommand
  return [
    register('issueLsp.showRelatedStories', () => related.reveal()),
    register('issueLsp.openStory', (story) => openPlace(story)),
    register('issueLsp.openToSide', (story) => openPlace(story, { viewColumn: vscode.ViewColumn.Beside })),
    register('issueLsp.openSource', (story) => vscode.env.openExternal(vscode.Uri.parse(story.url))),
    register('issueLsp.showMentions', () => mentions.showMentionsAtCursor(server)),
    register('issueLsp.findName', () => mentions.findName(server)),
    register('issueLsp.addName', () => mentions.addName(server)),
    register('issueLsp.checkArchive', () => checkArchive(server)),
    register('issueLsp.reindex', () => server.execute('issue-lsp.reindex')),
    register('issueLsp.restart', () => server.restart()),
    register('issueLsp.showOutput', () => server.output.show()),
    register('issueLsp.showActions', () => showActions()),
  ]
}

/** What a click on the status-bar item offers. */
async function showActions() {
  const items = [
    { label: say('Show related past stories'), command: 'issueLsp.showRelatedStories' },
    { label: say('Find a name in the archive'), command: 'issueLsp.findName' },
    { label: say('Check the archive'), command: 'issueLsp.checkArchive' },
    { label: say('Read the archive again'), command: 'issueLsp.reindex' },
    { label: say('Restart the server'), command: 'issueLsp.restart' },
    { label: say('Show the log'), command: 'issueLsp.showOutput' },
  ]
  const chosen = await vscode.window.showQuickPick(items, { title: 'issue-lsp' })
  if (chosen) await vscode.commands.executeCommand(chosen.command)
}

/** The state of the server and its index, in the status bar while an issue is open. */
class StatusItem {
  /** @param {Server} server */
  constructor(server) {
    this.server = server
    this.item = vscode.window.createStatusBarItem('issueLsp.status', vscode.StatusBarAlignment.Right, 90)
    this.item.name = 'issue-lsp'
    this.item.command = 'issueLsp.showActions'
    this.subscriptions = [
      this.item,
      server.onDidChange(() => this.update()),
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
    ]
    this.update()
  }

  update() {
    if (vscode.window.activeTextEditor?.document.languageId !== 'markdown') {
      this.item.hide()
      return
    }
    const { text, tooltip, warning } = logic.statusText(this.server.activity, say)
    this.item.text = text
    this.item.tooltip = tooltip
    this.item.backgroundColor = warning ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined
    this.item.show()
  }

  dispose() {
    for (const subscription of this.subscriptions) subscription.dispose()
  }
}

/**
 * The task that runs `issue-lsp --check`; its problems reach the problems view.
 *
 * @param {Server} server
 * @param {import('vscode').TaskDefinition} definition
 * @param {import('vscode').WorkspaceFolder | undefined} folder
 */
function checkTask(server, definition, folder) {
  const found = server.find()
  if (!found) return undefined
  const execution = new vscode.ProcessExecution(
    found.file,
    logic.checkArguments(definition.paths ?? [], vscode.env.language),
    folder && { cwd: folder.uri.fsPath })
  const task = new vscode.Task(
    definition, folder ?? vscode.TaskScope.Workspace, say('check the archive'), 'issue-lsp', execution, ['$issue-lsp'])
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Silent, clear: true }
  return task
}

/** @param {Server} server */
function checkTasks(server) {
  return vscode.tasks.registerTaskProvider('issue-lsp', {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .map((folder) => checkTask(server, { type: 'issue-lsp' }, folder))
        .filter((task) => task !== undefined),
    resolveTask: (task) =>
      checkTask(server, task.definition, typeof task.scope === 'object' ? task.scope : undefined),
  })
}

/** @param {Server} server */
async function checkArchive(server) {
  const document = vscode.window.activeTextEditor?.document
  const folder = (document && vscode.workspace.getWorkspaceFolder(document.uri))
    ?? vscode.workspace.workspaceFolders?.[0]
  const task = checkTask(server, { type: 'issue-lsp' }, folder)
  if (!task) {
    await server.tellMissing()
    return
  }
  await vscode.tasks.executeTask(task)
}

module.exports = { activate, deactivate }
