'use strict'

// A stand-in for vscode-languageclient: enough of it to talk with the real server process over pipes.
// As the real one does, it registers the server's commands with the editor under their own ids,
// asks middleware first, and starts a server that ended unexpectedly again.

const { spawn } = require('child_process')
const vscode = require('vscode')

const State = { Stopped: 1, Running: 2, Starting: 3 }

class LanguageClient {
  constructor(id, name, server, options) {
    Object.assign(this, { id, name, server, options })
    this.state = State.Stopped
    this.stateChanged = new vscode.EventEmitter()
    this.onDidChangeState = this.stateChanged.event
    this.pending = new Map()
    this.nextId = 1
    this.subscriptions = []
    this.restarts = 0
    this.diagnostics = new Map()
    this.sent = []
    LanguageClient.last = this
  }

  isRunning() { return this.state === State.Running }
  needsStop() { return this.state !== State.Stopped }

  enter(newState) {
    const oldState = this.state
    this.state = newState
    this.stateChanged.fire({ oldState, newState })
  }

  async start() {
    this.enter(State.Starting)
    this.process = spawn(this.server.command, this.server.args ?? [], { stdio: ['pipe', 'pipe', 'inherit'] })
    const process = this.process
    let failed
    process.on('error', (error) => { failed?.(error) })
    process.stdin.on('error', () => {})
    process.on('exit', () => { if (process === this.process) this.ended(failed) })
    this.read(process.stdout)
    await Promise.race([this.initialize(), new Promise((_, reject) => { failed = reject })])
    failed = undefined
    this.enter(State.Running)
  }

  async initialize() {
    const folders = (vscode.workspace.workspaceFolders ?? [])
      .map((folder) => ({ uri: folder.uri.toString(), name: folder.name }))
    const { capabilities } = await this.sendRequest('initialize', {
      processId: process.pid,
      locale: vscode.env.language,
      rootUri: folders[0]?.uri ?? null,
      workspaceFolders: folders.length > 0 ? folders : null,
      initializationOptions: this.options.initializationOptions,
      capabilities: {
        general: { positionEncodings: ['utf-16'] },
        textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true }, diagnostic: {} },
        window: { workDoneProgress: true },
        workspace: {
          configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true },
          didChangeConfiguration: { dynamicRegistration: true },
          codeLens: { refreshSupport: true },
        },
      },
    })
    this.capabilities = capabilities
    this.sendNotification('initialized', {})
    for (const command of capabilities.executeCommandProvider?.commands ?? []) {
      const run = (command, parameters) =>
        this.sendRequest('workspace/executeCommand', { command, arguments: parameters })
      this.subscriptions.push(vscode.commands.registerCommand(command, (...parameters) =>
        this.options.middleware.executeCommand(command, parameters, run)))
    }
    const { events } = vscode.stage
    this.subscriptions.push(
      events.opened.event((document) => this.open(document)),
      events.changed.event((document) => this.sendNotification('textDocument/didChange', {
        textDocument: { uri: document.uri.toString(), version: document.version },
        contentChanges: [{ text: document.text }],
      })),
      events.save.event((document) => this.sendNotification('textDocument/didSave', {
        textDocument: { uri: document.uri.toString() }, text: document.text,
      })))
    if (vscode.window.activeTextEditor) this.open(vscode.window.activeTextEditor.document)
  }

  open(document) {
    this.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri: document.uri.toString(), languageId: 'markdown', version: document.version, text: document.text,
      },
    })
  }

  async ended(failed) {
    for (const subscription of this.subscriptions.splice(0)) subscription.dispose()
    for (const { reject } of this.pending.values()) reject(new Error('the server ended'))
    this.pending.clear()
    if (failed) {
      failed(new Error('the server ended before it answered'))
      this.enter(State.Stopped)
    } else if (this.state === State.Running) {
      this.restarts += 1
      await this.start()
    }
  }

  async stop() {
    const process = this.process
    const ended = new Promise((resolve) => process.once('exit', resolve))
    await this.sendRequest('shutdown', undefined)
    this.enter(State.Stopped)
    this.sendNotification('exit', undefined)
    await ended
  }

  write(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`)
    this.process.stdin.write(body)
  }

  sendRequest(method, params, token) {
    const id = this.nextId++
    this.sent.push({ method, params })
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject })
      this.write({ id, method, params })
      token?.onCancellationRequested(() => this.write({ method: '$/cancelRequest', params: { id } }))
    })
  }

  async sendNotification(method, params) {
    this.sent.push({ method, params })
    this.write({ method, params })
  }

  read(stream) {
    let buffer = Buffer.alloc(0)
    stream.on('data', (data) => {
      buffer = Buffer.concat([buffer, data])
      for (;;) {
        const end = buffer.indexOf('\r\n\r\n')
        if (end < 0) return
        const length = Number(/Content-Length: *(\d+)/i.exec(buffer.toString('latin1', 0, end))[1])
        if (buffer.length < end + 4 + length) return
        const message = JSON.parse(buffer.toString('utf8', end + 4, end + 4 + length))
        buffer = buffer.subarray(end + 4 + length)
        this.receive(message)
      }
    })
  }

  receive({ id, method, params, result, error }) {
    const { middleware } = this.options
    if (method === undefined) {
      const { resolve, reject } = this.pending.get(id) ?? {}
      this.pending.delete(id)
      if (error) reject?.(Object.assign(new Error(error.message), { code: error.code }))
      else resolve?.(result)
    } else if (id !== undefined) {
      const answers = { 'workspace/configuration': () => middleware.workspace.configuration(params) }
      this.write({ id, result: answers[method]?.() ?? null })
    } else if (method === '$/progress') {
      middleware.handleWorkDoneProgress(params.token, params.value, () => {})
    } else if (method === 'textDocument/publishDiagnostics') {
      this.diagnostics.set(params.uri, params.diagnostics)
    }
  }
}

module.exports = { LanguageClient, State }
