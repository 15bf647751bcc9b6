// @ts-check
'use strict'

const vscode = require('vscode')
const logic = require('./logic')
const { openPlace } = require('./related')
const { say } = require('./server')

/**
 * Lists every mention of a name; the one chosen is opened.
 *
 * @param {import('./server').Server} server
 * @param {{ name: string } | { textDocument: { uri: string }, position: logic.Position }} params of `issue/mentions`
 */
async function showMentions(server, params) {
  /** @type {logic.Mentions | null} */
  const answer = await server.request('issue/mentions', params)
  if (!answer || answer.mentions.length === 0) {
    void vscode.window.showInformationMessage(
      'name' in params
        ? say('The archive does not mention “{0}”.', params.name)
        : say('No known name at the cursor.'))
    return
  }
  const names = [answer.name, ...answer.aliases]
  const items = answer.mentions.map((mention) => ({ ...logic.mentionRow(mention, names), mention }))
  const chosen = await vscode.window.showQuickPick(items, {
    title: logic.mentionsTitle(answer, say),
    matchOnDescription: true,
    onDidSelectItem: (item) => {
      if (typeof item !== 'string' && 'mention' in item) {
        void openPlace(/** @type {{ mention: logic.Mention }} */ (item).mention, { preserveFocus: true, preview: true })
      }
    },
  })
  if (chosen) await openPlace(chosen.mention)
}

/** @param {import('./server').Server} server */
async function showMentionsAtCursor(server) {
  const editor = vscode.window.activeTextEditor
  if (!editor) return
  const { line, character } = editor.selection.active
  await showMentions(server, {
    textDocument: { uri: editor.document.uri.toString() },
    position: { line, character },
  })
}

/** @param {import('./server').Server} server */
async function findName(server) {
  const name = await vscode.window.showInputBox({ prompt: say('A company, model, product, person or organization') })
  if (name?.trim()) await showMentions(server, { name: name.trim() })
}

/**
 * Writes the selected text to the names file.
 *
 * @param {import('./server').Server} server
 */
async function addName(server) {
  const editor = vscode.window.activeTextEditor
  const selected = editor?.document.getText(editor.selection).trim()
  const name = selected || (await vscode.window.showInputBox({ prompt: say('The name as you write it') }))?.trim()
  if (!name) return
  const items = logic.kinds.map((kind) => ({ label: logic.kindText(kind, say), kind }))
  const chosen = await vscode.window.showQuickPick(items, { title: say('What is {0}?', name) })
  if (!chosen) return
  try {
    await server.execute('issue-lsp.addName', { name, kind: chosen.kind })
  } catch (error) {
    server.complain(say('The name was not added: {0}', error instanceof Error ? error.message : String(error)))
  }
}

module.exports = { addName, findName, showMentions, showMentionsAtCursor }
