'use strict'

// The extension in a stand-in editor, against the real server: ISSUE_LSP names the program.

const assert = require('node:assert/strict')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { execFileSync } = require('node:child_process')
const { afterEach, beforeEach, test } = require('node:test')
const vscode = require('vscode')
const { LanguageClient } = require('vscode-languageclient/node')
const extension = require('../extension')

const { stage } = vscode
const program = process.env.ISSUE_LSP
assert.ok(program, 'ISSUE_LSP must name the server')
const seeds = path.join(__dirname, '../../../seeds')
const related = 'issueLsp.related'

let folder
let context

beforeEach(() => {
  stage.reset()
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'issue-lsp-')))
  for (const name of fs.readdirSync(seeds)) fs.copyFileSync(path.join(seeds, name), path.join(folder, name))
  vscode.workspace.workspaceFolders = [{ uri: vscode.Uri.file(folder), name: 'issues' }]
  stage.settings = { 'server.path': program }
  context = { extensionPath: path.join(__dirname, '..'), subscriptions: [] }
})

afterEach(async () => {
  await extension.deactivate()
  for (const subscription of context.subscriptions) subscription.dispose()
  fs.rmSync(folder, { recursive: true })
})

/** Waits until `condition` gives a value. */
async function until(what, condition) {
  const patience = Date.now() + 20000
  for (;;) {
    const value = condition()
    if (value) return value
    if (Date.now() > patience) assert.fail(`waited in vain for ${what}; log: ${stage.log.join('\n')}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const openSeed = (name) => stage.open(path.join(folder, name), fs.readFileSync(path.join(folder, name), 'utf8'))
const status = () => stage.statusItems.get('issueLsp.status')

async function activate(name = '2026-02-01.md') {
  openSeed(name)
  await extension.activate(context)
  await until('the server', () => stage.contexts['issueLsp.running'])
  await until('the archive', () => status().text === '$(history) issue-lsp')
}

async function activateWithRows() {
  await activate()
  stage.go('商汤开源 MARS')
  await until('related stories', () => stage.rows(related).length > 0)
}

test('the view lists the past of the story at the cursor, with reasons', async () => {
  await activateWithRows()
  const [first] = stage.rows(related)
  assert.equal(first.label, '商汤开源多模态自主推理模型SenseNova-MARS')
  assert.match(first.description, /^2026-01-31 · .*商汤/)
  assert.equal(stage.views.get(related).view.description, '商汤开源 MARS 多模态模型，超越 Gemini-3-Pro')
  assert.equal(stage.views.get(related).view.message, undefined)
})

test('moving within a story asks nothing and draws nothing', async () => {
  await activateWithRows()
  const { view } = stage.views.get(related)
  const asked = () => LanguageClient.last.sent.filter(({ method }) => method === 'issue/relatedStories').length
  const before = [asked(), view.drawn]
  stage.go('性能超越 Gemini-3-Pro，支持动态视觉推理')
  await new Promise((resolve) => setTimeout(resolve, 200))
  assert.deepEqual([asked(), view.drawn], before)
})

test('the view follows the cursor to another story, and the text that is typed', async () => {
  await activateWithRows()
  const { view } = stage.views.get(related)
  stage.go('### [OpenAI 揭秘 GPT-5.2')
  await until('the other story', () => view.description?.startsWith('OpenAI 揭秘'))
  const document = vscode.window.activeTextEditor.document
  stage.edit(document.text.replace('OpenAI 揭秘 GPT-5.2', 'OpenAI 再揭秘 GPT-5.2'))
  await until('the new title', () => view.description?.startsWith('OpenAI 再揭秘'))
})

test('a click opens the past story at its heading', async () => {
  await activateWithRows()
  const { command } = stage.rows(related)[0]
  await vscode.commands.executeCommand(command.command, ...command.arguments)
  const [{ uri, options }] = stage.shown
  assert.equal(uri, vscode.Uri.file(path.join(folder, '2026-01-31.md')).toString())
  assert.equal(options.selection.start.line, 72)
  const [story] = command.arguments
  await vscode.commands.executeCommand('issueLsp.openSource', story)
  assert.deepEqual(stage.shown[1], { external: 'https://www.ithome.com/0/917/759.htm' })
})

test('a code lens shows its answer in the view', async () => {
  await activate()
  const uri = vscode.window.activeTextEditor.document.uri.toString()
  const lenses = await LanguageClient.last.sendRequest('textDocument/codeLens', { textDocument: { uri } })
  const lens = lenses.find(({ range }) => range.start.line === 28)
  const { command } = lens.command ? lens : await LanguageClient.last.sendRequest('codeLens/resolve', lens)
  assert.match(command.title, /2026-01-31/)
  await vscode.commands.executeCommand(command.command, ...command.arguments)
  assert.ok(stage.executed.some(([id]) => id === 'issueLsp.related.focus'))
  await until('the rows', () => stage.rows(related).length > 0)
})

test('mentions of the name at the cursor are listed newest first, and the chosen one is opened', async () => {
  await activate()
  stage.go('商汤开源 MARS')
  let asked
  stage.choose = (dialog) => {
    asked = dialog
    dialog.onDidSelectItem(dialog.items[0])
    return dialog.items.at(-1)
  }
  await vscode.commands.executeCommand('issueLsp.showMentions')
  assert.match(asked.title, /^商汤.*\(company\): \d+ mentions in \d+ issues, /)
  const dates = asked.items.map((item) => item.mention.date)
  assert.deepEqual(dates, [...dates].sort().reverse())
  assert.equal(stage.shown.length, 2)
  assert.equal(stage.shown[0].options.preserveFocus, true)
  const { uri, range } = asked.items.at(-1).mention
  const line = fs.readFileSync(new URL(uri), 'utf8').split('\n')[range.start.line]
  assert.equal(line.slice(range.start.character, range.end.character), '商汤')
})

test('a name that nobody wrote is told as such', async () => {
  await activate()
  stage.choose = ({ prompt }) => prompt && ' 没有这个名字 '
  await vscode.commands.executeCommand('issueLsp.findName')
  assert.deepEqual(stage.messages.map(([text]) => text), ['The archive does not mention “没有这个名字”.'])
})

test('the selected name goes to the names file', async () => {
  await activate()
  const document = vscode.window.activeTextEditor.document
  const start = stage.go('HodlOS') ?? stage.go('AlignXplore')
  const end = new vscode.Position(start.line, start.character + 3)
  vscode.window.activeTextEditor.selection = new vscode.Selection(start, end)
  const name = document.getText(vscode.window.activeTextEditor.selection)
  stage.choose = ({ items }) => items?.find((item) => item.kind === 'product')
  await vscode.commands.executeCommand('issueLsp.addName')
  assert.deepEqual(stage.messages, [])
  const names = fs.readdirSync(folder).filter((file) => file.endsWith('.yaml'))
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8')).join('\n')
  assert.ok(names.includes(name) && names.includes('product'), names)
})

test('what is typed is diagnosed', async () => {
  await activate('2025-12-27.md')
  const client = LanguageClient.last
  const uri = vscode.window.activeTextEditor.document.uri.toString()
  const report = await client.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
  assert.deepEqual(
    report.items.filter(({ code }) => code === 'body/label-typo').map(({ range }) => range.start.line), [96])
})

test('a setting reaches the server, and a default does not', async () => {
  await activate('2025-12-27.md')
  const client = LanguageClient.last
  assert.deepEqual(client.options.initializationOptions, { issueLsp: {} })
  const uri = vscode.window.activeTextEditor.document.uri.toString()
  stage.configure({ 'server.path': program, rules: { 'body/label-typo': 'off' } })
  const typos = async () => {
    const report = await client.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
    return report.items.filter(({ code }) => code === 'body/label-typo').length
  }
  const patience = Date.now() + 20000
  while (await typos() > 0) assert.ok(Date.now() < patience, 'the rule stays on')
  assert.equal(LanguageClient.last, client)
})

test('a server that is killed is started again, and the view fills again', async () => {
  await activateWithRows()
  const client = LanguageClient.last
  client.process.kill('SIGKILL')
  await until('a new server', () => client.restarts === 1 && client.isRunning())
  await until('the state', () => status().text === '$(history) issue-lsp')
  stage.go('### [OpenAI 揭秘 GPT-5.2')
  await until('the other story', () => stage.views.get(related).view.description?.startsWith('OpenAI 揭秘'))
})

test('the restart command starts another server, and its commands are registered once', async () => {
  await activate()
  const client = LanguageClient.last
  await vscode.commands.executeCommand('issueLsp.restart')
  assert.notEqual(LanguageClient.last, client)
  await until('the server', () => stage.contexts['issueLsp.running'])
  assert.ok(stage.commands.has('issue-lsp.relatedStories'))
})

test('a missing server is told once, with what to do, and found when it is set', async () => {
  stage.settings = { 'server.path': '/nowhere/issue-lsp' }
  openSeed('2026-02-01.md')
  await extension.activate(context)
  await until('the word', () => stage.messages.length > 0)
  assert.deepEqual(stage.messages,
    [['issueLsp.server.path is no program: /nowhere/issue-lsp', 'Set path', 'How to install']])
  assert.equal(status().text, '$(warning) issue-lsp')
  assert.equal(stage.contexts['issueLsp.running'], false)
  stage.configure({ 'server.path': program })
  await until('the server', () => stage.contexts['issueLsp.running'])
})

test('a program that is no server is told, and the log says more', async () => {
  stage.settings = { 'server.path': '/bin/false' }
  openSeed('2026-02-01.md')
  await extension.activate(context)
  await until('the word', () => stage.messages.length > 0)
  assert.deepEqual(stage.messages, [['issue-lsp did not start.', 'Show log']])
  assert.equal(status().text, '$(error) issue-lsp')
  assert.ok(stage.log.length > 0)
})

test('the status item is there only while an issue is', async () => {
  await activate()
  assert.equal(status().visible, true)
  vscode.window.activeTextEditor = undefined
  stage.events.activeEditor.fire(undefined)
  assert.equal(status().visible, false)
})

test('the check task runs the server over the archive, and its lines match the problem matcher', async () => {
  await activate()
  await vscode.commands.executeCommand('issueLsp.checkArchive')
  const [task] = stage.tasks
  assert.deepEqual(task.problemMatchers, ['$issue-lsp'])
  const { process: file, args, options } = task.execution
  let output
  try {
    output = execFileSync(file, args, { cwd: options.cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch (error) {
    output = error.stdout
  }
  const [{ pattern }] = require('../package.json').contributes.problemMatchers
  const lines = output.trim().split('\n')
  for (const line of lines) assert.match(line, new RegExp(pattern.regexp))
  assert.ok(lines.some((line) => /2025-12-27\.md:97:.*\[body\/label-typo\]$/.test(line)))
})
