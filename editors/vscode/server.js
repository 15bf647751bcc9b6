// @ts-check
'use strict'

const fs = require('fs')
const path = require('path')
const vscode = require('vscode')
const { LanguageClient, State } = require('vscode-languageclient/node')
const logic = require('./logic')

/**
 * Messages in the editor's language, from `l10n`.
 *
 * @type {logic.Say}
 */
const say = (text, ...values) => vscode.l10n.t(text, ...values)

/** @param {string} file */
function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK)
    return fs.statSync(file).isFile()
  } catch {
    return false
  }
}

/** The language server as the extension sees it: found, started, watched, asked. */
class Server {
  /**
   * @param {string} extensionFolder
   * @param {{ [command: string]: (params: any) => unknown }} commands of the server that the editor answers itself
   */
  constructor(extensionFolder, commands) {
    this.extensionFolder = extensionFolder
    this.commands = commands
    this.progress = new logic.Progress()
    /** @type {logic.Activity['state']} */
    this.state = 'stopped'
    /** @type {import('vscode-languageclient/node').LanguageClient | undefined} */
    this.client = undefined
    this.disposed = false
    /**
     * The last of what was asked: starting and stopping take turns, since a client that still starts cannot stop.
     *
     * @type {Promise<void>}
     */
    this.turn = Promise.resolve()
    this.changed = new vscode.EventEmitter()
    /** Fires when the state or the progress changes. */
    this.onDidChange = this.changed.event
    this.output = vscode.window.createOutputChannel('issue-lsp', { log: true })
  }

  /** @returns {logic.Activity} */
  get activity() {
    return { state: this.state, work: this.progress.work, outcome: this.progress.outcome }
  }

  find() {
    const configuration = vscode.workspace.getConfiguration('issueLsp')
    const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath)
    return logic.findServer({
      setting: configuration.get('server.path', ''),
      path: process.env.PATH ?? '',
      checkouts: [path.resolve(this.extensionFolder, '../..'), ...(vscode.workspace.isTrusted ? folders : [])],
      windows: process.platform === 'win32',
      isExecutable,
    })
  }

  settings() {
    return logic.settingsForServer(vscode.workspace.getConfiguration('issueLsp'))
  }

  start() {
    return this.takeTurn(() => this.startNow())
  }

  stop() {
    return this.takeTurn(() => this.stopNow())
  }

  restart() {
    return this.takeTurn(async () => {
      await this.stopNow()
      await this.startNow()
    })
  }

  /** @param {() => Promise<void>} work */
  takeTurn(work) {
    this.turn = this.turn.then(work, work)
    return this.turn
  }

  async startNow() {
    if (this.disposed) return
    const found = this.find()
    if (!found) {
      this.enter('missing')
      void this.tellMissing()
      return
    }
    this.enter('starting')
    const client = new LanguageClient(
      'issueLsp',
      'issue-lsp',
      { command: found.file, args: vscode.workspace.getConfiguration('issueLsp').get('server.arguments', []) },
      this.clientOptions())
    this.client = client
    client.onDidChangeState(({ newState }) => {
      if (client !== this.client) return
      this.progress.clear()
      this.enter(newState === State.Running ? 'running' : newState === State.Starting ? 'starting' : 'stopped')
    })
    try {
      await client.start()
    } catch (error) {
      this.enter('stopped')
      this.output.error(String(error))
      this.complain(say('issue-lsp did not start.'))
    }
  }

  async stopNow() {
    const client = this.client
    this.client = undefined
    this.progress.clear()
    this.enter('stopped')
    if (client?.needsStop()) await client.stop()
  }

  /** @returns {import('vscode-languageclient/node').LanguageClientOptions} */
  clientOptions() {
    return {
      documentSelector: [
        { scheme: 'file', language: 'markdown' },
        { scheme: 'untitled', language: 'markdown' },
      ],
      initializationOptions: { issueLsp: this.settings() },
      outputChannel: this.output,
      middleware: {
        executeCommand: (command, parameters, next) => {
          const answer = this.commands[command]
          return answer ? answer(parameters[0]) : next(command, parameters)
        },
        handleWorkDoneProgress: (token, value) => {
          this.progress.report(token, value)
          this.changed.fire(undefined)
        },
        workspace: {
          configuration: (params) =>
            params.items.map((item) => item.section === 'issueLsp' ? this.settings() : null),
          didChangeConfiguration: () => this.sendSettings(),
        },
      },
    }
  }

  async sendSettings() {
    if (this.client?.isRunning()) {
      await this.client.sendNotification(
        'workspace/didChangeConfiguration', { settings: { issueLsp: this.settings() } })
    }
  }

  /**
   * The server's answer; `null` where it does not run, was asked to stop answering, or failed.
   *
   * @template T
   * @param {string} method
   * @param {object} params
   * @param {import('vscode').CancellationToken} [cancellation]
   * @returns {Promise<T | null>}
   */
  async request(method, params, cancellation) {
    if (!this.client?.isRunning()) return null
    try {
      return await this.client.sendRequest(method, params, cancellation)
    } catch (error) {
      if (!cancellation?.isCancellationRequested) this.output.error(`${method}: ${error}`)
      return null
    }
  }

  /**
   * Runs one of the server's commands; unlike `request`, a failure reaches the caller.
   *
   * @param {string} command
   * @param {object[]} parameters
   */
  async execute(command, ...parameters) {
    await this.client?.sendRequest('workspace/executeCommand', { command, arguments: parameters })
  }

  /** @param {logic.Activity['state']} state */
  enter(state) {
    this.state = state
    void vscode.commands.executeCommand('setContext', 'issueLsp.running', state === 'running')
    this.changed.fire(undefined)
  }

  async tellMissing() {
    const setPath = say('Set path')
    const howTo = say('How to install')
    const set = vscode.workspace.getConfiguration('issueLsp').get('server.path', '')
    const message = set
      ? say('issueLsp.server.path is no program: {0}', set)
      : say('issue-lsp is not installed: build it with “swift build -c release”, or set its path.')
    const choice = await vscode.window.showWarningMessage(message, setPath, howTo)
    if (choice === setPath) {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'issueLsp.server.path')
    } else if (choice === howTo) {
      await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'issue-lsp.issue-lsp#start')
    }
  }

  /** @param {string} message */
  complain(message) {
    const showLog = say('Show log')
    void vscode.window.showErrorMessage(message, showLog).then((choice) => {
      if (choice === showLog) this.output.show()
    })
  }

  dispose() {
    this.disposed = true
    this.changed.dispose()
    this.output.dispose()
  }
}

module.exports = { Server, say }
